import { commands, Disposable, type LogOutputChannel, l10n, type Memento, type TreeView, window } from 'vscode';
import type { TalkEntry, TalksParams } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import { dragTodos } from '../todos/dragTodos.ts';
import { CursorFollower } from './cursorFollower.ts';
import { NodeTree } from './nodeTree.ts';
import { rowItem } from './rowItem.ts';
import { TreeRefresher } from './treeRefresher.ts';

/** By what talks are grouped, and which are shown. */
export type TalksShown = Required<Pick<TalksParams, 'groupBy' | 'filter' | 'subset'>>;

const shownKey = 'talkNotes.talks.shown';
const visitedKey = 'talkNotes.talks.visited';
const mostVisited = 10;
const filteredKey = 'talkNotes.talks.filtered';
const everything: TalksShown = { groupBy: 'event', filter: '', subset: 'all' };

/** What a talk is remembered by, in this session and in later ones. */
export function visitKey({ uri, title }: Pick<TalkEntry, 'uri' | 'title'>): string {
  return `${uri}#${title}`;
}

/** The Talks view: events, their talks, the talks' links and sections. */
export class TalksView implements Disposable {
  readonly tree: NodeTree;
  readonly view: TreeView<string>;
  readonly #memory: Memento;
  readonly #disposables: Disposable;

  /** `moveTodos`: to-dos of the To-Dos view that are dropped on a row here. */
  constructor(
    client: TalkNotesClient,
    log: LogOutputChannel,
    memory: Memento,
    moveTodos: (rows: readonly string[], onto: string) => Promise<void>,
  ) {
    this.#memory = memory;
    this.tree = new NodeTree({
      fetch: (parent) => client.talks({ ...this.shown, ...(parent === undefined ? {} : { parent }) }),
      toItem: (node) => rowItem(node, 'talks'),
      onFailure: (error) => log.warn(`Talks view: ${error}`),
    });
    this.view = window.createTreeView('talkNotes.talks', {
      treeDataProvider: this.tree,
      showCollapseAll: true,
      dragAndDropController: dragTodos(moveTodos, false),
    });
    const refresher = new TreeRefresher(this.view, () => this.tree.refresh());
    this.#disposables = Disposable.from(
      this.tree,
      this.view,
      refresher,
      new CursorFollower(client, this.tree, this.view, log),
      client.onDidChangeTrees((change) => change.talks && refresher.markStale()),
    );
    this.#announce();
  }

  get shown(): TalksShown {
    return { ...everything, ...this.#memory.get<Partial<TalksShown>>(shownKey) };
  }

  /** Changes what is shown, now and in later sessions of this workspace. */
  async show(change: Partial<TalksShown>): Promise<void> {
    await this.#memory.update(shownKey, { ...this.shown, ...change });
    this.#announce();
    this.tree.refresh();
  }

  /** Keys of the talks that were gone to, the last one first. */
  get visited(): readonly string[] {
    return this.#memory.get<readonly string[]>(visitedKey, []);
  }

  async visit(talk: Pick<TalkEntry, 'uri' | 'title'>): Promise<void> {
    const key = visitKey(talk);
    const others = this.visited.filter((other) => other !== key);
    await this.#memory.update(visitedKey, [key, ...others].slice(0, mostVisited));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #announce(): void {
    const { filter, subset } = this.shown;
    const names = {
      all: '',
      'with-video': l10n.t('with a video'),
      'without-slides': l10n.t('without slides'),
      'to-watch': l10n.t('videos to watch'),
    };
    this.view.description = [filter.trim(), names[subset]].filter((part) => part !== '').join(' · ');
    void commands.executeCommand('setContext', filteredKey, this.view.description !== '');
  }
}
