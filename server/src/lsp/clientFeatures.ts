/** What the client can do, read once from its `initialize` request. */
import type { InitializeParams } from 'vscode-languageserver';

/** What may be offered after the start, and withdrawn again. */
export type LateFeature = 'documentSymbol' | 'foldingRange' | 'documentLink' | 'codeLens';

const lateFeatures: readonly LateFeature[] = ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens'];

export interface ClientFeatures {
  readonly late: ReadonlySet<LateFeature>;
  /** Symbols may have children. */
  readonly symbolTree: boolean;
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly configurationEvents: boolean;
  readonly workspaceFolders: boolean;
  readonly fileEvents: boolean;
  readonly progress: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticTags: boolean;
  /** Completion may say where the cursor goes. */
  readonly snippets: boolean;
  readonly linkTooltips: boolean;
  /** Hovers may be Markdown. */
  readonly hoverMarkdown: boolean;
  /** Definitions may say what they are of, and be whole. */
  readonly definitionLinks: boolean;
  /** Edits may carry the version of the document that they are for. */
  readonly documentChanges: boolean;
  /** Code actions may be more than commands. */
  readonly codeActionLiterals: boolean;
  readonly applyEdit: boolean;
  /** Edits may create files, and rename them. */
  readonly createsFiles: boolean;
  readonly renamesFiles: boolean;
}

export function clientFeatures({ capabilities }: InitializeParams): ClientFeatures {
  const { workspace, textDocument, window } = capabilities;
  const diagnostics = textDocument?.publishDiagnostics;
  const edits = workspace?.workspaceEdit;
  const operations: readonly string[] = (edits?.documentChanges && edits.resourceOperations) || [];
  return {
    late: new Set(lateFeatures.filter((feature) => textDocument?.[feature]?.dynamicRegistration === true)),
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    configuration: workspace?.configuration ?? false,
    configurationEvents: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    fileEvents: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    progress: window?.workDoneProgress ?? false,
    relatedInformation: diagnostics?.relatedInformation ?? false,
    codeDescription: diagnostics?.codeDescriptionSupport ?? false,
    diagnosticTags: diagnostics?.tagSupport !== undefined,
    definitionLinks: textDocument?.definition?.linkSupport ?? false,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    linkTooltips: textDocument?.documentLink?.tooltipSupport ?? false,
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    applyEdit: workspace?.applyEdit ?? false,
    createsFiles: operations.includes('create'),
    renamesFiles: operations.includes('rename'),
  };
}
