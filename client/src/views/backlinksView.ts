import { commands, Disposable, type LogOutputChannel, type TreeView, type Uri, window } from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import { NodeTree } from './nodeTree.ts';
import { rowItem } from './rowItem.ts';
import { TreeRefresher } from './treeRefresher.ts';

/** The Backlinks view: who links to the note in the editor, and in which lines. */
export class BacklinksView implements Disposable {
  readonly tree: NodeTree;
  readonly view: TreeView<string>;
  readonly #client: TalkNotesClient;
  readonly #refresher: TreeRefresher;
  readonly #disposables: Disposable;
  #note: Uri | undefined;

  constructor(client: TalkNotesClient, log: LogOutputChannel) {
    this.#client = client;
    this.tree = new NodeTree({
      fetch: (parent) => this.#fetch(parent),
      toItem: (node) => rowItem(node, 'backlinks'),
      onFailure: (error) => log.warn(`Backlinks view: ${error}`),
    });
    this.view = window.createTreeView('talkNotes.backlinks', { treeDataProvider: this.tree, showCollapseAll: true });
    this.#refresher = new TreeRefresher(this.view, () => this.tree.refresh());
    this.#disposables = Disposable.from(
      this.tree,
      this.view,
      this.#refresher,
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      client.onDidChangeBacklinks(() => this.#refresher.markStale()),
      client.onDidIndex(() => this.#refresher.markStale()),
    );
    this.#follow();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Where no text editor has the cursor, as when a picture is shown, the last note stays. */
  #follow(): void {
    if (!window.activeTextEditor) return;
    const note = activeNoteEditor()?.document.uri;
    if (note?.toString() === this.#note?.toString() && note !== undefined) return;
    this.#note = note;
    void commands.executeCommand('setContext', 'talkNotes.backlinks.hasNote', note !== undefined);
    this.view.description = note?.path.slice(note.path.lastIndexOf('/') + 1) ?? '';
    this.#refresher.markStale();
  }

  async #fetch(parent: string | undefined): Promise<readonly TreeNode[]> {
    if (!this.#note) return [];
    return this.#client.backlinks({ uri: this.#note.toString(), ...(parent === undefined ? {} : { parent }) });
  }
}
