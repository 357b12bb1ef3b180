/** Which documents are notes, as VS Code names their languages. */
import { commands, type TextDocument, type TextEditor, window } from 'vscode';

/** The one list of them; `when` clauses in package.json ask for it as `editorLangId in talkNotes.noteLanguages`. */
export const noteLanguages = ['restructuredtext', 'markdown'] as const;

/** Makes the list known to `when` clauses. */
export function publishNoteLanguages(): void {
  void commands.executeCommand('setContext', 'talkNotes.noteLanguages', noteLanguages);
}

export function isNote(document: TextDocument): boolean {
  return noteLanguages.some((language) => document.languageId === language);
}

/** The editor with the cursor, where it shows a note. */
export function activeNoteEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor && isNote(editor.document) ? editor : undefined;
}
