/** Web links: whether they may be asked for, what is known of them, and mending them. */
import type { TreeNode } from './trees.ts';
import type { NotificationOf, RequestOf, WireRange } from './wire.ts';

/** What the client knows and the server does not: whether the network may be used at all here, and how. */
export interface WebAccess {
  /** False in untrusted and virtual workspaces: then nothing is asked, whatever the settings say. */
  readonly allowed: boolean;
  /** File in which answers are kept; the user's own where it is absent. */
  readonly cacheFile?: string;
  readonly proxy?: string;
  readonly noProxy?: readonly string[];
  readonly proxyOff?: boolean;
  readonly systemCertificates?: boolean;
  /** Milliseconds between two requests to a host; a second where it is absent. */
  readonly hostGap?: number;
  /** The editor has the commands that only an editor can offer: open, copy, ignore. */
  readonly hasCommands?: boolean;
}

/** Replaces what was said before. */
export const didChangeWebAccessNotification: NotificationOf<WebAccess> = { method: 'talkNotes/didChangeWebAccess' };

export interface WebLinkSitesParams {
  /** Of one note; of all where it is absent. */
  readonly uri?: string;
}

export interface WebLinkSites {
  /** `false` where the web cannot be asked, whatever the user says. */
  readonly possible: boolean;
  /** Different addresses. */
  readonly links: number;
  /** Hosts that would be asked. */
  readonly sites: readonly string[];
}

/** What checking would ask. Asks nothing itself. */
export const webLinkSitesRequest: RequestOf<WebLinkSitesParams, WebLinkSites> = { method: 'talkNotes/webLinkSites' };

export interface CheckWebLinksParams {
  /** Addresses to check; those of a note, or of all notes, where they are absent. */
  readonly urls?: readonly string[];
  readonly uri?: string;
  /** Also what is known well enough. */
  readonly force?: boolean;
}

export interface CheckWebLinksResult {
  readonly checked: number;
  readonly broken: number;
  readonly moved: number;
  readonly unverified: number;
  /** Why nothing was asked, as a sentence. */
  readonly refused?: string;
}

/** Asks the web; answers when that is done. Cancelling ends it, and keeps what is known by then. */
export const checkWebLinksRequest: RequestOf<CheckWebLinksParams, CheckWebLinksResult> = {
  method: 'talkNotes/checkWebLinks',
};

export type WebLinkGrouping = 'status' | 'note' | 'host';

export interface WebLinksParams {
  readonly parent?: string;
  readonly group: WebLinkGrouping;
  /** Part of an address or of a note's path. */
  readonly filter?: string;
}

export interface WebLinksResult {
  readonly nodes: readonly TreeNode[];
  readonly broken: number;
  readonly moved: number;
  readonly unverified: number;
}

/** Rows of the Links view. */
export const webLinksRequest: RequestOf<WebLinksParams, WebLinksResult> = { method: 'talkNotes/webLinks' };

/** More is known of web links, or they are others; `running` while they are being asked for. */
export const didChangeWebLinksNotification: NotificationOf<{
  readonly running?: { readonly done: number; readonly total: number };
}> = { method: 'talkNotes/didChangeWebLinks' };

export interface MendLinksParams {
  readonly uri: string;
}

/** One edit that may be made. */
export interface MendProposal {
  readonly range: WireRange;
  readonly from: string;
  readonly to: string;
  /** Why, as a sentence. */
  readonly reason: string;
}

export interface MendLinksResult {
  readonly version: number | null;
  readonly proposals: readonly MendProposal[];
  /** Broken links for which nothing was found. */
  readonly left: number;
}

/** New addresses for the moved links of a note, and archived copies for the broken ones. Changes nothing. */
export const mendLinksRequest: RequestOf<MendLinksParams, MendLinksResult> = { method: 'talkNotes/mendLinks' };

export interface WriteLinksParams {
  readonly uri: string;
  /** The one that the proposals were made for. */
  readonly version: number | null;
  /** Those that are to be written. */
  readonly links: readonly Pick<MendProposal, 'range' | 'to'>[];
}

export interface WriteLinksResult {
  /** `false`: the note has changed meanwhile, or the editor did not make the edit. */
  readonly written: boolean;
}

/** Writes proposals into the note, in one step, with what else has to change for them. */
export const writeLinksRequest: RequestOf<WriteLinksParams, WriteLinksResult> = { method: 'talkNotes/writeLinks' };
