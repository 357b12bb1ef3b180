import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { codeActionKinds } from './codeActions/kinds.ts';
import { completionTriggers } from './handlers/completion.ts';
import { serverCommands } from './handlers/executeCommand.ts';

/** What the server offers, whatever the settings say at the moment: what is switched off answers as empty. */
export const serverCapabilities: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
  documentSymbolProvider: { label: 'Talk Notes' },
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  documentLinkProvider: {},
  completionProvider: { triggerCharacters: completionTriggers },
  hoverProvider: true,
  selectionRangeProvider: true,
  definitionProvider: true,
  declarationProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  codeLensProvider: {},
  codeActionProvider: { codeActionKinds },
  renameProvider: { prepareProvider: true },
  executeCommandProvider: { commands: serverCommands },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } },
  },
};
