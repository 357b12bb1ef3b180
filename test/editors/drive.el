;;; drive.el --- Drives Emacs without a screen -*- lexical-binding: t; -*-
;; What a person does there, and what comes of it, as JSON in the file $TALK_NOTES_OUT.

(require 'eglot)
(require 'json)
(load (expand-file-name "set-up.el" (getenv "TALK_NOTES_FOLDER")))

(setq eglot-sync-connect 30
      eglot-confirm-server-initiated-edits nil)
(defvar out nil)

(defun drive-wait (what condition)
  "Keep the editor's loop running until CONDITION holds; WHAT says what for."
  (let ((attempts 0))
    (while (not (funcall condition))
      (when (> (setq attempts (1+ attempts)) 1500) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.02))))

(defun drive-note (key value) (push (cons key value) out))

(defun drive-line (number)
  (save-excursion
    (goto-char (point-min))
    (forward-line number)
    (buffer-substring-no-properties (line-beginning-position) (line-end-position))))

(defun drive-go (line column)
  (goto-char (point-min))
  (forward-line line)
  (forward-char column))

(defun drive-names (symbols)
  (mapconcat (lambda (symbol)
               (concat (plist-get symbol :name) ";" (drive-names (plist-get symbol :children))))
             symbols ""))

(defun drive ()
  (find-file (expand-file-name "talks.rst" (getenv "TALK_NOTES_FOLDER")))
  ;; Emacs calls it when the command that opened the note is over, which never comes without a screen.
  (run-hooks 'post-command-hook)
  (drive-wait "the server" #'eglot-current-server)
  (let* ((server (eglot-current-server))
         (document (list :uri (plist-get (eglot--TextDocumentIdentifier) :uri))))
    (jsonrpc-request server :talkNotes/indexReady (make-hash-table))
    (drive-note 'outline (drive-names (jsonrpc-request server :textDocument/documentSymbol
                                                       (list :textDocument document))))
    (flymake-start)
    (drive-wait "findings" (lambda () (>= (length (flymake-diagnostics)) 2)))
    (drive-note 'findings
                (vconcat (mapcar (lambda (finding)
                                   (plist-get (cdr (assoc 'eglot-lsp-diag (flymake-diagnostic-data finding))) :code))
                                 (flymake-diagnostics))))
    (drive-go 3 10)
    (let ((found (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot))))
      (drive-note 'definition
                  (file-name-nondirectory (xref-location-group (xref-item-location (car found))))))
    (drive-go 5 6)
    (eglot-rename "slides-2")
    (drive-note 'renamed (concat (drive-line 5) "|" (drive-line 6)))
    (drive-go 13 0)
    (let ((action (seq-find (lambda (each) (string-match-p "check" (downcase (plist-get each :title))))
                            (eglot-code-actions (point) (point)))))
      (drive-note 'action (plist-get action :title))
      (eglot--apply-workspace-edit (plist-get action :edit)))
    (drive-note 'checked (drive-line 13))
    (let ((range (list :start (list :line 13 :character 0) :end (list :line 13 :character 0))))
      (jsonrpc-request server :workspace/executeCommand
                       (list :command "talkNotes.server.toggleTodo"
                             :arguments (vector (list :lines (append document (list :ranges (vector range))))))
                       ;; What was changed last has to be sent before.
                       :deferred t))
    (drive-wait "the command" (lambda () (not (equal (drive-line 13) (cdr (assq 'checked out))))))
    (drive-note 'unchecked (drive-line 13))
    (eglot-shutdown server)))

(condition-case failure
    (drive)
  (error (drive-note 'failure (format "%S" failure))))
(with-temp-file (getenv "TALK_NOTES_OUT")
  (insert (json-encode out)))
(kill-emacs 0)
