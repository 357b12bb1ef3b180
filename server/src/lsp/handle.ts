/** What every request goes through: a cancelled one rejects, and one that fails is logged and answered as empty. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import type { NotePath } from '../core/text/path.ts';
import { uriToPath } from '../workspace/notePath.ts';
import type { NoteWorkspace } from '../workspace/noteWorkspace.ts';
import type { Logger, MaybePromise } from '../workspace/ports.ts';

/** A note that a request is about, in the state that it has now. */
export interface RequestedNote {
  readonly path: NotePath;
  readonly entry: NoteEntry;
  readonly snapshot: Snapshot;
}

interface NoteParams {
  readonly textDocument: { readonly uri: string };
}

export type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R>;

export class Handle {
  readonly #logger: Logger;
  readonly #workspace: NoteWorkspace;

  constructor(logger: Logger, workspace: NoteWorkspace) {
    this.#logger = logger;
    this.#workspace = workspace;
  }

  /** A handler of the request `name`; `empty` makes the answer that says nothing. */
  request<P, R>(
    name: string,
    empty: () => R,
    answer: (params: P, token: CancellationToken) => MaybePromise<R>,
  ): Handler<P, R> {
    return async (params, token) => {
      throwIfCancelled(token);
      try {
        const result = await answer(params, token);
        throwIfCancelled(token);
        return result;
      } catch (error) {
        if (error instanceof ResponseError) {
          throw error;
        }
        this.#logger.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return empty();
      }
    };
  }

  /** The same for a request about one note; what is no note, or is not known, is answered as empty. */
  note<P extends NoteParams, R>(
    name: string,
    empty: () => R,
    answer: (note: RequestedNote, params: P, token: CancellationToken) => MaybePromise<R>,
  ): Handler<P, R> {
    return this.request(name, empty, (params: P, token) => {
      const note = this.find(params.textDocument.uri);
      return note === undefined ? empty() : answer(note, params, token);
    });
  }

  /** The note at a URI, open or indexed. */
  find(uri: string): RequestedNote | undefined {
    const path = uriToPath(uri);
    const entry = path === undefined ? undefined : this.#workspace.entry(path);
    return path === undefined || entry === undefined
      ? undefined
      : { path, entry, snapshot: this.#workspace.snapshotFor(path) };
  }
}

function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  }
}
