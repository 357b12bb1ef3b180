/** VS Code's own Markdown extension, which is on by default: what it shows is not shown a second time. */
import { type Disposable, EventEmitter, type Extension, extensions, type TextDocument, workspace } from 'vscode';
import type { ElsewhereFeature, ServedElsewhere } from '../../server/src/lsp/protocol.ts';

const extensionId = 'vscode.markdown-language-features';
const languageId = 'markdown';

export class BuiltInMarkdown implements Disposable {
  readonly #changes = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];

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
    const builtIn = workspace.getConfiguration('talkNotes').get<string>('markdown.builtIn');
    return extension === undefined || builtIn === 'ignore' ? [] : [{ languageId, features: featuresOf(extension) }];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** It starts with the first Markdown document, and VS Code has no event for that. */
  #noticeStart(document: TextDocument): void {
    const extension = document.languageId === languageId ? extensions.getExtension(extensionId) : undefined;
    if (extension !== undefined && !extension.isActive) {
      extension.activate().then(
        () => this.#changes.fire(),
        () => undefined,
      );
    }
  }
}

/** Before it has started it serves nothing but what VS Code starts it for: a document that is shown. */
function featuresOf(extension: Extension<unknown>): readonly ElsewhereFeature[] {
  const settings = workspace.getConfiguration('markdown');
  return [
    'outline',
    'navigation',
    ...(extension.isActive ? ['workspaceSymbols' as const] : []),
    ...(settings.get<boolean>('validate.enabled', false) ? ['findings' as const] : []),
  ];
}
