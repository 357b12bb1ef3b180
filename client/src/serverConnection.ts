import {
  type CancellationToken,
  commands,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  window,
} from 'vscode';
import { type BaseLanguageClient, RevealOutputChannelOn, State } from 'vscode-languageclient';
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
  type ServedElsewhere,
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
 */
export class ServerConnection implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #log: LogOutputChannel;
  readonly #deaths: ServerDeaths;
  readonly #treeChanges = new EventEmitter<TreeChange>();
  readonly #backlinkChanges = new EventEmitter<void>();
  readonly #webChanges = new EventEmitter<WebLinksChange>();
  readonly #indexReady = new EventEmitter<IndexState>();
  readonly #builtIn: Disposable;
  #webAccess: WebAccess;
  #starting: Promise<void> = Promise.resolve();
  #isAsking = false;
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
    this.#log = log;
    this.#webAccess = access;
    this.#deaths = new ServerDeaths(() => void this.#offerRestart());
    this.#client = platform.createClient('talkNotes', 'Talk Notes', {
      documentSelector: noteLanguages.map((language) => ({ language })),
      initializationOptions: (): InitializationOptions => ({
        servedElsewhere: builtIn.served,
        readsFiles: true,
        ...(platform.findingsHelp === undefined ? {} : { findingsHelp: platform.findingsHelp }),
        webAccess: this.#webAccess,
        ...(l10n.bundle === undefined ? {} : { texts: l10n.bundle }),
      }),
      outputChannel: log,
      traceOutputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: this.#deaths,
      middleware: { provideCompletionItem: suggestAgain, workspace: { willRenameFiles: updateLinksOnMove } },
      initializationFailedHandler: () => false,
    });
    answerFileRequests(this.#client);
    this.#builtIn = builtIn.onDidChange(() => this.#tell({ servedElsewhere: builtIn.served }));
    this.#on(didChangeTreesNotification, (change) => this.#treeChanges.fire(change));
    this.#on(didChangeBacklinksNotification, () => this.#backlinkChanges.fire());
    this.#on(didChangeWebLinksNotification, (change) => this.#webChanges.fire(change));
    this.#on(noticeNotification, ({ message }) => void window.showInformationMessage(message));
    this.#client.onDidChangeState(({ newState }) => {
      log.debug(`Server: ${State[newState]}`);
      if (newState !== State.Running) return;
      // What was said at its start may have changed until now.
      this.#tell({ servedElsewhere: builtIn.served });
      void this.#announceIndex();
    });
  }

  get isRunning(): boolean {
    return this.#client.isRunning();
  }

  /** The underlying client: for tests that look at the server's process. */
  get languageClient(): BaseLanguageClient {
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
    if (this.isRunning) void this.#client.sendNotification(didChangeWebAccessNotification.method, access);
  }

  /** Resolves when the scan that is under way has ended. */
  indexReady(): Promise<IndexState> {
    return this.request(indexReadyRequest, {});
  }

  dispose(): void {
    this.#builtIn.dispose();
    this.#treeChanges.dispose();
    this.#backlinkChanges.dispose();
    this.#webChanges.dispose();
    this.#indexReady.dispose();
    void this.#client.dispose().catch((error: unknown) => this.#log.debug(`Dispose: ${error}`));
  }

  protected async request<Params, Result>(
    type: RequestOf<Params, Result>,
    params: Params,
    token?: CancellationToken,
  ): Promise<Result> {
    await this.#starting;
    // Also where a server that died by itself is on its way back.
    if (this.#client.state === State.Starting) await this.#client.start();
    // A token that is absent would be sent as one more parameter.
    return token === undefined
      ? this.#client.sendRequest<Result>(type.method, params)
      : this.#client.sendRequest<Result>(type.method, params, token);
  }

  #on<Params>(type: NotificationOf<Params>, handler: (params: Params) => void): void {
    this.#client.onNotification(type.method, handler);
  }

  /** A server that is not running learns it when it starts. */
  #tell(params: { readonly servedElsewhere: readonly ServedElsewhere[] }): void {
    if (!this.isRunning) return;
    this.#client
      .sendNotification(didChangeServedElsewhereNotification.method, params)
      .catch((error: unknown) => this.#log.debug(`The server was not told: ${error}`));
  }

  async #startNow(): Promise<void> {
    const deaths = this.#deaths.count;
    try {
      await this.#client.start();
    } catch (error) {
      this.#log.error(`The server did not start: ${error}`);
      // Where it came up and died, that has been dealt with as any other death.
      if (this.#deaths.count === deaths) void this.#offerRestart();
    }
  }

  async #stopNow(): Promise<void> {
    try {
      if (this.#client.needsStop()) await this.#client.stop();
    } catch (error) {
      // A server that hangs or is gone already cannot say goodbye; a new one is started all the same.
      this.#log.warn(`The server did not stop cleanly: ${error}`);
    }
  }

  async #announceIndex(): Promise<void> {
    try {
      const state = await this.#client.sendRequest<IndexState>(indexReadyRequest.method, {});
      this.#indexReady.fire(state);
      this.#treeChanges.fire({ talks: true, todos: true, annotations: true });
      if (this.hasCheckedLinks) await this.#client.sendRequest<CheckLinksResult>(checkLinksRequest.method, {});
    } catch (error) {
      this.#log.debug(`The server went away while it read the notes: ${error}`);
    }
  }

  /** One question at a time, however many ways lead here. */
  async #offerRestart(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const restart = l10n.t('Restart');
    const showLog = l10n.t('Show Log');
    const answer = await window.showErrorMessage(l10n.t('The Talk Notes server keeps stopping.'), restart, showLog);
    this.#isAsking = false;
    if (answer === restart) await this.restart();
    if (answer === showLog) await commands.executeCommand('talkNotes.showLog');
  }
}
