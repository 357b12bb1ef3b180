import {
  type CancellationToken,
  commands,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type CheckLinksResult,
  checkLinksRequest,
  didChangeBacklinksNotification,
  didChangeServedElsewhereNotification,
  didChangeTreesNotification,
  didChangeWebAccessNotification,
  didChangeWebLinksNotification,
  type IndexState,
  type InitializationOptions,
  indexReadyRequest,
  type NotificationOf,
  noticeNotification,
  type RequestOf,
  type WebAccess,
} from '../../server/src/lsp/protocol.ts';
import type { BuiltInMarkdown } from './builtInMarkdown.ts';
import { answerFileRequests } from './fileRequests.ts';
import { noteLanguages } from './noteLanguages.ts';
import type { Platform } from './platform.ts';
import { ServerDeaths } from './serverDeaths.ts';
import { suggestAgain } from './suggestAgain.ts';
import { nextTurn } from './turns.ts';
import { updateLinksOnMove } from './writing/fileMoves.ts';

/** Which trees may show something else by now. */
export interface TreeChange {
  readonly talks: boolean;
  readonly todos: boolean;
  readonly annotations: boolean;
}

/** `running` while links are being asked for. */
export interface WebLinksChange {
  readonly running?: { readonly done: number; readonly total: number };
}

/**
 * The connection to the server. Keeps it alive: a server that dies is restarted, and all requests wait until it runs.
 * Registers nothing in VS Code but what the protocol brings, so that it can be restarted any number of times.
 * The first start reads the library that the client is of, which takes its time: until then there is no client.
 */
export class ServerConnection implements Disposable {
  readonly #platform: Platform;
  readonly #log: LogOutputChannel;
  readonly #builtIn: BuiltInMarkdown;
  readonly #builtInChanges: Disposable;
  readonly #deaths: ServerDeaths;
  readonly #treeChanges = new EventEmitter<TreeChange>();
  readonly #backlinkChanges = new EventEmitter<void>();
  readonly #webChanges = new EventEmitter<WebLinksChange>();
  readonly #indexReady = new EventEmitter<IndexState>();
  #client: BaseLanguageClient | undefined;
  #webAccess: WebAccess;
  #starting: Promise<void> = Promise.resolve();
  #isAsking = false;
  #isDisposed = false;
  /** Findings of all notes are shown, also by a server that is started later. */
  protected hasCheckedLinks = false;

  /** The trees changed, or the server is a new one. */
  readonly onDidChangeTrees = this.#treeChanges.event;
  /** Notes may link to others than before. */
  readonly onDidChangeBacklinks = this.#backlinkChanges.event;
  /** More is known of web links, or they are being asked for. */
  readonly onDidChangeWebLinks = this.#webChanges.event;
  /** A scan of the workspace has ended: the first one, or that of a restarted server. */
  readonly onDidIndex = this.#indexReady.event;

  constructor(platform: Platform, log: LogOutputChannel, builtIn: BuiltInMarkdown, access: WebAccess) {
    this.#platform = platform;
    this.#log = log;
    this.#builtIn = builtIn;
    this.#builtInChanges = builtIn.onDidChange(() => this.#tellServedElsewhere());
    this.#webAccess = access;
    this.#deaths = new ServerDeaths(() => void this.#offerRestart());
  }

  get isRunning(): boolean {
    return this.#client?.isRunning() ?? false;
  }

  /** The underlying client, once there is one: for tests that look at the server's process. */
  get languageClient(): BaseLanguageClient | undefined {
    return this.#client;
  }

  /** Starts the server. Never rejects: where it cannot start, the user is asked what to do. */
  start(): Promise<void> {
    this.#starting = this.#starting.then(nextTurn).then(() => this.#startNow());
    return this.#starting;
  }

  /** Stops the server, whatever its state, and starts a new one, which reads all notes anew. */
  restart(): Promise<void> {
    this.#starting = this.#starting.then(async () => {
      this.#deaths.reset();
      await this.#stopNow();
      await this.#startNow();
    });
    return this.#starting;
  }

  /** Tells the server whether and how it may ask the web from now on. */
  setWebAccess(access: WebAccess): void {
    this.#webAccess = access;
    this.#tell(didChangeWebAccessNotification, access);
  }

  /** Resolves when the scan that is under way has ended. */
  indexReady(): Promise<IndexState> {
    return this.request(indexReadyRequest, {});
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#builtInChanges.dispose();
    this.#treeChanges.dispose();
    this.#backlinkChanges.dispose();
    this.#webChanges.dispose();
    this.#indexReady.dispose();
    // A server that is on its way up cannot be stopped before it is there.
    void this.#starting
      .then(() => this.#client?.dispose())
      .catch((error: unknown) => this.#log.debug(`Dispose: ${error}`));
  }

  protected async request<Params, Result>(
    type: RequestOf<Params, Result>,
    params: Params,
    token?: CancellationToken,
  ): Promise<Result> {
    await this.#starting;
    if (this.#client === undefined) throw new Error(l10n.t('The Talk Notes server is not running.'));
    // A token that is absent would be sent as one more parameter.
    return token === undefined
      ? this.#client.sendRequest<Result>(type.method, params)
      : this.#client.sendRequest<Result>(type.method, params, token);
  }

  async #createClient(): Promise<BaseLanguageClient> {
    const { findingsHelp } = this.#platform;
    let accessAtStart: WebAccess | undefined;
    const client = await this.#platform.createClient('talkNotes', 'Talk Notes', {
      documentSelector: noteLanguages.map((language) => ({ language })),
      initializationOptions: (): InitializationOptions => {
        accessAtStart = this.#webAccess;
        return {
          servedElsewhere: this.#builtIn.served,
          readsFiles: true,
          ...(findingsHelp === undefined ? {} : { findingsHelp }),
          webAccess: this.#webAccess,
          ...(l10n.bundle === undefined ? {} : { texts: l10n.bundle }),
        };
      },
      outputChannel: this.#log,
      traceOutputChannel: this.#log,
      errorHandler: this.#deaths,
      middleware: { provideCompletionItem: suggestAgain, workspace: { willRenameFiles: updateLinksOnMove } },
      initializationFailedHandler: () => false,
    });
    // What goes wrong is logged and not shown: the user is told here, once, when there is something to do.
    const logError = client.error.bind(client);
    client.error = (message, data) => logError(message, data, false);
    answerFileRequests(client);
    const on = <Params>(type: NotificationOf<Params>, handler: (params: Params) => void) =>
      client.onNotification(type.method, handler);
    on(didChangeTreesNotification, (change) => this.#treeChanges.fire(change));
    on(didChangeBacklinksNotification, () => this.#backlinkChanges.fire());
    on(didChangeWebLinksNotification, (change) => this.#webChanges.fire(change));
    on(noticeNotification, ({ message }) => void window.showInformationMessage(message));
    client.onDidChangeState(() => {
      this.#log.debug(`The server ${client.isRunning() ? 'runs' : 'does not run'}.`);
      if (!client.isRunning()) return;
      // What was said at its start may have changed until now.
      this.#tellServedElsewhere();
      if (accessAtStart !== this.#webAccess) this.setWebAccess(this.#webAccess);
      void this.#announceIndex(client);
    });
    return client;
  }

  #tellServedElsewhere(): void {
    this.#tell(didChangeServedElsewhereNotification, { servedElsewhere: this.#builtIn.served });
  }

  /** A server that is not running learns it when it starts. */
  #tell<Params>(type: NotificationOf<Params>, params: Params): void {
    if (!this.#client?.isRunning()) return;
    this.#client
      .sendNotification(type.method, params)
      .catch((error: unknown) => this.#log.debug(`The server was not told: ${error}`));
  }

  async #startNow(): Promise<void> {
    const deaths = this.#deaths.count;
    try {
      this.#client ??= await this.#createClient();
      if (!this.#isDisposed) await this.#client.start();
    } catch (error) {
      this.#log.error(`The server did not start: ${error}`);
      // Where it came up and died, that has been dealt with as any other death.
      if (this.#deaths.count === deaths) void this.#offerRestart();
    }
  }

  async #stopNow(): Promise<void> {
    try {
      if (this.#client?.needsStop()) await this.#client.stop();
    } catch (error) {
      // A server that hangs or is gone already cannot say goodbye; a new one is started all the same.
      this.#log.warn(`The server did not stop cleanly: ${error}`);
    }
  }

  async #announceIndex(client: BaseLanguageClient): Promise<void> {
    try {
      const state = await client.sendRequest<IndexState>(indexReadyRequest.method, {});
      this.#indexReady.fire(state);
      this.#treeChanges.fire({ talks: true, todos: true, annotations: true });
      if (this.hasCheckedLinks) await client.sendRequest<CheckLinksResult>(checkLinksRequest.method, {});
    } catch (error) {
      this.#log.debug(`The server went away while it read the notes: ${error}`);
    }
  }

  /** One question at a time, however many ways lead here. */
  async #offerRestart(): Promise<void> {
    if (this.#isAsking || this.#isDisposed) return;
    this.#isAsking = true;
    const restart = l10n.t('Restart');
    const showLog = l10n.t('Show Log');
    const answer = await window.showErrorMessage(l10n.t('The Talk Notes server keeps stopping.'), restart, showLog);
    this.#isAsking = false;
    if (answer === restart) await this.restart();
    if (answer === showLog) await commands.executeCommand('talkNotes.showLog');
  }
}
