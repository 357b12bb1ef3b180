import { commands, type Disposable, l10n, Uri, window, workspace } from 'vscode';
import type {
  AddTodoParams,
  ArchiveDoneParams,
  MoveTodosParams,
  SetTodoFieldsParams,
  TodoChoiceParams,
  TodoEditsResult,
  ToggleEdit,
  ToggleTodoParams,
} from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import type { Platform } from '../platform.ts';
import { today } from '../today.ts';
import { type PlannedEdit, planEdit, writeEdits } from './noteWriter.ts';

/** A change of to-dos other than to another state. */
export type TodoChange =
  | ({ readonly type: 'fields' } & Pick<SetTodoFieldsParams, 'due' | 'priority'>)
  | ({ readonly type: 'move' } & Pick<MoveTodosParams, 'to' | 'toRow'>)
  | ({ readonly type: 'add' } & AddTodoParams)
  | ({ readonly type: 'archive' } & ArchiveDoneParams);

const canUndoKey = 'talkNotes.canUndoCheckOff';

/** Checks to-dos off in the notes, and takes the last such change back. The server computes; this writes. */
export class TodoWriter implements Disposable {
  readonly #client: TalkNotesClient;
  readonly #platform: Platform;
  #last: readonly ToggleEdit[] = [];
  /** One change at a time: the second may concern lines that the first one moves. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(client: TalkNotesClient, platform: Platform) {
    this.#client = client;
    this.#platform = platform;
  }

  /** Toggles what `params` names; where it cannot, writes nothing and says why. */
  async toggle(params: ToggleTodoParams): Promise<void> {
    await this.#enqueue(() => this.#edit(urisOf(params), () => this.#askToggle(params)));
  }

  /** Changes the chosen to-dos in another way; answers how many of them. Where it cannot, writes nothing and says why. */
  async change(choice: TodoChoiceParams, change: TodoChange): Promise<number> {
    let count = 0;
    await this.#enqueue(() =>
      this.#edit([...urisOf(choice), ...('to' in change && change.to ? [change.to.uri] : [])], async () => {
        const result = await this.#askChange(choice, change);
        count = result.count;
        return result;
      }),
    );
    return count;
  }

  /** Takes back what the last `toggle` did, in notes that still read as it left them. */
  undoLast(): Promise<void> {
    return this.#enqueue(async () => {
      const edits = this.#last;
      await this.#remember([]);
      const problem = await this.#write(edits);
      if (problem !== undefined) say(problem);
    });
  }

  dispose(): void {
    this.#last = [];
  }

  async #edit(uris: Iterable<string>, ask: () => Promise<TodoEditsResult>): Promise<void> {
    // Opened first, so that the server answers from the text that is going to be edited.
    for (const uri of new Set(uris)) await workspace.openTextDocument(Uri.parse(uri));
    const result = await ask();
    const problem = await this.#write(result.changes, (inverses) => this.#remember(inverses));
    const message = problem ?? result.refused;
    if (message !== undefined) say(message);
  }

  /** Whether what is nested goes along is a setting, or a question. */
  async #askToggle(params: ToggleTodoParams): Promise<TodoEditsResult> {
    const setting = workspace.getConfiguration('talkNotes.todos').get<string>('checkNested', 'ask');
    const asked = { today: today(), ...params };
    const result = await this.#client.toggleTodo({ ...asked, ...(setting === 'always' ? { nested: true } : {}) });
    if (setting !== 'ask' || result.openNested === 0) return result;
    const all = l10n.t('Check Off All');
    const one = l10n.t('Only This');
    const question = l10n.t('Check off what is nested in it as well? Open there: {0}', result.openNested);
    const answer = await window.showInformationMessage(question, { modal: true }, all, one);
    if (answer === undefined) return { changes: [], count: 0 };
    return answer === all ? this.#client.toggleTodo({ ...asked, nested: true }) : result;
  }

  #askChange(choice: TodoChoiceParams, change: TodoChange): Promise<TodoEditsResult> {
    switch (change.type) {
      case 'fields':
        return this.#client.setTodoFields({ ...choice, ...fieldsOf(change) });
      case 'move':
        return this.#client.moveTodos({
          ...choice,
          ...(change.to ? { to: change.to } : {}),
          ...(change.toRow === undefined ? {} : { toRow: change.toRow }),
        });
      case 'add':
        return this.#client.addTodo({ text: change.text, to: change.to });
      case 'archive':
        return this.#client.archiveDone(change.uri === undefined ? {} : { uri: change.uri });
    }
  }

  /** Writes all edits or, where one of them may not be written, none. Returns what to tell the user. */
  async #write(
    changes: readonly ToggleEdit[],
    done?: (inverses: readonly ToggleEdit[]) => Promise<void>,
  ): Promise<string | undefined> {
    const plans: PlannedEdit[] = [];
    for (const change of changes) {
      const plan = await planEdit(change, Uri.parse(change.uri), this.#platform);
      if ('refused' in plan) return plan.refused;
      plans.push(plan.planned);
    }
    const inverses: ToggleEdit[] = [];
    const problems: string[] = [];
    for (const written of await writeEdits(plans)) {
      if ('inverse' in written) inverses.push(written.inverse);
      const problem = 'refused' in written ? written.refused : written.unsaved;
      if (problem !== undefined) problems.push(problem);
    }
    if (inverses.length > 0) await done?.(inverses);
    return problems[0];
  }

  async #remember(inverses: readonly ToggleEdit[]): Promise<void> {
    this.#last = inverses;
    await commands.executeCommand('setContext', canUndoKey, inverses.length > 0);
  }

  #enqueue(job: () => Promise<void>): Promise<void> {
    const run = this.#queue
      .then(job)
      .catch((error: unknown) => say(l10n.t('The to-do was not changed: {0}', reason(error))));
    this.#queue = run;
    return run;
  }
}

function urisOf({ todos = [], lines }: TodoChoiceParams): readonly string[] {
  return [...todos.map(({ uri }) => uri), ...(lines ? [lines.uri] : [])];
}

function fieldsOf({ due, priority }: Pick<SetTodoFieldsParams, 'due' | 'priority'>) {
  return { ...(due === undefined ? {} : { due }), ...(priority === undefined ? {} : { priority }) };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Not awaited: the answer of a notification that nobody closes never comes. */
function say(message: string): void {
  void window.showWarningMessage(message);
}
