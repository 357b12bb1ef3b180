import type { LogOutputChannel, Uri } from 'vscode';
import type { AnnotationWriter } from '../annotations/annotationWriter.ts';
import type { Margin } from '../annotations/margin.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import type { Platform } from '../platform.ts';
import type { AnnotationsView } from '../views/annotationsView.ts';
import type { BacklinksView } from '../views/backlinksView.ts';
import type { LinksView } from '../views/linksView.ts';
import type { SpeakerPages } from '../views/speakerPage.ts';
import type { TalksView } from '../views/talksView.ts';
import type { TodosView } from '../views/todosView.ts';
import type { WebLinks } from '../web/webLinks.ts';
import type { TodoWriter } from '../writing/todoWriter.ts';

/** The parts that commands work with. */
export interface CommandContext {
  readonly client: TalkNotesClient;
  readonly writer: TodoWriter;
  readonly talks: TalksView;
  readonly todos: TodosView;
  readonly backlinks: BacklinksView;
  readonly annotations: AnnotationsView;
  readonly margin: Margin;
  readonly webLinks: LinksView;
  readonly speakerPages: SpeakerPages;
  readonly web: WebLinks;
  readonly annotationWriter: AnnotationWriter;
  readonly platform: Platform;
  /** Where the extension is installed. */
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
}

export interface Command {
  readonly id: string;
  run(context: CommandContext, ...args: readonly unknown[]): void | Promise<void>;
}
