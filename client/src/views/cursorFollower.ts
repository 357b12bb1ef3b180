import { Disposable, type LogOutputChannel, type TreeView, window, workspace } from 'vscode';
import type { TalkNotesClient } from '../languageClient.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import type { NodeTree } from './nodeTree.ts';

const delayInMilliseconds = 150;
/** A tree that is being read anew, or laid out, does not know the row for a moment, or does not select it. */
const mostTries = 5;

/** Selects the row of the talk or section that the cursor is in, where the user has asked for it. */
export class CursorFollower extends Disposable {
  readonly #client: TalkNotesClient;
  readonly #tree: NodeTree;
  readonly #view: TreeView<string>;
  readonly #log: LogOutputChannel;
  readonly #listeners: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: TalkNotesClient, tree: NodeTree, view: TreeView<string>, log: LogOutputChannel) {
    super(() => this.#stop());
    this.#client = client;
    this.#tree = tree;
    this.#view = view;
    this.#log = log;
    this.#listeners = Disposable.from(
      window.onDidChangeTextEditorSelection(() => this.#schedule()),
      window.onDidChangeActiveTextEditor(() => this.#schedule()),
      view.onDidChangeVisibility(() => this.#schedule()),
      workspace.onDidChangeConfiguration(() => this.#schedule()),
    );
  }

  #schedule(tries = mostTries): void {
    clearTimeout(this.#timer);
    if (!this.#view.visible || !isAskedFor()) return;
    this.#timer = setTimeout(() => void this.#follow(tries - 1), delayInMilliseconds);
  }

  async #follow(triesLeft: number): Promise<void> {
    const editor = activeNoteEditor();
    if (!editor) return;
    try {
      const position = { line: editor.selection.active.line, character: editor.selection.active.character };
      const path = await this.#client.talkPath({ uri: editor.document.uri.toString(), position });
      const row = path.at(-1);
      if (!row || !this.#view.visible || this.#view.selection[0] === row.id) return;
      this.#tree.adopt(path);
      await this.#view.reveal(row.id, { select: true, focus: false });
    } catch (error) {
      this.#log.debug(`Follow cursor: ${error}`);
    }
    if (triesLeft > 0) this.#schedule(triesLeft);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
  }
}

function isAskedFor(): boolean {
  return workspace.getConfiguration('talkNotes.talks').get('followCursor', false);
}
