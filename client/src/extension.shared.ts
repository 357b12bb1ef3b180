/** Puts the parts together. Imports nothing that only Node has, so that any host's entry point can use it. */
import { type ExtensionContext, window } from 'vscode';
import { BuiltInMarkdown } from './builtInMarkdown.ts';
import { registerCommands } from './commands/allCommands.ts';
import { TalkNotesClient } from './languageClient.ts';
import { publishNoteLanguages } from './noteLanguages.ts';
import type { Platform } from './platform.ts';
import { BacklinksView } from './views/backlinksView.ts';
import { TalksView } from './views/talksView.ts';
import { TodosView } from './views/todosView.ts';
import { TodoWriter } from './writing/todoWriter.ts';

/** What `activate` returns: for tests, and for extensions that build on this one. */
export interface TalkNotesApi {
  readonly client: TalkNotesClient;
  readonly talks: TalksView;
  readonly todos: TodosView;
  readonly backlinks: BacklinksView;
}

export function startExtension(context: ExtensionContext, platform: Platform): TalkNotesApi {
  const log = window.createOutputChannel('Talk Notes', { log: true });
  publishNoteLanguages();
  const builtIn = new BuiltInMarkdown();
  const client = new TalkNotesClient(platform, log, builtIn);
  const writer = new TodoWriter(client, platform);
  const talks = new TalksView(client, log);
  const todos = new TodosView(client, writer, log, context.workspaceState);
  const backlinks = new BacklinksView(client, log);
  context.subscriptions.push(backlinks, log, builtIn, client, writer, talks, todos);
  context.subscriptions.push(...registerCommands({ client, writer, talks, todos, backlinks, log }));
  void client.start();
  return { client, talks, todos, backlinks };
}
