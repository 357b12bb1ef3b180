import { commands, EventEmitter, l10n, type Memento } from 'vscode';
import type { TodoGrouping, TodoSorting, TodosParams } from '../../../server/src/lsp/protocol.ts';
import { today } from '../today.ts';

const prefix = 'talkNotes.todos.';

interface Options {
  readonly showDone: boolean;
  readonly group: TodoGrouping;
  readonly sort: TodoSorting;
  readonly filter: string;
}

const defaults: Options = { showDone: false, group: 'note', sort: 'position', filter: '' };

/** How the To-Dos view lists, kept for later sessions of this workspace and told to `when` clauses. */
export class ListOptions {
  readonly #memory: Memento;
  readonly #changes = new EventEmitter<void>();

  readonly onDidChange = this.#changes.event;

  constructor(memory: Memento) {
    this.#memory = memory;
    this.#announce();
  }

  get<K extends keyof Options>(name: K): Options[K] {
    return this.#memory.get(prefix + name, defaults[name]);
  }

  async set(change: Partial<Options>): Promise<void> {
    for (const [name, value] of Object.entries(change)) await this.#memory.update(prefix + name, value);
    this.#announce();
    this.#changes.fire();
  }

  /** What the server is asked for. */
  get params(): Omit<TodosParams, 'parent'> {
    const filter = this.get('filter');
    return {
      showDone: this.get('showDone'),
      group: this.get('group'),
      sort: this.get('sort'),
      today: today(),
      ...(filter === '' ? {} : { filter }),
    };
  }

  /** What stands beside the view's title, where anything is other than usual. */
  get description(): string {
    const group = this.get('group');
    const sort = this.get('sort');
    const filter = this.get('filter');
    return [
      ...(group === 'note' ? [] : [groupLabels()[group]]),
      ...(sort === 'position' ? [] : [sortLabels()[sort]]),
      ...(filter === '' ? [] : [`“${filter}”`]),
    ].join(' · ');
  }

  dispose(): void {
    this.#changes.dispose();
  }

  #announce(): void {
    void commands.executeCommand('setContext', `${prefix}showDone`, this.get('showDone'));
    void commands.executeCommand('setContext', `${prefix}filtered`, this.get('filter') !== '');
  }
}

export function groupLabels(): Record<TodoGrouping, string> {
  return {
    note: l10n.t('By note and talk'),
    talk: l10n.t('By talk'),
    due: l10n.t('By due date'),
    person: l10n.t('By person'),
    tag: l10n.t('By tag'),
    state: l10n.t('By state'),
  };
}

export function sortLabels(): Record<TodoSorting, string> {
  return {
    position: l10n.t('As in the note'),
    due: l10n.t('Due first'),
    priority: l10n.t('Important first'),
  };
}
