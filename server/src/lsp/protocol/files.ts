/** Asked of the client, for folders and files that the server cannot read itself. */
import type { RequestOf } from './wire.ts';

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
