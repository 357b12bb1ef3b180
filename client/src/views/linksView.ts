import { commands, Disposable, type LogOutputChannel, l10n, type Memento, type TreeView, window } from 'vscode';
import type { TreeNode, WebLinkGrouping } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import { NodeTree } from './nodeTree.ts';
import { rowItem } from './rowItem.ts';
import { TreeRefresher } from './treeRefresher.ts';

const groupKey = 'talkNotes.webLinks.group';
const filterKey = 'talkNotes.webLinks.isFiltered';

/** The Links view: what is known of the web links of all notes. */
export class LinksView implements Disposable {
  readonly tree: NodeTree;
  readonly view: TreeView<string>;
  readonly #client: TalkNotesClient;
  readonly #memory: Memento;
  readonly #disposables: Disposable;
  #filter = '';

  constructor(client: TalkNotesClient, log: LogOutputChannel, memory: Memento) {
    this.#client = client;
    this.#memory = memory;
    this.tree = new NodeTree({
      fetch: (parent) => this.#fetch(parent),
      toItem: (node) => rowItem(node, 'webLinks'),
      onFailure: (error) => log.warn(`Links view: ${error}`),
    });
    this.view = window.createTreeView('talkNotes.webLinks', { treeDataProvider: this.tree, showCollapseAll: true });
    const refresher = new TreeRefresher(this.view, () => this.tree.refresh());
    this.#disposables = Disposable.from(
      ...[this.tree, this.view, refresher],
      client.onDidChangeWebLinks(() => refresher.markStale()),
      client.onDidChangeBacklinks(() => refresher.markStale()),
      client.onDidIndex(() => refresher.markStale()),
    );
  }

  get group(): WebLinkGrouping {
    return this.#memory.get<WebLinkGrouping>(groupKey, 'status');
  }

  async setGroup(group: WebLinkGrouping): Promise<void> {
    await this.#memory.update(groupKey, group);
    this.tree.refresh();
  }

  get filter(): string {
    return this.#filter;
  }

  setFilter(filter: string): void {
    this.#filter = filter.trim();
    void commands.executeCommand('setContext', filterKey, this.#filter !== '');
    this.tree.refresh();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #fetch(parent: string | undefined): Promise<readonly TreeNode[]> {
    const params = { group: this.group, filter: this.#filter, ...(parent === undefined ? {} : { parent }) };
    const { nodes, broken } = await this.#client.webLinks(params);
    if (parent === undefined) {
      const counts = broken === 0 ? '' : l10n.t('{0} broken', broken);
      this.view.description = [counts, this.#filter && `“${this.#filter}”`].filter(Boolean).join(' · ');
    }
    return nodes;
  }
}
