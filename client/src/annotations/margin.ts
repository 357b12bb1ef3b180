import {
  type CommentController,
  type CommentReply,
  type CommentThread,
  CommentThreadCollapsibleState,
  CommentThreadState,
  comments,
  Disposable,
  type LogOutputChannel,
  l10n,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { WireAnnotation } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import { isNote } from '../noteLanguages.ts';
import { rangeOf } from '../wire.ts';
import { RemarkComment } from './remarkComment.ts';

const delayInMilliseconds = 150;

/** The margin of open notes: a thread for each annotation. Shows what the server reads; writes nothing. */
export class Margin implements Disposable {
  readonly #client: TalkNotesClient;
  readonly #log: LogOutputChannel;
  readonly #disposables: Disposable;
  readonly #controller: CommentController;
  /** Notes in which the next thread that is new is the user's own, and stays open. */
  readonly #justWritten = new Set<string>();
  #isOn = false;
  /** By note, and there by annotation id. */
  readonly #threads = new Map<string, Map<string, CommentThread>>();
  readonly #annotations = new WeakMap<CommentThread, WireAnnotation>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(client: TalkNotesClient, log: LogOutputChannel) {
    this.#client = client;
    this.#log = log;
    this.#controller = comments.createCommentController('talkNotes.annotations', l10n.t('Annotations'));
    this.#controller.options = {
      prompt: l10n.t('Reply…'),
      placeHolder: l10n.t('A question, a remark, an answer'),
    };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: (document) =>
        this.#isOn && isNote(document) ? [new Range(0, 0, document.lineCount - 1, 0)] : [],
    };
    this.#disposables = Disposable.from(
      workspace.onDidOpenTextDocument((document) => this.#refreshSoon(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#refreshSoon(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document.uri.toString())),
      client.onDidIndex(() => this.#refreshAll()),
      client.onDidChangeTrees(({ annotations }) => annotations && this.#refreshAll()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('talkNotes.annotations')) this.#readSettings();
      }),
    );
    this.#readSettings();
  }

  /** The annotation that a thread shows; `undefined` for one that is just being written. */
  annotation(thread: CommentThread): WireAnnotation | undefined {
    return this.#annotations.get(thread);
  }

  /** Takes away the thread in which a new annotation was typed, once `write` has put it into the note; the one there opens. */
  async adopt({ thread }: CommentReply, write: () => Promise<boolean>): Promise<void> {
    const uri = thread.uri.toString();
    // Said before: the note may be read again before it has been saved.
    this.#justWritten.add(uri);
    if (await write()) thread.dispose();
    else this.#justWritten.delete(uri);
    await this.refresh(uri);
  }

  /** Opens the thread of an annotation. */
  expand({ uri, id }: Pick<WireAnnotation, 'uri' | 'id'>): void {
    const thread = this.#threads.get(uri)?.get(id);
    if (thread) thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
  }

  /** Has the editor show the thread anew, after a remark changed between reading and writing. */
  redraw({ uri, id }: WireAnnotation): void {
    const thread = this.#threads.get(uri)?.get(id);
    if (thread) thread.comments = [...thread.comments];
  }

  /** The threads of a note, in no particular order: for tests. */
  threads(uri: string): readonly CommentThread[] {
    return [...(this.#threads.get(uri)?.values() ?? [])];
  }

  /** Shows the annotations of an open note as the server reads them now. */
  async refresh(uri: string): Promise<void> {
    const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
    if (!this.#isOn || !document) return;
    const { version } = document;
    try {
      const annotations = await this.#client.noteAnnotations(uri);
      // Meanwhile the user typed on, and the next refresh is on its way; or the margin was switched off.
      if (document.version !== version || document.isClosed || !this.#isOn) return;
      this.#show(document, annotations);
    } catch (error) {
      this.#log.debug(`Annotations of ${uri}: ${error}`);
    }
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#disposables.dispose();
    this.#controller.dispose();
  }

  #readSettings(): void {
    this.#isOn = workspace.getConfiguration('talkNotes').get('annotations.enabled', true);
    if (this.#isOn) this.#refreshAll();
    else for (const uri of [...this.#threads.keys()]) this.#forget(uri);
  }

  #refreshAll(): void {
    for (const document of workspace.textDocuments) this.#refreshSoon(document);
  }

  #refreshSoon(document: TextDocument): void {
    if (!isNote(document)) return;
    const uri = document.uri.toString();
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => {
        this.#timers.delete(uri);
        void this.refresh(uri);
      }, delayInMilliseconds),
    );
  }

  #show(document: TextDocument, annotations: readonly WireAnnotation[]): void {
    const uri = document.uri.toString();
    const before = this.#threads.get(uri) ?? new Map<string, CommentThread>();
    const after = new Map<string, CommentThread>();
    for (const annotation of annotations) {
      const range = rangeOf(annotation.range);
      const known = before.get(annotation.id);
      const thread = known ?? this.#controller.createCommentThread(document.uri, range, []);
      this.#fill(thread, annotation);
      if (!known && this.#justWritten.delete(uri)) thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
      after.set(annotation.id, thread);
    }
    for (const [id, thread] of before) if (!after.has(id)) thread.dispose();
    this.#threads.set(uri, after);
  }

  /** Changes only what differs, so that a reply or a change that is being typed stays. */
  #fill(thread: CommentThread, annotation: WireAnnotation): void {
    const before = this.#annotations.get(thread);
    this.#annotations.set(thread, annotation);
    const range = rangeOf(annotation.range);
    if (!thread.range?.isEqual(range)) thread.range = range;
    thread.label = labelOf(annotation);
    thread.contextValue = `annotation.${annotation.state}`;
    const state = annotation.state === 'open' ? CommentThreadState.Unresolved : CommentThreadState.Resolved;
    if (thread.state !== state) thread.state = state;
    if (JSON.stringify(before?.remarks) === JSON.stringify(annotation.remarks)) return;
    thread.comments = annotation.remarks.map((_, index) => new RemarkComment(annotation, index));
  }

  #forget(uri: string): void {
    for (const thread of this.#threads.get(uri)?.values() ?? []) thread.dispose();
    this.#threads.delete(uri);
  }
}

function labelOf({ isDetached, phrase, state }: WireAnnotation): string {
  if (isDetached) return l10n.t('Detached: “{0}” is gone from the note', phrase ?? '');
  const about = phrase === undefined ? l10n.t('Annotation') : `“${phrase}”`;
  return state === 'resolved' ? l10n.t('{0}, resolved', about) : about;
}
