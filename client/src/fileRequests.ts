/** Reads files for the server where it cannot: in the browser, and in folders that are on no disk. */
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileContent,
  type FolderItem,
  type ListFoldersParams,
  type ListFoldersResult,
  listFoldersRequest,
  type ReadFilesParams,
  type ReadFilesResult,
  readFilesRequest,
} from '../../server/src/lsp/protocol.ts';

/** Has `client` answer the server's requests for files. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(listFoldersRequest.method, async ({ uris }: ListFoldersParams): Promise<ListFoldersResult> => {
    return { folders: await Promise.all(uris.map((uri) => listFolder(Uri.parse(uri)))) };
  });
  client.onRequest(readFilesRequest.method, async ({ uris, limit }: ReadFilesParams): Promise<ReadFilesResult> => {
    return { files: await Promise.all(uris.map((uri) => readFile(Uri.parse(uri), limit))) };
  });
}

async function listFolder(uri: Uri): Promise<readonly FolderItem[] | 'missing' | 'unreadable'> {
  try {
    return (await workspace.fs.readDirectory(uri)).flatMap(([name, type]) => folderItem(name, type) ?? []);
  } catch (error) {
    return failure(error);
  }
}

function folderItem(name: string, type: FileType): FolderItem | undefined {
  const kind = type & FileType.File ? 'file' : type & FileType.Directory ? 'folder' : undefined;
  return kind && { name, kind, ...(type & FileType.SymbolicLink ? { link: true } : {}) };
}

async function readFile(uri: Uri, limit: number): Promise<FileContent> {
  try {
    const { size } = await workspace.fs.stat(uri);
    return size > limit ? { failure: 'too-large' } : { base64: base64Of(await workspace.fs.readFile(uri)) };
  } catch (error) {
    return { failure: failure(error) };
  }
}

function failure(error: unknown): 'missing' | 'unreadable' {
  const isMissing = error instanceof FileSystemError && /^FileNot(?:Found|ADirectory)$/.test(error.code);
  return isMissing ? 'missing' : 'unreadable';
}

/** Bytes a call can take as arguments on every engine. */
const chunkSize = 0x2000;

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunkSize) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunkSize));
  }
  return btoa(binary);
}
