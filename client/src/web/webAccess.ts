import { type Uri, workspace } from 'vscode';
import type { WebAccess } from '../../../server/src/lsp/protocol.ts';

/** Whether the web may be asked in this window, and how VS Code is set to do it. `storage` is the extension's own folder. */
export function webAccess(storage: Uri): WebAccess {
  const http = workspace.getConfiguration('http');
  const proxy = http.get<string>('proxy', '');
  return {
    allowed: workspace.isTrusted && !isVirtual(),
    ...(storage.scheme === 'file' ? { cacheFile: `${storage.fsPath}/links.jsonl` } : {}),
    ...(proxy === '' ? {} : { proxy }),
    noProxy: http.get<string[]>('noProxy', []),
    proxyOff: http.get<string>('proxySupport') === 'off',
    systemCertificates: http.get<boolean>('systemCertificates', true),
    hasCommands: true,
  };
}

function isVirtual(): boolean {
  const folders = workspace.workspaceFolders ?? [];
  return folders.length > 0 && folders.every(({ uri }) => uri.scheme !== 'file');
}
