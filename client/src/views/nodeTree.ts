import { type Disposable, EventEmitter, type TreeDataProvider, TreeItem } from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';

export interface NodeTreeOptions {
  /** Asks the server for the children of a row, or for the roots. */
  fetch(parent: string | undefined): Promise<readonly TreeNode[]>;
  toItem(node: TreeNode): TreeItem;
  /** Called with what went wrong when the server did not answer; the tree shows what it showed before. */
  onFailure(error: unknown): void;
}

/** Stands for the roots' parent among ids, of which none is empty. */
const everything = '';

/** What can be seen of a row: its place in the note cannot. */
function shownText(node: TreeNode | undefined): string {
  if (!node) return '';
  const { range: _, todo, ...rest } = node;
  return JSON.stringify([rest, todo?.state, todo?.due, todo?.priority]);
}

/**
 * A tree that the server thinks up. Its elements are row ids, which are stable, so that VS Code keeps expansion and
 * selection when the tree is read again; the rows themselves are remembered here.
 */
export class NodeTree implements TreeDataProvider<string>, Disposable {
  readonly #options: NodeTreeOptions;
  readonly #changes = new EventEmitter<string[] | undefined>();
  #reading: Promise<void> = Promise.resolve();
  readonly #nodes = new Map<string, TreeNode>();
  readonly #children = new Map<string | undefined, readonly string[]>();

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(options: NodeTreeOptions) {
    this.#options = options;
  }

  getTreeItem(id: string): TreeItem {
    const node = this.#nodes.get(id);
    return node ? this.#options.toItem(node) : new TreeItem('');
  }

  async getChildren(id?: string): Promise<string[]> {
    try {
      this.#draw(this.#learn(id, await this.#options.fetch(id)));
    } catch (error) {
      this.#options.onFailure(error);
    }
    return [...(this.#children.get(id) ?? [])];
  }

  getParent(id: string): string | undefined {
    return this.#nodes.get(id)?.parent;
  }

  /** The row of this id as last heard of. Its place in the note may be another one by now. */
  node(id: string): TreeNode | undefined {
    return this.#nodes.get(id);
  }

  /**
   * The rows of these ids as they are now; a row that is gone as it was. The server announces changes of what rows show, not of
   * the lines they stand on, which every key may move: whoever is about to go there asks.
   */
  async current(ids: readonly string[]): Promise<readonly TreeNode[]> {
    const known = ids.map((id) => this.#nodes.get(id)).filter((node) => node !== undefined);
    for (const parent of new Set(known.map((node) => node.parent))) {
      this.#draw(this.#learn(parent, await this.#options.fetch(parent)));
    }
    return known.map((node) => this.#nodes.get(node.id) ?? node);
  }

  /** Takes in a path of rows, root first, that was learned by other means than by opening row after row. */
  adopt(path: readonly TreeNode[]): void {
    for (const node of path) this.#nodes.set(node.id, node);
  }

  /**
   * Reads again what was opened, and has VS Code draw anew the rows that changed. `drawn`: rows to draw in any case, such as one
   * whose checkbox VS Code has changed by itself.
   */
  refresh(drawn: readonly string[] = []): void {
    this.#reading = this.#reading.then(() => this.#readAgain(drawn));
  }

  /** Draws rows as they are about to be; `refresh` with the same rows then shows what came of it. */
  anticipate(ids: readonly string[], change: (node: TreeNode) => TreeNode): void {
    const known = ids.flatMap((id) => this.#nodes.get(id) ?? []);
    for (const node of known) this.#nodes.set(node.id, change(node));
    if (known.length > 0) this.#changes.fire(known.map(({ id }) => id));
  }

  /** Resolves when what `refresh` was asked for before is done. */
  get whenRefreshed(): Promise<void> {
    return this.#reading;
  }

  dispose(): void {
    this.#changes.dispose();
  }

  async #readAgain(drawn: readonly string[]): Promise<void> {
    const changed = new Set(drawn);
    const opened = [...this.#children.keys()];
    try {
      const answers = await Promise.all(opened.map((parent) => this.#options.fetch(parent)));
      opened.forEach((parent, at) => {
        if (!this.#children.has(parent)) return;
        for (const id of this.#learn(parent, answers[at]!)) changed.add(id);
      });
    } catch (error) {
      this.#options.onFailure(error);
      changed.add(everything);
    }
    if (opened.length === 0) changed.add(everything);
    this.#draw([...changed]);
  }

  /**
   * Remembers the rows below `parent`; gives those to be drawn anew: of what was heard before, whoever asked for it. Else what
   * is learned in passing would never be drawn, for it would be known already when the tree is read again.
   */
  #learn(parent: string | undefined, nodes: readonly TreeNode[]): string[] {
    const before = this.#children.get(parent);
    const shown = before?.map((id) => shownText(this.#nodes.get(id)));
    this.#remember(parent, nodes);
    if (!before || !shown) return [];
    const isSame = nodes.length === before.length && nodes.every((node, index) => node.id === before[index]);
    if (!isSame) return [parent ?? everything];
    return nodes.filter((node, index) => shownText(node) !== shown[index]).map(({ id }) => id);
  }

  #draw(ids: readonly string[]): void {
    if (ids.includes(everything)) this.#changes.fire(undefined);
    else if (ids.length > 0) this.#changes.fire([...ids]);
  }

  #remember(parent: string | undefined, nodes: readonly TreeNode[]): void {
    const ids = nodes.map((node) => node.id);
    const kept = new Set(ids);
    for (const id of this.#children.get(parent) ?? []) {
      if (!kept.has(id)) this.#forget(id);
    }
    this.#children.set(parent, ids);
    for (const node of nodes) this.#nodes.set(node.id, node);
  }

  #forget(id: string): void {
    for (const child of this.#children.get(id) ?? []) this.#forget(child);
    this.#children.delete(id);
    this.#nodes.delete(id);
  }
}
