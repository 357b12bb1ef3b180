import type { LogOutputChannel } from 'vscode';
import type { TalkNotesClient } from '../languageClient.ts';
import type { BacklinksView } from '../views/backlinksView.ts';
import type { TalksView } from '../views/talksView.ts';
import type { TodosView } from '../views/todosView.ts';
import type { TodoWriter } from '../writing/todoWriter.ts';

/** The parts that commands work with. */
export interface CommandContext {
  readonly client: TalkNotesClient;
  readonly writer: TodoWriter;
  readonly talks: TalksView;
  readonly todos: TodosView;
  readonly backlinks: BacklinksView;
  readonly log: LogOutputChannel;
}

export interface Command {
  readonly id: string;
  run(context: CommandContext, ...args: readonly unknown[]): void | Promise<void>;
}
