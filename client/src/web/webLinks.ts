import {
  ConfigurationTarget,
  commands,
  Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  ProgressLocation,
  StatusBarAlignment,
  window,
  workspace,
} from 'vscode';
import type { CheckWebLinksParams, CheckWebLinksResult } from '../../../server/src/lsp/protocol.ts';
import { isCancelled } from '../cancelled.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import type { Platform } from '../platform.ts';
import { isWebInReach, webAccess } from './webAccess.ts';

type Choice = 'automatic' | 'onRequest' | 'never';

const section = 'talkNotes.links.web';
const askedKey = 'talkNotes.links.web.asked';
const outOfReachKey = 'talkNotes.webLinks.outOfReach';

/** Web links in the window: the one question before anything is asked, progress, and what the user is told. */
export class WebLinks implements Disposable {
  readonly #client: TalkNotesClient;
  readonly #context: ExtensionContext;
  readonly #status = window.createStatusBarItem('talkNotes.webLinks', StatusBarAlignment.Left);
  readonly #disposables: Disposable;
  #isAsking = false;

  constructor(client: TalkNotesClient, context: ExtensionContext, platform: Platform, log: LogOutputChannel) {
    const ask = (): void => {
      this.#askOnce().catch((error: unknown) => {
        if (!isCancelled(error)) log.warn(`Web links: ${error}`);
      });
    };
    this.#client = client;
    this.#context = context;
    this.#status.name = l10n.t('Talk Notes: Web Links');
    const tell = (): void => client.setWebAccess(webAccess(context.globalStorageUri, platform));
    const showReach = (): void => void commands.executeCommand('setContext', outOfReachKey, !isWebInReach(platform));
    showReach();
    this.#disposables = Disposable.from(
      this.#status,
      workspace.onDidGrantWorkspaceTrust(tell),
      workspace.onDidChangeWorkspaceFolders(() => {
        tell();
        showReach();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('http')) tell();
      }),
      client.onDidChangeWebLinks(({ running }) => this.#show(running)),
      client.onDidIndex(ask),
      window.onDidChangeActiveTextEditor(ask),
    );
  }

  /** Checks the links of a note, or of all notes, with progress that can be cancelled. Asks first where it has to. */
  async check(params: CheckWebLinksParams): Promise<void> {
    const allowed = await this.#mayAsk();
    if (!allowed) return;
    const options = { location: ProgressLocation.Notification, title: l10n.t('Checking web links'), cancellable: true };
    const result = await window.withProgress(options, (progress, token) => {
      const listener = this.#client.onDidChangeWebLinks(({ running }) => {
        if (running) progress.report({ message: l10n.t('{0} of {1}', running.done, running.total) });
      });
      return this.#client.checkWebLinks(params, token).finally(() => listener.dispose());
    });
    if (result) await this.#say(result);
  }

  /** Whether the user has said yes, asked now where that was never said. */
  async #mayAsk(): Promise<boolean> {
    if (!workspace.isTrusted) {
      void window.showInformationMessage(l10n.t('Web links are not checked in Restricted Mode.'));
      return false;
    }
    if (!this.#is('ask', 'never')) return true;
    const { possible, links } = await this.#client.webLinkSites({});
    // The server says why not.
    if (!possible) return true;
    if (links === 0) {
      void window.showInformationMessage(l10n.t('There is no web link in your notes that may be asked for.'));
      return false;
    }
    await this.#question('onRequest');
    return !this.#is('ask', 'never');
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** What the user chose, as of now. */
  #is(...choices: readonly string[]): boolean {
    return choices.includes(workspace.getConfiguration(section).get<string>('check', 'ask'));
  }

  /** Once, in place: when a note with web links is open for the first time. */
  async #askOnce(): Promise<void> {
    const editor = activeNoteEditor();
    const { globalState } = this.#context;
    if (!editor || this.#isAsking || !this.#is('ask') || !workspace.isTrusted || globalState.get(askedKey)) return;
    this.#isAsking = true;
    try {
      const { possible, links } = await this.#client.webLinkSites({ uri: editor.document.uri.toString() });
      if (!possible || links === 0) return;
      await globalState.update(askedKey, true);
      await this.#question('automatic');
      if (this.#is('automatic')) await this.check({});
    } finally {
      this.#isAsking = false;
    }
  }

  /** `yes`: what Check means. */
  async #question(yes: Choice): Promise<void> {
    const { links, sites } = await this.#client.webLinkSites({});
    const check = l10n.t('Check');
    const onRequest = l10n.t('Only When I Ask');
    const never = l10n.t('Never');
    const showSites = l10n.t('Show Sites');
    const what = links === 1 ? l10n.t('the web link') : l10n.t('the {0} web links', links);
    const who = sites.length === 1 ? l10n.t('one site') : l10n.t('the {0} sites they point to', sites.length);
    const message = l10n.t('Check {0} in your notes? It asks {1}.', what, who);
    const choices = yes === 'automatic' ? [check, onRequest, never, showSites] : [check, showSites];
    const answer = await window.showInformationMessage(message, ...choices);
    if (answer === showSites) {
      await window.showQuickPick([...sites], { title: l10n.t('Sites that would be asked'), canPickMany: false });
      return this.#question(yes);
    }
    const choice = answer === check ? yes : answer === onRequest ? 'onRequest' : answer === never ? 'never' : undefined;
    if (choice) await workspace.getConfiguration(section).update('check', choice, ConfigurationTarget.Global);
  }

  async #say({ refused, broken, moved, unverified }: CheckWebLinksResult): Promise<void> {
    const message =
      refused ?? l10n.t('Web links checked: {0} broken, {1} moved, {2} unverified.', broken, moved, unverified);
    const show = l10n.t('Show Links');
    void window.showInformationMessage(message, ...(refused ? [] : [show])).then((answer) => {
      if (answer === show) void commands.executeCommand('talkNotes.webLinks.focus');
    });
  }

  #show(running: { readonly done: number; readonly total: number } | undefined): void {
    if (!running) {
      this.#status.hide();
      return;
    }
    this.#status.text = `$(sync~spin) ${l10n.t('Links {0}/{1}', running.done, running.total)}`;
    this.#status.tooltip = l10n.t('Talk Notes asks whether the pages that your notes link to are there.');
    this.#status.command = 'talkNotes.webLinks.focus';
    this.#status.show();
  }
}
