/** Puts the parts together. Imports nothing that only Node has, so that any host's entry point can use it. */
import { type ExtensionContext, window } from 'vscode';
import { AnnotationWriter } from './annotations/annotationWriter.ts';
import { Margin } from './annotations/margin.ts';
import { BuiltInMarkdown } from './builtInMarkdown.ts';
import { registerCommands } from './commands/allCommands.ts';
import { TalkNotesClient } from './languageClient.ts';
import { publishNoteLanguages } from './noteLanguages.ts';
import type { Platform } from './platform.ts';
import { Highlighter } from './todos/highlighter.ts';
import { AnnotationsView } from './views/annotationsView.ts';
import { BacklinksView } from './views/backlinksView.ts';
import { letEmptyViewsSpeak } from './views/emptyViews.ts';
import { LinksView } from './views/linksView.ts';
import { SpeakerPages } from './views/speakerPage.ts';
import { showMarks } from './views/talkMarks.ts';
import { TalksView } from './views/talksView.ts';
import { TodosView } from './views/todosView.ts';
import { webAccess } from './web/webAccess.ts';
import { WebLinks } from './web/webLinks.ts';
import { LinkInserter } from './writing/linkInserter.ts';
import { TodoWriter } from './writing/todoWriter.ts';

/** What `activate` returns: for tests, and for extensions that build on this one. */
export interface TalkNotesApi {
  readonly client: TalkNotesClient;
  readonly talks: TalksView;
  readonly todos: TodosView;
  readonly backlinks: BacklinksView;
  readonly annotations: AnnotationsView;
  readonly margin: Margin;
  readonly webLinks: LinksView;
}

export function startExtension(context: ExtensionContext, platform: Platform): TalkNotesApi {
  const log = window.createOutputChannel('Talk Notes', { log: true });
  publishNoteLanguages();
  const builtIn = new BuiltInMarkdown();
  const client = new TalkNotesClient(platform, log, builtIn, webAccess(context.globalStorageUri, platform));
  const writer = new TodoWriter(client, platform);
  const talks = new TalksView(client, log, context.workspaceState, (rows, onto) => todos.move(rows, onto));
  const todos = new TodosView(client, writer, log, context.workspaceState);
  context.subscriptions.push(new Highlighter(client), showMarks());
  const backlinks = new BacklinksView(client, log);
  context.subscriptions.push(backlinks, log, builtIn, client, writer, talks, todos);
  // Once: what a server that is restarted has to say, the views hear in their own time.
  const firstIndex = client.onDidIndex(() => {
    firstIndex.dispose();
    void letEmptyViewsSpeak([talks.tree, todos.tree]);
  });
  context.subscriptions.push(firstIndex);
  const annotations = new AnnotationsView(client, log, context.workspaceState);
  const margin = new Margin(client, log);
  const annotationWriter = new AnnotationWriter(client, platform);
  context.subscriptions.push(annotations, margin, new LinkInserter(client));
  const webLinks = new LinksView(client, log, context.workspaceState);
  const web = new WebLinks(client, context, platform, log);
  context.subscriptions.push(webLinks, web);
  const speakerPages = new SpeakerPages();
  context.subscriptions.push(speakerPages);
  const views = { talks, todos, backlinks, annotations, margin, webLinks };
  context.subscriptions.push(
    ...registerCommands({
      client,
      writer,
      annotationWriter,
      platform,
      log,
      web,
      speakerPages,
      ...views,
      extensionUri: context.extensionUri,
    }),
  );
  void client.start();
  return { client, ...views };
}
