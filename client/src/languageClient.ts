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
  type AddTodoParams,
  type AdjacentTalkParams,
  type AdjacentTalkResult,
  type AnnotateParams,
  type AnnotateResult,
  type AnnotationsParams,
  type AnnotationsResult,
  type ArchiveDoneParams,
  addTodoRequest,
  adjacentTalkRequest,
  annotateRequest,
  annotationsRequest,
  archiveDoneRequest,
  type BacklinksParams,
  backlinksRequest,
  type CheckLinksResult,
  type ChecklistParams,
  type CheckWebLinksParams,
  type CheckWebLinksResult,
  checkLinksRequest,
  checklistRequest,
  checkWebLinksRequest,
  didChangeBacklinksNotification,
  didChangeServedElsewhereNotification,
  didChangeTreesNotification,
  didChangeWebAccessNotification,
  didChangeWebLinksNotification,
  fileReferencesRequest,
  type IndexState,
  type InitializationOptions,
  indexReadyRequest,
  type LinkTextParams,
  type LinkTextResult,
  linkTextRequest,
  type MendLinksParams,
  type MendLinksResult,
  type MoveTodosParams,
  mendLinksRequest,
  moveTodosRequest,
  type NewNoteParams,
  type NewNoteResult,
  type NotificationOf,
  newNoteRequest,
  noteAnnotationsRequest,
  noticeNotification,
  type RequestOf,
  type SectionParams,
  type ServedElsewhere,
  type SetTodoFieldsParams,
  setTodoFieldsRequest,
  type TalkEntry,
  type TalkLinkParams,
  type TalkLinkResult,
  type TalkPathParams,
  type TalksParams,
  type TodoEditsResult,
  type TodoHighlightsParams,
  type TodoHighlightsResult,
  type TodosParams,
  type TodosResult,
  type ToggleEdit,
  type ToggleTodoParams,
  type ToggleTodoResult,
  type TreeNode,
  talkLinkRequest,
  talkListRequest,
  talkPathRequest,
  talksRequest,
  todoHighlightsRequest,
  todosRequest,
  toggleTodoRequest,
  type WebAccess,
  type WebLinkSites,
  type WebLinkSitesParams,
  type WebLinksParams,
  type WebLinksResult,
  type WireAnnotation,
  type WireLocation,
  type WriteLinksParams,
  type WriteLinksResult,
  webLinkSitesRequest,
  webLinksRequest,
  writeLinksRequest,
} from '../../server/src/lsp/protocol.ts';
import type { BuiltInMarkdown } from './builtInMarkdown.ts';
import { answerFileRequests } from './fileRequests.ts';
import { noteLanguages } from './noteLanguages.ts';
import type { Platform } from './platform.ts';
import { ServerDeaths } from './serverDeaths.ts';
import { suggestAgain } from './suggestAgain.ts';
import { updateLinksOnMove } from './writing/fileMoves.ts';

/** Part of LSP itself. */
const executeCommandRequest: RequestOf<{ command: string; arguments: readonly unknown[] }, unknown> = {
  method: 'workspace/executeCommand',
};

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
 * The server as typed methods. Keeps it alive: a server that dies is restarted, and all requests wait until it runs.
 * Registers nothing in VS Code but what the protocol brings, so that it can be restarted any number of times.
 */
export class TalkNotesClient implements Disposable {
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
  #hasCheckedLinks = false;

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
    this.#starting = this.#starting.then(() => this.#startNow());
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

  talks(params: TalksParams): Promise<readonly TreeNode[]> {
    return this.#request(talksRequest, params).then((result) => result.nodes);
  }

  talkPath(params: TalkPathParams): Promise<readonly TreeNode[]> {
    return this.#request(talkPathRequest, params).then((result) => result.nodes);
  }

  talkList(): Promise<readonly TalkEntry[]> {
    return this.#request(talkListRequest, {}).then((result) => result.talks);
  }

  adjacentTalk(params: AdjacentTalkParams): Promise<AdjacentTalkResult> {
    return this.#request(adjacentTalkRequest, params);
  }

  async backlinks(params: BacklinksParams): Promise<readonly TreeNode[]> {
    return (await this.#request(backlinksRequest, params)).nodes;
  }

  fileReferences(params: { readonly uri: string }): Promise<{ readonly locations: readonly WireLocation[] }> {
    return this.#request(fileReferencesRequest, params);
  }

  todos(params: TodosParams): Promise<TodosResult> {
    return this.#request(todosRequest, params);
  }

  toggleTodo(params: ToggleTodoParams): Promise<ToggleTodoResult> {
    return this.#request(toggleTodoRequest, params);
  }

  setTodoFields(params: SetTodoFieldsParams): Promise<TodoEditsResult> {
    return this.#request(setTodoFieldsRequest, params);
  }

  moveTodos(params: MoveTodosParams): Promise<TodoEditsResult> {
    return this.#request(moveTodosRequest, params);
  }

  addTodo(params: AddTodoParams): Promise<TodoEditsResult> {
    return this.#request(addTodoRequest, params);
  }

  archiveDone(params: ArchiveDoneParams): Promise<TodoEditsResult> {
    return this.#request(archiveDoneRequest, params);
  }

  todoHighlights(params: TodoHighlightsParams): Promise<TodoHighlightsResult> {
    return this.#request(todoHighlightsRequest, params);
  }

  annotations(params: AnnotationsParams): Promise<AnnotationsResult> {
    return this.#request(annotationsRequest, params);
  }

  newNote(params: NewNoteParams): Promise<NewNoteResult> {
    return this.#request(newNoteRequest, params);
  }

  checklist(params: ChecklistParams): Promise<{ readonly changes: readonly ToggleEdit[] }> {
    return this.#request(checklistRequest, params);
  }

  talkLink(params: TalkLinkParams): Promise<TalkLinkResult> {
    return this.#request(talkLinkRequest, params);
  }

  /** All annotations of one note, in document order. */
  noteAnnotations(uri: string): Promise<readonly WireAnnotation[]> {
    return this.#request(noteAnnotationsRequest, { uri }).then((result) => result.annotations);
  }

  annotate(params: AnnotateParams): Promise<AnnotateResult> {
    return this.#request(annotateRequest, params);
  }

  linkText(params: LinkTextParams, token?: CancellationToken): Promise<LinkTextResult> {
    return this.#request(linkTextRequest, params, token);
  }

  /** The server has the edit applied, or says why there is none. */
  async editSection(params: SectionParams): Promise<void> {
    await this.#request(executeCommandRequest, { command: 'talkNotes.server.editSection', arguments: [params] });
  }

  /** From then on the findings of all notes are shown, also by a server that is started later. */
  checkLinks(): Promise<CheckLinksResult> {
    this.#hasCheckedLinks = true;
    return this.#request(checkLinksRequest, {});
  }

  webLinkSites(params: WebLinkSitesParams): Promise<WebLinkSites> {
    return this.#request(webLinkSitesRequest, params);
  }

  checkWebLinks(params: CheckWebLinksParams, token?: CancellationToken): Promise<CheckWebLinksResult> {
    return this.#request(checkWebLinksRequest, params, token);
  }

  webLinks(params: WebLinksParams): Promise<WebLinksResult> {
    return this.#request(webLinksRequest, params);
  }

  mendLinks(params: MendLinksParams, token?: CancellationToken): Promise<MendLinksResult> {
    return this.#request(mendLinksRequest, params, token);
  }

  writeLinks(params: WriteLinksParams): Promise<WriteLinksResult> {
    return this.#request(writeLinksRequest, params);
  }

  /** Tells the server whether and how it may ask the web from now on. */
  setWebAccess(access: WebAccess): void {
    this.#webAccess = access;
    if (this.isRunning) void this.#client.sendNotification(didChangeWebAccessNotification.method, access);
  }

  /** Resolves when the scan that is under way has ended. */
  indexReady(): Promise<IndexState> {
    return this.#request(indexReadyRequest, {});
  }

  dispose(): void {
    this.#builtIn.dispose();
    this.#treeChanges.dispose();
    this.#backlinkChanges.dispose();
    this.#webChanges.dispose();
    this.#indexReady.dispose();
    void this.#client.dispose().catch((error: unknown) => this.#log.debug(`Dispose: ${error}`));
  }

  async #request<Params, Result>(
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
      if (this.#hasCheckedLinks) await this.#client.sendRequest<CheckLinksResult>(checkLinksRequest.method, {});
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
