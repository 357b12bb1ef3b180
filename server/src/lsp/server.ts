/** The language server: puts the parts together, and follows what the client says of folders and settings. */

import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import type { NotePath } from '../core/text/path.ts';
import { speak } from '../core/text/say.ts';
import { RenameMemory } from '../features/rename/renameMemory.ts';
import { uriToPath } from '../workspace/notePath.ts';
import { maximalSize } from '../workspace/noteReader.ts';
import { NoteWorkspace } from '../workspace/noteWorkspace.ts';
import type { Clock, FileSystem, Logger } from '../workspace/ports.ts';
import { clientFeatures } from './clientFeatures.ts';
import { ClientFileSystem, routedFileSystem } from './clientFileSystem.ts';
import { type Configuration, ConfigurationSource } from './configuration.ts';
import type { ServerContext } from './context.ts';
import { Converter } from './convert.ts';
import { DiagnosticsPublisher } from './diagnosticsPublisher.ts';
import { Handle } from './handle.ts';
import { registerHandlers } from './handlers/allHandlers.ts';
import { OpenDocuments } from './openDocuments.ts';
import {
  didChangeBacklinksNotification,
  didChangeServedElsewhereNotification,
  didChangeTreesNotification,
  didChangeWebAccessNotification,
  type InitializationOptions,
  noticeNotification,
  type WebAccess,
} from './protocol.ts';
import { ScanProgress } from './scanProgress.ts';
import { ServedElsewhere } from './servedElsewhere.ts';
import { serverCapabilities } from './serverCapabilities.ts';
import { readSettings, type Settings } from './settings.ts';
import { SwitchedFeatures, withoutLate } from './switchedFeatures.ts';
import { TreeNotifier } from './treeNotifier.ts';
import { passOnFileEvents, watchFiles } from './watchedFiles.ts';
import { serveWeb } from './web/serveWeb.ts';
import type { WebParts } from './web/webParts.ts';

/** What a platform brings. */
export interface ServerParts {
  /** The disk of this machine, where there is one. */
  readonly fileSystem?: FileSystem;
  readonly clock: Clock;
  readonly version: string;
  /** URI of the folder with a page for each finding code, without a slash at its end. */
  readonly findingsHelp?: string;
  /** Absent where there is no network to be had. */
  readonly web?: WebParts;
  /** Told once which process to end with, where the client says so. */
  watchParent?(processId: number): void;
}

/** Starts to serve on `connection`. */
export function startServer(connection: Connection, parts: ServerParts): void {
  connection.onInitialize((params) => {
    if (params.processId !== null) {
      parts.watchParent?.(params.processId);
    }
    new Server(connection, parts, params);
    const result: InitializeResult = {
      capabilities: withoutLate(serverCapabilities, clientFeatures(params)),
      serverInfo: { name: 'talk-notes-server', version: parts.version },
    };
    return result;
  });
  connection.listen();
}

class Server {
  readonly #connection: Connection;
  readonly #context: ServerContext;
  readonly #configuration: ConfigurationSource;
  readonly #trees: TreeNotifier;
  readonly #switched: SwitchedFeatures;
  #settings: Settings;
  #roots: readonly NotePath[];
  /** What the workspace was configured with last, to leave it alone where nothing of that changed. */
  #configured = '';

  constructor(connection: Connection, parts: ServerParts, params: InitializeParams) {
    const client = clientFeatures(params);
    const logger = loggerOf(connection);
    const options = initialOptions(params);
    const { settings: initial, servedElsewhere, webAccess, texts = {} } = options;
    speak(texts);
    const elsewhere = new ServedElsewhere(servedElsewhere);
    this.#connection = connection;
    this.#roots = rootsOf(params);
    this.#settings = readSettings(initial);
    this.#configuration = new ConfigurationSource(connection, client, logger, initial);
    this.#switched = new SwitchedFeatures(connection, client, logger);
    this.#trees = new TreeNotifier(parts.clock, ({ backlinks, ...change }) => {
      if (Object.values(change).includes(true)) {
        void connection.sendNotification(didChangeTreesNotification.method, change);
      }
      if (backlinks) {
        void connection.sendNotification(didChangeBacklinksNotification.method, {});
      }
    });
    const documents = new OpenDocuments();
    const convert = new Converter(documents, client, parts.findingsHelp ?? options.findingsHelp);
    const workspace = this.#createWorkspace(parts, options, logger, client.progress);
    const settings = () => this.#settings;
    const web = serveWeb(connection, { web: parts.web, clock: parts.clock, logger, workspace, settings }, () =>
      diagnostics.refreshAll(),
    );
    if (webAccess !== undefined) {
      web.setAccess(webAccess);
    }
    const diagnostics = new DiagnosticsPublisher({
      ...{ workspace, names: documents, convert, clock: parts.clock, logger, settings, elsewhere },
      web: () => web.knowledge,
      publish: (published) => void connection.sendDiagnostics(published),
    });
    const handle = new Handle(logger, workspace);
    this.#context = {
      ...{ connection, workspace, documents, diagnostics, client, convert, handle, logger, settings, elsewhere, web },
      renames: new RenameMemory(),
      reconfigure: () => this.#reconfigure(),
    };
    documents.listen(connection, workspace, (path) => {
      diagnostics.refresh(path);
      web.didOpen(path);
    });
    passOnFileEvents(connection, workspace);
    registerHandlers(this.#context);
    this.#followClient();
  }

  #createWorkspace(
    { fileSystem, clock }: ServerParts,
    { readsFiles }: InitializationOptions,
    logger: Logger,
    showsProgress: boolean,
  ): NoteWorkspace {
    const ofClient = readsFiles ? new ClientFileSystem(this.#connection, maximalSize) : undefined;
    const progress = new ScanProgress(this.#connection, clock, () => this.#context.workspace.cancelScan());
    return new NoteWorkspace({
      fileSystem: routedFileSystem(fileSystem, ofClient),
      clock,
      logger,
      parse: { todoSections: this.#settings.todoSections },
      listener: {
        didChange: (change) => {
          this.#context.diagnostics.didChange(change);
          this.#trees.didChange(change);
          this.#context.web.didChangeNote();
        },
        didScan: (state) => {
          if (showsProgress) {
            progress.didScan(state);
          }
          if (state.phase !== 'scanning') {
            logger.info(state.phase === 'ready' ? `${state.notes} notes were read.` : 'Reading was cancelled.');
            this.#context.diagnostics.refreshAll();
          }
        },
        notice: (message) => void this.#connection.sendNotification(noticeNotification.method, { message }),
      },
    });
  }

  #followClient(): void {
    const { client, workspace, elsewhere, diagnostics, web } = this.#context;
    this.#connection.onInitialized(async () => {
      if (client.workspaceFolders) {
        this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => uriToPath(uri)));
          this.#roots = distinct([...this.#roots.filter((root) => !gone.has(root)), ...pathsOf(added)]);
          void this.#reconfigure();
        });
      }
      // The scan waits for the settings only: registrations need an answer from the client each.
      const configured = this.#reconfigure();
      await this.#register();
      await configured;
    });
    this.#connection.onDidChangeConfiguration((params) => {
      this.#configuration.accept(params);
      void this.#reconfigure();
    });
    this.#connection.onNotification(didChangeServedElsewhereNotification.method, (params: unknown) => {
      elsewhere.set((params as { readonly servedElsewhere?: unknown } | null)?.servedElsewhere);
      diagnostics.refreshAll();
    });
    this.#connection.onNotification(didChangeWebAccessNotification.method, (access: WebAccess) => {
      web.setAccess(access);
      diagnostics.refreshAll();
      this.#openedUnderNewRules();
    });
    this.#connection.onShutdown(() => workspace.cancelScan());
  }

  /** Notes that are open already are looked at as if they were opened now. */
  #openedUnderNewRules(): void {
    for (const path of this.#context.workspace.openPaths) {
      this.#context.web.didOpen(path);
    }
  }

  async #register(): Promise<void> {
    const { client, logger } = this.#context;
    try {
      await watchFiles(this.#connection, client);
      if (client.configuration && client.configurationEvents) {
        const section = ['talkNotes', 'files.exclude', 'search'];
        await this.#connection.client.register(DidChangeConfigurationNotification.type, { section });
      }
    } catch (error) {
      logger.warn(`The client does not send news: ${String(error)}`);
    }
  }

  /** Reads settings anew and does what changed with them. */
  async #reconfigure(): Promise<void> {
    const { workspace, diagnostics } = this.#context;
    const { settings, exclusions }: Configuration = await this.#configuration.read(this.#roots);
    const before = this.#settings;
    this.#settings = settings;
    this.#switched.follow(settings);
    this.#context.web.reconfigure();
    if (JSON.stringify(before.web) !== JSON.stringify(settings.web)) {
      this.#openedUnderNewRules();
    }
    const roots = this.#roots;
    const configured = JSON.stringify([roots, [...exclusions], settings.todoSections]);
    if (configured !== this.#configured) {
      this.#configured = configured;
      await workspace.configure({ roots, exclusions, parse: { todoSections: settings.todoSections } });
    }
    if (treeSettings(before) !== treeSettings(settings)) {
      this.#trees.refresh({ talks: true, todos: true, annotations: true, backlinks: false });
    }
    diagnostics.refreshAll();
  }
}

/** Settings that decide what the trees show, apart from what is in the notes. */
function treeSettings({ todos, annotations, talkLevel, talkFolders }: Settings): string {
  return JSON.stringify([todos, annotations, talkLevel, talkFolders]);
}

function initialOptions({ initializationOptions }: InitializeParams): InitializationOptions {
  return (initializationOptions as InitializationOptions | null | undefined) ?? {};
}

function rootsOf(params: InitializeParams): readonly NotePath[] {
  if (params.workspaceFolders) {
    return distinct(pathsOf(params.workspaceFolders));
  }
  // Clients from before workspace folders say it here.
  return params.rootUri ? pathsOf([{ uri: params.rootUri }]) : [];
}

function pathsOf(folders: readonly { readonly uri: string }[]): NotePath[] {
  return folders.flatMap(({ uri }) => uriToPath(uri) ?? []);
}

function distinct(paths: readonly NotePath[]): readonly NotePath[] {
  return [...new Set(paths)];
}

function loggerOf(connection: Connection): Logger {
  return {
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
    error: (message) => connection.console.error(message),
  };
}
