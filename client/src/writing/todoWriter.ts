import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { ToggleEdit, ToggleTodoParams } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import type { Platform } from '../platform.ts';
import { type PlannedEdit, planEdit, writeEdit } from './noteWriter.ts';

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
  toggle(params: ToggleTodoParams): Promise<void> {
    return this.#enqueue(() => this.#toggle(params));
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

  async #toggle(params: ToggleTodoParams): Promise<void> {
    const uris = new Set([
      ...(params.todos ?? []).map((todo) => todo.uri),
      ...(params.lines ? [params.lines.uri] : []),
    ]);
    // Opened first, so that the server answers from the text that is going to be edited.
    for (const uri of uris) await workspace.openTextDocument(Uri.parse(uri));
    const result = await this.#client.toggleTodo(params);
    const problem = await this.#write(result.changes, (inverses) => this.#remember(inverses));
    const message = problem ?? result.refused;
    if (message !== undefined) say(message);
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
    for (const plan of plans) {
      const written = await writeEdit(plan);
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
    const run = this.#queue.then(job).catch((error: unknown) => say(`The to-do was not changed: ${reason(error)}`));
    this.#queue = run;
    return run;
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Not awaited: the answer of a notification that nobody closes never comes. */
function say(message: string): void {
  void window.showWarningMessage(message);
}
