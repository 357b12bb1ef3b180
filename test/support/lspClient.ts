/** A plain JSON-RPC client with the real server as its child: what any editor but VS Code would see. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Diagnostic, InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';

const projectRoot = join(import.meta.dirname, '../..');
const serverMain = join(projectRoot, 'server/src/platform/node/main.ts');

/** Every test starts a server: with its code compiled already, that takes a quarter of the time. */
export const serverEnvironment = {
  ...process.env,
  NODE_COMPILE_CACHE: join(projectRoot, 'node_modules/.cache/talk-notes'),
};

export interface ClientOptions {
  /** URIs of the workspace folders. */
  readonly folders?: readonly string[];
  /** What the client answers to `workspace/configuration`, by section. */
  readonly configuration?: Record<string, unknown>;
  readonly initializationOptions?: unknown;
  /** Merged over those of a capable editor; an object below replaces the whole branch. */
  readonly capabilities?: Record<string, unknown>;
  /** Answers the server's requests for files: folders with what lies in them, files with their text; by URI. */
  readonly files?: ReadonlyMap<string, readonly { name: string; kind: 'file' | 'folder' }[] | string>;
  /** Node's own flags for the server. */
  readonly execArgv?: readonly string[];
  /** The server to start; without one, the sources. */
  readonly main?: string;
}

export interface ChangedTrees {
  readonly talks: boolean;
  readonly todos: boolean;
}

/** Milliseconds until a test that waits in vain is told so. */
const patience = 30_000;

const capableEditor = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { workDoneProgress: true },
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: { tooltipSupport: true },
    definition: { linkSupport: true },
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } } },
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      versionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
  },
};

export class LspClient {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  /** Everything published, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly notices: string[] = [];
  /** What the user is told. */
  readonly messages: string[] = [];
  readonly treeChanges: ChangedTrees[] = [];
  /** How often the server said that links changed. */
  backlinkChanges = 0;
  readonly appliedEdits: unknown[] = [];
  readonly registrations: string[] = [];
  readonly unregistrations: string[] = [];
  readonly progress: unknown[] = [];
  /** The URIs of each request for files. */
  readonly fileRequests: string[][] = [];
  readonly logged: string[] = [];
  configuration: Record<string, unknown>;
  result: InitializeResult | undefined;
  readonly #waiting = new Set<() => void>();

  constructor({ configuration = {}, execArgv = [], main = serverMain, files = new Map() }: ClientOptions = {}) {
    this.configuration = configuration;
    this.process = spawn(process.execPath, [...execArgv, main, '--stdio'], {
      env: serverEnvironment,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const { stdout, stdin } = this.process;
    if (stdout === null || stdin === null) {
      throw new Error('no pipes');
    }
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#listen();
    this.#answerFileRequests(files);
  }

  /** Starts a server and initializes it. */
  static async start(options: ClientOptions = {}): Promise<LspClient> {
    const client = new LspClient(options);
    const folders = options.folders?.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })) ?? null;
    client.result = await client.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders,
      capabilities: { ...capableEditor, ...options.capabilities },
      initializationOptions: options.initializationOptions,
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Asks about one document. */
  ask<R>(method: string, uri: string, more: object = {}): Promise<R> {
    return this.request<R>(`textDocument/${method}`, { textDocument: { uri }, ...more });
  }

  open(uri: string, text: string, version = 1, languageId = 'restructuredtext'): Promise<void> {
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Replaces the whole text. */
  replace(uri: string, version: number, text: string): Promise<void> {
    return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  /** Types at one place: line and column, 0-based. */
  type(uri: string, version: number, line: number, character: number, text: string): Promise<void> {
    const at = { line, character };
    return this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text }],
    });
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Tells of files that came (1), changed (2) or went (3). */
  filesChanged(...changes: { readonly uri: string; readonly type: 1 | 2 | 3 }[]): Promise<void> {
    return this.notify('workspace/didChangeWatchedFiles', { changes });
  }

  indexReady(): Promise<{ phase: string; notes: number }> {
    return this.request('talkNotes/indexReady', {});
  }

  /** What was published last for a document. */
  diagnostics(uri: string): readonly Diagnostic[] | undefined {
    return this.published.findLast((params) => params.uri === uri)?.diagnostics;
  }

  /** Codes of what was published last for a document. */
  codes(uri: string): readonly string[] {
    return (this.diagnostics(uri) ?? []).map((diagnostic) => String(diagnostic.code));
  }

  /** Resolves once `condition` holds; it is looked at again whenever the server says something. */
  async until(condition: () => boolean, what: string): Promise<void> {
    if (condition()) {
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (condition()) {
          clearTimeout(timer);
          this.#waiting.delete(look);
          resolve();
        }
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`waited in vain: ${what}\n${this.logged.join('\n')}`));
      }, patience);
      this.#waiting.add(look);
    });
  }

  /** Says goodbye and waits until the server's process has ended; gives its exit code. */
  async stop(): Promise<number | null> {
    const { process: child, connection } = this;
    if (child.exitCode !== null || child.signalCode !== null) {
      return child.exitCode;
    }
    const exit = once(child, 'exit');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await exit;
    connection.dispose();
    return child.exitCode;
  }

  #listen(): void {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#said(this.published, params);
    });
    connection.onNotification('talkNotes/notice', ({ message }: { message: string }) => {
      this.#said(this.notices, message);
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.#said(this.messages, message);
    });
    connection.onNotification('talkNotes/didChangeTrees', (change: ChangedTrees) => {
      this.#said(this.treeChanges, change);
    });
    connection.onNotification('talkNotes/didChangeBacklinks', () => {
      this.backlinkChanges++;
      this.#look();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.#said(this.logged, message);
    });
    connection.onNotification('$/progress', (params: unknown) => this.#said(this.progress, params));
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => this.configuration[section] ?? null),
    );
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      for (const { method } of registrations) {
        this.#said(this.registrations, method);
      }
      return null;
    });
    connection.onRequest(
      'client/unregisterCapability',
      ({ unregisterations }: { unregisterations: { method: string }[] }) => {
        for (const { method } of unregisterations) {
          this.#said(this.unregistrations, method);
        }
        return null;
      },
    );
    connection.onRequest('workspace/applyEdit', ({ edit }: { edit: unknown }) => {
      this.#said(this.appliedEdits, edit);
      return { applied: true };
    });
    connection.onError(() => {});
    connection.listen();
  }

  #answerFileRequests(files: NonNullable<ClientOptions['files']>): void {
    this.connection.onRequest('talkNotes/fs/list', ({ uris }: { uris: string[] }) => {
      this.fileRequests.push(uris);
      return { folders: uris.map((uri) => (Array.isArray(files.get(uri)) ? files.get(uri) : 'missing')) };
    });
    this.connection.onRequest('talkNotes/fs/read', ({ uris }: { uris: string[] }) => {
      this.fileRequests.push(uris);
      const read = (text: unknown) =>
        typeof text === 'string' ? { base64: Buffer.from(text).toString('base64') } : { failure: 'missing' };
      return { files: uris.map((uri) => read(files.get(uri))) };
    });
  }

  #said<T>(list: T[], message: T): void {
    list.push(message);
    this.#look();
  }

  #look(): void {
    for (const look of [...this.#waiting]) {
      look();
    }
  }
}
