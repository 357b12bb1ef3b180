/** Files that only the client can read: of a virtual workspace, and all where the server runs in a browser. */
import type { Connection } from 'vscode-languageserver';
import type { NotePath } from '../core/text/path.ts';
import { isOnDisk, pathToUri } from '../workspace/notePath.ts';
import type { DirectoryItem, FileSystem, ReadFailure } from '../workspace/ports.ts';
import { Prefetch } from './prefetch.ts';
import { listFoldersRequest, type RequestOf, readFilesRequest } from './protocol.ts';

type Listing = readonly DirectoryItem[] | 'missing' | 'unreadable';

export class ClientFileSystem implements FileSystem {
  readonly #folders: Prefetch<Listing>;
  readonly #files: Prefetch<Uint8Array | ReadFailure>;

  /** `limit`: bytes of the largest file that is read. */
  constructor(connection: Connection, limit: number) {
    this.#folders = new Prefetch(async (paths) => {
      const answer = await ask(connection, listFoldersRequest, { uris: paths.map(pathToUri) });
      return paths.map((_, at) => answer?.folders[at] ?? 'unreadable');
    });
    this.#files = new Prefetch(async (paths) => {
      const answer = await ask(connection, readFilesRequest, { uris: paths.map(pathToUri), limit });
      return paths.map((_, at) => {
        const file = answer?.files[at] ?? { failure: 'unreadable' };
        return 'failure' in file ? file.failure : bytesOf(file.base64);
      });
    });
  }

  readDirectory(path: NotePath): Promise<Listing> {
    return this.#folders.get(path);
  }

  async readFile(path: NotePath, limit: number): Promise<Uint8Array | ReadFailure> {
    const bytes = await this.#files.get(path);
    return typeof bytes !== 'string' && bytes.length > limit ? 'too-large' : bytes;
  }

  expect(files: readonly NotePath[], folders: readonly NotePath[]): void {
    this.#files.expect(files);
    this.#folders.expect(folders);
  }

  forget(): void {
    this.#files.forget();
    this.#folders.forget();
  }
}

/** Has each path read by the one that can: `native` what lies on the disk of this machine, `client` all others. */
export function routedFileSystem(native: FileSystem | undefined, client: FileSystem | undefined): FileSystem {
  const route = (path: NotePath) => (isOnDisk(path) && native !== undefined ? native : client);
  const isForClient = (path: NotePath) => route(path) === client;
  return {
    readDirectory: (path) => route(path)?.readDirectory(path) ?? 'unreadable',
    readFile: (path, limit) => route(path)?.readFile(path, limit) ?? 'unreadable',
    realPath: (path) => route(path)?.realPath?.(path),
    expect: (files, folders) => client?.expect?.(files.filter(isForClient), folders.filter(isForClient)),
    forget: () => client?.forget?.(),
  };
}

/** A client that fails has no files. */
async function ask<P, R>(connection: Connection, { method }: RequestOf<P, R>, params: P): Promise<R | undefined> {
  try {
    return await connection.sendRequest<R>(method, params);
  } catch {
    return undefined;
  }
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = binary.charCodeAt(at);
  }
  return bytes;
}
