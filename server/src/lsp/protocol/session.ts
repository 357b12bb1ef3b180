/** How a session begins, and how the server is. */
import type { WebAccess } from './webLinks.ts';
import type { NotificationOf, RequestOf } from './wire.ts';

/** What the client passes as `initializationOptions`; any LSP editor may. */
export interface InitializationOptions {
  /** The settings below `talkNotes`, for clients without `workspace/configuration`. */
  readonly settings?: unknown;
  /** What the editor shows of its own; see `ServedElsewhere`. */
  readonly servedElsewhere?: readonly ServedElsewhere[];
  /** The client answers `talkNotes/fs/list` and `talkNotes/fs/read`. */
  readonly readsFiles?: boolean;
  /** URI of the folder with a page for each finding, where the server cannot know it. */
  readonly findingsHelp?: string;
  /** Whether and how the web may be asked; see `WebAccess`. Where it is absent, the settings alone decide. */
  readonly webAccess?: WebAccess;
  /** What people read, in their language, by the English texts; those that are missing stay English. */
  readonly texts?: Readonly<Record<string, string>>;
}

/**
 * Something the editor offers by itself for notes of a language, and the server therefore leaves to it:
 * - `outline`: the titles of a document
 * - `workspaceSymbols`: the titles of all notes
 * - `navigation`: definitions, references and completion of links that CommonMark has
 * - `findings`: problems of links that CommonMark has
 */
export type ElsewhereFeature = 'outline' | 'workspaceSymbols' | 'navigation' | 'findings';

export interface ServedElsewhere {
  /** As the editor calls it: `markdown`. */
  readonly languageId: string;
  readonly features: readonly ElsewhereFeature[];
}

/** What the editor offers by itself has changed. Replaces what was said before. */
export const didChangeServedElsewhereNotification: NotificationOf<{
  readonly servedElsewhere: readonly ServedElsewhere[];
}> = { method: 'talkNotes/didChangeServedElsewhere' };

/** The state of the server's index, for views that wait for it and for tests. */
export interface IndexState {
  readonly phase: 'scanning' | 'ready' | 'cancelled';
  readonly notes: number;
}

/** Answers when the scan that is under way has ended. */
export const indexReadyRequest: RequestOf<Record<string, never>, IndexState> = { method: 'talkNotes/indexReady' };

/** Something the user should know once: an undecodable note, a limit that was reached. */
export const noticeNotification: NotificationOf<{ readonly message: string }> = { method: 'talkNotes/notice' };
