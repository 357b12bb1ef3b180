/** What all that client and server say is made of. */
import type { NotePath } from '../../core/text/path.ts';

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

/** A place in a file, as the Language Server Protocol has it. */
export interface WireLocation {
  readonly uri: string;
  readonly range: WireRange;
}

/** What the server knows by a note's path, with the note's URI instead. */
export type OnWire<Thing extends { readonly path: NotePath }> = Omit<Thing, 'path'> & { readonly uri: string };

export interface ToggleEdit {
  readonly uri: string;
  /** Version of the open document that the edits belong to; `null` for a closed file. */
  readonly version: number | null;
  readonly edits: readonly { readonly range: WireRange; readonly newText: string }[];
  /** Lines as they must read now for the edits to be right: the client checks them before it writes. */
  readonly expected: readonly { readonly line: number; readonly text: string }[];
}
