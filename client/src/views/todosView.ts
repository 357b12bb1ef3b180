import {
  commands,
  Disposable,
  type LogOutputChannel,
  l10n,
  type Memento,
  type TreeCheckboxChangeEvent,
  TreeItemCheckboxState,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import type { TodoChoiceParams, TodosResult, ToggleTodoParams, TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import { today, untilMidnight } from '../today.ts';
import { dragTodos } from '../todos/dragTodos.ts';
import { ListOptions } from '../todos/listOptions.ts';
import type { TodoChange, TodoWriter } from '../writing/todoWriter.ts';
import { NodeTree } from './nodeTree.ts';
import { rowItem } from './rowItem.ts';
import { TreeRefresher } from './treeRefresher.ts';

const badgeDelayInMilliseconds = 300;

/** The To-Dos view: what is left to do, by note and talk, each with its checkbox. */
export class TodosView implements Disposable {
  readonly tree: NodeTree;
  readonly options: ListOptions;
  readonly view: TreeView<string>;
  readonly #client: TalkNotesClient;
  readonly #writer: TodoWriter;
  readonly #log: LogOutputChannel;
  readonly #disposables: Disposable;
  #badgeTimer: ReturnType<typeof setTimeout> | undefined;
  #midnight: ReturnType<typeof setTimeout> | undefined;

  constructor(client: TalkNotesClient, writer: TodoWriter, log: LogOutputChannel, memory: Memento) {
    this.#client = client;
    this.#writer = writer;
    this.#log = log;
    this.options = new ListOptions(memory);
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
      dragAndDropController: dragTodos((rows, onto) => this.move(rows, onto), true),
    });
    const refresher = new TreeRefresher(this.view, () => this.tree.refresh());
    this.#disposables = Disposable.from(
      this.tree,
      this.view,
      refresher,
      this.options,
      this.options.onDidChange(() => this.#listAnew()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('talkNotes.todos.badge')) void this.#count();
      }),
      this.view.onDidChangeCheckboxState((event) => void this.#onCheckbox(event)),
      client.onDidChangeTrees((change) => {
        if (!change.todos) return;
        refresher.markStale();
        this.#countSoon();
      }),
    );
    this.view.description = this.options.description;
    this.#waitForMidnight();
  }

  /** Brings the to-dos of these rows to a state, and has the view show what came of it. Other rows have no to-do. */
  async check(rows: readonly string[], done: boolean): Promise<void> {
    try {
      const nodes = await this.tree.current(rows);
      // Writing and saving takes a while, which a click should not be left without an answer for.
      this.tree.anticipate(rows, (node) => withState(node, done));
      const todos = nodes.map(({ todo }) => todo).filter((todo) => todo !== undefined);
      if (todos.length > 0) await this.#writer.toggle({ todos, done });
    } finally {
      // Also where nothing was written: the checkbox that was clicked snaps back.
      this.tree.refresh(rows);
    }
  }

  /** Toggles to-dos, and has the view show it. */
  async toggle(params: ToggleTodoParams): Promise<void> {
    await this.#writer.toggle(params);
    this.tree.refresh();
  }

  /** Changes to-dos, and has the view show it; answers how many. */
  async change(choice: TodoChoiceParams, change: TodoChange): Promise<number> {
    const count = await this.#writer.change(choice, change);
    this.tree.refresh();
    return count;
  }

  /** Moves the to-dos of rows to the talk that row `onto` stands for. */
  async move(rows: readonly string[], onto: string): Promise<void> {
    const nodes = await this.tree.current(rows);
    const todos = nodes.map(({ todo }) => todo).filter((todo) => todo !== undefined);
    if (todos.length > 0) await this.change({ todos }, { type: 'move', toRow: onto });
  }

  dispose(): void {
    clearTimeout(this.#badgeTimer);
    clearTimeout(this.#midnight);
    this.#disposables.dispose();
  }

  async #fetch(parent: string | undefined): Promise<readonly TreeNode[]> {
    const params = { ...this.options.params, ...(parent === undefined ? {} : { parent }) };
    const { nodes, ...counts } = await this.#client.todos(params);
    this.#showCount(counts);
    if (parent === undefined) await this.#explainEmptiness(nodes);
    return nodes;
  }

  /** A view that is empty because all is done, or because of its filter, says so. */
  async #explainEmptiness(roots: readonly TreeNode[]): Promise<void> {
    const isEmpty = roots.length === 0;
    const isFiltered = this.options.get('filter') !== '';
    const hasAny = isEmpty && (await this.#client.todos({ showDone: true, today: today() })).nodes.length > 0;
    const isAllDone = hasAny && !isFiltered && !this.options.get('showDone');
    this.view.message = isEmpty && isFiltered ? l10n.t('No to-do fits the filter.') : '';
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

  #listAnew(): void {
    this.view.description = this.options.description;
    this.tree.refresh();
  }

  /** On another day other to-dos are due. */
  #waitForMidnight(): void {
    clearTimeout(this.#midnight);
    this.#midnight = setTimeout(() => {
      this.tree.refresh();
      this.#countSoon();
      this.#waitForMidnight();
    }, untilMidnight());
  }

  /** The badge counts also while the view is out of sight: that is when it is needed. */
  #countSoon(): void {
    clearTimeout(this.#badgeTimer);
    if (this.view.visible) return;
    this.#badgeTimer = setTimeout(() => void this.#count(), badgeDelayInMilliseconds);
  }

  async #count(): Promise<void> {
    try {
      this.#showCount(await this.#client.todos({ showDone: false, today: today() }));
    } catch (error) {
      this.#log.debug(`To-do count: ${error}`);
    }
  }

  #showCount({ open, overdue }: Pick<TodosResult, 'open' | 'overdue'>): void {
    const counts = workspace.getConfiguration('talkNotes.todos').get<string>('badge', 'open');
    const value = counts === 'none' ? 0 : counts === 'overdue' ? overdue : open;
    const tooltip = badgeText(value, counts === 'overdue');
    if ((this.view.badge?.value ?? 0) === value && (value === 0 || this.view.badge?.tooltip === tooltip)) return;
    this.view.badge = value === 0 ? undefined : { value, tooltip };
  }
}

function withState(node: TreeNode, done: boolean): TreeNode {
  return node.todo ? { ...node, todo: { ...node.todo, done, state: done ? 'done' : 'open' } } : node;
}

function badgeText(count: number, areOverdue: boolean): string {
  if (areOverdue) return count === 1 ? l10n.t('1 overdue to-do') : l10n.t('{0} overdue to-dos', count);
  return count === 1 ? l10n.t('1 open to-do') : l10n.t('{0} open to-dos', count);
}
