import { type Disposable, EventEmitter, type TreeDataProvider, TreeItem } from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';

export interface NodeTreeOptions {
  /** Asks the server for the children of a row, or for the roots. */
  fetch(parent: string | undefined): Promise<readonly TreeNode[]>;
  toItem(node: TreeNode): TreeItem;
  /** Called with what went wrong when the server did not answer; the tree shows what it showed before. */
  onFailure(error: unknown): void;
}

/**
 * A tree that the server thinks up. Its elements are row ids, which are stable, so that VS Code keeps expansion and
 * selection when the tree is read again; the rows themselves are remembered here.
 */
export class NodeTree implements TreeDataProvider<string>, Disposable {
  readonly #options: NodeTreeOptions;
  readonly #changes = new EventEmitter<undefined>();
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
      this.#remember(id, await this.#options.fetch(id));
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
      this.#remember(parent, await this.#options.fetch(parent));
    }
    return known.map((node) => this.#nodes.get(node.id) ?? node);
  }

  /** Takes in a path of rows, root first, that was learned by other means than by opening row after row. */
  adopt(path: readonly TreeNode[]): void {
    for (const node of path) this.#nodes.set(node.id, node);
  }

  /** Has VS Code ask again for all rows that it shows. */
  refresh(): void {
    this.#changes.fire(undefined);
  }

  dispose(): void {
    this.#changes.dispose();
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
