/** VS Code's own Markdown extension, which is on by default: what it shows is not shown a second time. */
import { type Disposable, EventEmitter, extensions, type TextDocument, workspace } from 'vscode';
import type { ElsewhereFeature, ServedElsewhere } from '../../server/src/lsp/protocol.ts';

const extensionId = 'vscode.markdown-language-features';
const languageId = 'markdown';

export class BuiltInMarkdown implements Disposable {
  readonly #changes = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];
  #hasSeenMarkdown = false;

  /** `served` may be something else by now. */
  readonly onDidChange = this.#changes.event;

  constructor() {
    const changed = (): void => this.#changes.fire();
    this.#subscriptions = [
      this.#changes,
      extensions.onDidChange(changed),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('talkNotes.markdown') || event.affectsConfiguration('markdown')) changed();
      }),
      workspace.onDidOpenTextDocument((document) => this.#noticeStart(document)),
    ];
    for (const document of workspace.textDocuments) this.#noticeStart(document);
  }

  /** What it serves now; nothing where it is switched off, or where the user wants to see both. */
  get served(): readonly ServedElsewhere[] {
    const extension = extensions.getExtension(extensionId);
    const isThere = extension !== undefined || isInOtherHost();
    const builtIn = workspace.getConfiguration('talkNotes').get<string>('markdown.builtIn');
    const isActive = extension?.isActive ?? this.#hasSeenMarkdown;
    return !isThere || builtIn === 'ignore' ? [] : [{ languageId, features: featuresOf(isActive) }];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** It starts with the first Markdown document, and VS Code has no event for that. */
  #noticeStart(document: TextDocument): void {
    if (document.languageId !== languageId) return;
    const extension = extensions.getExtension(extensionId);
    const isFirst = !this.#hasSeenMarkdown;
    this.#hasSeenMarkdown = true;
    if (extension === undefined && isFirst) this.#changes.fire();
    if (extension !== undefined && !extension.isActive) {
      extension.activate().then(
        () => this.#changes.fire(),
        () => undefined,
      );
    }
  }
}

/**
 * With a server behind VS Code for the Web it runs there and we in the browser, and extensions see those of their own host
 * only. Settings are seen everywhere, with their defaults as long as the extension that has them is on.
 */
function isInOtherHost(): boolean {
  return workspace.getConfiguration('markdown').inspect('validate.enabled')?.defaultValue !== undefined;
}

/** Before it has started it serves nothing but what VS Code starts it for: a document that is shown. */
function featuresOf(isActive: boolean): readonly ElsewhereFeature[] {
  const settings = workspace.getConfiguration('markdown');
  return [
    'outline',
    'navigation',
    ...(isActive ? ['workspaceSymbols' as const] : []),
    ...(settings.get<boolean>('validate.enabled', false) ? ['findings' as const] : []),
  ];
}
