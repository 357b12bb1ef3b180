import {
  commands,
  Disposable,
  type LogOutputChannel,
  type Memento,
  type TreeCheckboxChangeEvent,
  TreeItemCheckboxState,
  type TreeView,
  window,
} from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import type { TodoWriter } from '../writing/todoWriter.ts';
import { NodeTree } from './nodeTree.ts';
import { rowItem } from './rowItem.ts';
import { TreeRefresher } from './treeRefresher.ts';

const showDoneKey = 'talkNotes.todos.showDone';
const badgeDelayInMilliseconds = 300;

/** The To-Dos view: what is left to do, by note and talk, each with its checkbox. */
export class TodosView implements Disposable {
  readonly tree: NodeTree;
  readonly view: TreeView<string>;
  readonly #client: TalkNotesClient;
  readonly #writer: TodoWriter;
  readonly #log: LogOutputChannel;
  readonly #memory: Memento;
  readonly #disposables: Disposable;
  #badgeTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: TalkNotesClient, writer: TodoWriter, log: LogOutputChannel, memory: Memento) {
    this.#client = client;
    this.#writer = writer;
    this.#log = log;
    this.#memory = memory;
    this.tree = new NodeTree({
      fetch: (parent) => this.#fetch(parent),
      toItem: (node) => rowItem(node, 'todos'),
      onFailure: (error) => log.warn(`To-Dos view: ${error}`),
    });
    this.view = window.createTreeView('talkNotes.todos', {
      treeDataProvider: this.tree,
      showCollapseAll: true,
      canSelectMany: true,
      manageCheckboxStateManually: true,
    });
    const refresher = new TreeRefresher(this.view, () => this.tree.refresh());
    this.#disposables = Disposable.from(
      this.tree,
      this.view,
      refresher,
      this.view.onDidChangeCheckboxState((event) => void this.#onCheckbox(event)),
      client.onDidChangeTrees((change) => {
        if (!change.todos) return;
        refresher.markStale();
        this.#countSoon();
      }),
    );
    this.#announceShowDone();
  }

  get showDone(): boolean {
    return this.#memory.get(showDoneKey, false);
  }

  /** Shows or hides what is done, now and in later sessions of this workspace. */
  async setShowDone(showDone: boolean): Promise<void> {
    await this.#memory.update(showDoneKey, showDone);
    this.#announceShowDone();
    this.tree.refresh();
  }

  /** Brings the to-dos of these rows to a state, and has the view show what came of it. Other rows have no to-do. */
  async check(rows: readonly string[], done: boolean): Promise<void> {
    try {
      const nodes = await this.tree.current(rows);
      const todos = nodes.map(({ todo }) => todo).filter((todo) => todo !== undefined);
      if (todos.length > 0) await this.#writer.toggle({ todos, done });
    } finally {
      // Also where nothing was written: the checkbox that was clicked snaps back.
      this.tree.refresh();
    }
  }

  dispose(): void {
    clearTimeout(this.#badgeTimer);
    this.#disposables.dispose();
  }

  async #fetch(parent: string | undefined): Promise<readonly TreeNode[]> {
    const params = { showDone: this.showDone, ...(parent === undefined ? {} : { parent }) };
    const { nodes, open } = await this.#client.todos(params);
    this.#showCount(open);
    if (parent === undefined) await this.#explainEmptiness(nodes);
    return nodes;
  }

  /** A view that is empty because all is done says so. */
  async #explainEmptiness(roots: readonly TreeNode[]): Promise<void> {
    const isAllDone =
      roots.length === 0 && !this.showDone && (await this.#client.todos({ showDone: true })).nodes.length > 0;
    await commands.executeCommand('setContext', 'talkNotes.todos.allDone', isAllDone);
  }

  async #onCheckbox(event: TreeCheckboxChangeEvent<string>): Promise<void> {
    const [clicked] = event.items;
    if (!clicked) return;
    // A click on one of several selected rows means all of them.
    const rows = new Set(event.items.map(([row]) => row));
    if (this.view.selection.includes(clicked[0])) for (const row of this.view.selection) rows.add(row);
    await this.check([...rows], clicked[1] === TreeItemCheckboxState.Checked);
  }

  #announceShowDone(): void {
    void commands.executeCommand('setContext', showDoneKey, this.showDone);
  }

  /** The badge counts also while the view is out of sight: that is when it is needed. */
  #countSoon(): void {
    clearTimeout(this.#badgeTimer);
    if (this.view.visible) return;
    this.#badgeTimer = setTimeout(() => void this.#count(), badgeDelayInMilliseconds);
  }

  async #count(): Promise<void> {
    try {
      this.#showCount((await this.#client.todos({ showDone: false })).open);
    } catch (error) {
      this.#log.debug(`To-do count: ${error}`);
    }
  }

  #showCount(open: number): void {
    if ((this.view.badge?.value ?? 0) === open) return;
    this.view.badge =
      open === 0 ? undefined : { value: open, tooltip: open === 1 ? '1 open to-do' : `${open} open to-dos` };
  }
}
