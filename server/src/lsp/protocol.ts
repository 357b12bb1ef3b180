/**
 * What the client and the server say to each other beyond the Language Server Protocol.
 * The only server file that the client imports. Documented in docs/lsp-extensions.md.
 */

import type { WireAnnotationRef } from './protocol/annotations.ts';
import type { WebAccess } from './protocol/webLinks.ts';

export * from './protocol/annotations.ts';
export * from './protocol/talkWrites.ts';
export * from './protocol/todoEdits.ts';
export * from './protocol/webLinks.ts';

/** A JSON-RPC method with the types of what goes in and what comes out. */
export interface RequestOf<Params, Result> {
  readonly method: string;
  readonly _?: [Params, Result];
}

export interface NotificationOf<Params> {
  readonly method: string;
  readonly _?: [Params];
}

/** 0-based, UTF-16, as in the Language Server Protocol. */
export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

/** One row of a tree view. Ids are stable over edits that do not touch the row: never a line number, never a count. */
export interface TreeNode {
  readonly id: string;
  readonly parent?: string;
  readonly label: string;
  /** The part of the label to mark: where it starts and ends. */
  readonly highlight?: readonly [number, number];
  /** Speakers, counts: what stands dimmed behind the label. */
  readonly description?: string;
  readonly tooltip?: string;
  /** A codicon's name. */
  readonly icon?: string;
  /** Id of a theme colour. */
  readonly iconColor?: string;
  readonly kind: 'event' | 'talk' | 'section' | 'note' | 'folder' | 'group' | 'todo' | 'annotation' | 'link' | 'link';
  readonly hasChildren: boolean;
  /** Rows of which this is true open with their children shown. */
  readonly expanded?: boolean;
  /** Where a click leads; absent for folders. */
  readonly uri?: string;
  readonly range?: WireRange;
  /** Present exactly for to-dos. */
  readonly todo?: TodoRef & {
    readonly done: boolean;
    readonly state: TodoState;
    /** ISO 8601: `2026-12-01`. */
    readonly due?: string;
    readonly priority?: TodoPriority;
  };
  /** Present exactly for annotations. */
  readonly annotation?: WireAnnotationRef & { readonly state: 'open' | 'resolved' };
}

export type TodoState = 'open' | 'in-progress' | 'done' | 'cancelled';
export type TodoPriority = 'high' | 'medium' | 'low';

/** Which to-do a person meant, and what they saw: nothing is written where the note says otherwise by now. */
export interface TodoRef {
  readonly uri: string;
  /** The row's id. */
  readonly id: string;
  /** 0-based line and plain text of the to-do as the row showed them. */
  readonly line: number;
  readonly text: string;
}

export interface TreeParams {
  /** Whose children; the roots where it is absent. */
  readonly parent?: string;
}

/** By what the Talks view groups, and which talks it leaves out. What is absent leaves out nothing. */
export interface TalksParams extends TreeParams {
  readonly groupBy?: 'event' | 'year' | 'speaker' | 'tag';
  /** Words, each of which has to be in the title, event, speakers or tags. */
  readonly filter?: string;
  readonly subset?: 'all' | 'with-video' | 'without-slides' | 'to-watch';
}

export interface TalksResult {
  readonly nodes: readonly TreeNode[];
}

/** Children of a row of the Talks view: events and folders, talks, sections. */
export const talksRequest: RequestOf<TalksParams, TalksResult> = { method: 'talkNotes/talks' };

export interface TalkPathParams {
  readonly uri: string;
  readonly position: WirePosition;
}

/** Rows from the root down to the innermost row that holds the position; empty where there is none. */
export const talkPathRequest: RequestOf<TalkPathParams, TalksResult> = { method: 'talkNotes/talkPath' };

/** One line of the Go to Talk… list. */
export interface TalkEntry {
  readonly title: string;
  readonly event: string;
  readonly speakers: readonly string[];
  readonly uri: string;
  /** The title, to show and to put the cursor on. */
  readonly range: WireRange;
  /** False for a section of a note that is no event note. */
  readonly isTalk: boolean;
}

export interface TalkListResult {
  /** Talks of event notes first, then the sections of all other notes. */
  readonly talks: readonly TalkEntry[];
}

export const talkListRequest: RequestOf<Record<string, never>, TalkListResult> = { method: 'talkNotes/talkList' };

export interface AdjacentTalkParams extends TalkPathParams {
  readonly direction: 'next' | 'previous';
  /** `talks` where it is absent; `headings`: titles of every level. */
  readonly among?: 'talks' | 'headings';
}

export interface AdjacentTalkResult {
  /** The title to jump to; absent at the note's last or first talk. */
  readonly range?: WireRange;
  readonly title?: string;
}

export const adjacentTalkRequest: RequestOf<AdjacentTalkParams, AdjacentTalkResult> = {
  method: 'talkNotes/adjacentTalk',
};

export type TodoGrouping = 'note' | 'talk' | 'due' | 'person' | 'tag' | 'state';
export type TodoSorting = 'position' | 'due' | 'priority';

export interface TodosParams extends TreeParams {
  readonly showDone: boolean;
  /** `note` where it is absent: by note, its talks and sections. */
  readonly group?: TodoGrouping;
  /** `position` where it is absent: as they stand in the note. */
  readonly sort?: TodoSorting;
  /** Words, `@person`, `#tag`, `due:overdue`, `is:in-progress`, `priority:high`, `in:talk`; all have to fit. */
  readonly filter?: string;
  /** The user's day, ISO 8601; the server's where it is absent. */
  readonly today?: string;
}

export interface TodosResult {
  readonly nodes: readonly TreeNode[];
  /** Open to-dos of the whole workspace, whatever `parent` and `filter` say; and how many of them are overdue or due today. */
  readonly open: number;
  readonly overdue: number;
  readonly dueToday: number;
}

export const todosRequest: RequestOf<TodosParams, TodosResult> = { method: 'talkNotes/todos' };

export interface ToggleTodoParams {
  /** To-dos of one or several notes, from the tree … */
  readonly todos?: readonly TodoRef[];
  /** … or lines of an editor: every to-do that starts on or spans one of them. */
  readonly lines?: { readonly uri: string; readonly ranges: readonly WireRange[] };
  /** `true` checks, `false` unchecks; where it is absent the first to-do sets the direction for all. */
  readonly done?: boolean;
  /** The state to bring them to, where it is more than done or not. */
  readonly state?: TodoState;
  /** What is nested in them goes along. */
  readonly nested?: boolean;
  /** The user's day, ISO 8601; the server's where it is absent. */
  readonly today?: string;
}

export interface ToggleEdit {
  readonly uri: string;
  /** Version of the open document that the edits belong to; `null` for a closed file. */
  readonly version: number | null;
  readonly edits: readonly { readonly range: WireRange; readonly newText: string }[];
  /** Lines as they must read now for the edits to be right: the client checks them before it writes. */
  readonly expected: readonly { readonly line: number; readonly text: string }[];
}

export interface ToggleTodoResult {
  /** Empty where nothing was to be changed, or nothing could be. */
  readonly changes: readonly ToggleEdit[];
  /** How many to-dos change. */
  readonly count: number;
  /** The state they are brought to. */
  readonly done: boolean;
  /** Open to-dos nested in those that are checked off, which are left as they are. */
  readonly openNested: number;
  /** Why a to-do was left alone, as a sentence for the user; absent when all is well. */
  readonly refused?: string;
}

/** Computes the edits that check or uncheck to-dos. The client applies them; the server never writes a file. */
export const toggleTodoRequest: RequestOf<ToggleTodoParams, ToggleTodoResult> = { method: 'talkNotes/toggleTodo' };

/** Argument of the server command `talkNotes.server.editSection`: what to do with the section at a position. */
export interface SectionParams {
  readonly uri: string;
  readonly position: WirePosition;
  readonly how: 'up' | 'down' | 'promote' | 'demote';
}

export interface LinkTextParams {
  readonly uri: string;
  /** What is selected, which becomes the link's text; empty for a cursor. */
  readonly range: WireRange;
  /** A web address, or … */
  readonly address?: string;
  /** … files to link to. */
  readonly files?: readonly string[];
}

export interface LinkTextResult {
  /** What takes the place of the selection; absent where no link can be written. */
  readonly text?: string;
}

/** A link in the note's own format, for an address that is pasted or files that are dropped. */
export const linkTextRequest: RequestOf<LinkTextParams, LinkTextResult> = { method: 'talkNotes/linkText' };

export interface CheckLinksResult {
  readonly notes: number;
  readonly links: number;
  /** Findings that are warnings or errors. */
  readonly findings: number;
  readonly notesWithFindings: number;
}

/** Publishes the findings of all notes, not only of those that are open, and keeps them up to date from then on. */
export const checkLinksRequest: RequestOf<Record<string, never>, CheckLinksResult> = {
  method: 'talkNotes/checkLinks',
};

export interface BacklinksParams extends TreeParams {
  /** The note that is linked to. */
  readonly uri: string;
}

/** Children of a row of the Backlinks view: notes that link to a note, and the lines in which they do. */
export const backlinksRequest: RequestOf<BacklinksParams, TalksResult> = { method: 'talkNotes/backlinks' };

/** A place in a file, as the Language Server Protocol has it. */
export interface WireLocation {
  readonly uri: string;
  readonly range: WireRange;
}

/** Every link in any note that leads to a file, a note or not, or to a place in it. */
export const fileReferencesRequest: RequestOf<
  { readonly uri: string },
  { readonly locations: readonly WireLocation[] }
> = {
  method: 'talkNotes/fileReferences',
};

/** The argument of the client's command `talkNotes.showReferences`, which code lenses run. */
export interface ShowReferences {
  readonly uri: string;
  readonly position: WirePosition;
  readonly locations: readonly WireLocation[];
}

/** The state of the server's index, for views that wait for it and for tests. */
export interface IndexState {
  readonly phase: 'scanning' | 'ready' | 'cancelled';
  readonly notes: number;
}

/** Answers when the scan that is under way has ended. */
export const indexReadyRequest: RequestOf<Record<string, never>, IndexState> = { method: 'talkNotes/indexReady' };

/** The tree that a view shows may have changed. Sent only when it did. */
export const didChangeTreesNotification: NotificationOf<{
  readonly talks: boolean;
  readonly todos: boolean;
  readonly annotations: boolean;
}> = { method: 'talkNotes/didChangeTrees' };

/** Other notes may link to a note now, or in other lines. Sent only when links changed. */
export const didChangeBacklinksNotification: NotificationOf<Record<string, never>> = {
  method: 'talkNotes/didChangeBacklinks',
};

/** Something the user should know once: an undecodable note, a limit that was reached. */
export const noticeNotification: NotificationOf<{ readonly message: string }> = { method: 'talkNotes/notice' };

export interface ListFoldersParams {
  readonly uris: readonly string[];
}

export interface FolderItem {
  readonly name: string;
  /** Of what a link leads to, where it is a link. */
  readonly kind: 'file' | 'folder';
  readonly link?: boolean;
}

export interface ListFoldersResult {
  /** For each URI, in their order. */
  readonly folders: readonly (readonly FolderItem[] | 'missing' | 'unreadable')[];
}

/** Asked of the client, for folders that the server cannot list itself. */
export const listFoldersRequest: RequestOf<ListFoldersParams, ListFoldersResult> = { method: 'talkNotes/fs/list' };

export interface ReadFilesParams {
  readonly uris: readonly string[];
  /** Bytes; larger files are `too-large`. */
  readonly limit: number;
}

export type FileContent = { readonly base64: string } | { readonly failure: 'missing' | 'unreadable' | 'too-large' };

export interface ReadFilesResult {
  /** For each URI, in their order. */
  readonly files: readonly FileContent[];
}

/** Asked of the client, for files that the server cannot read itself. */
export const readFilesRequest: RequestOf<ReadFilesParams, ReadFilesResult> = { method: 'talkNotes/fs/read' };

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
