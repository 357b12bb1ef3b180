import { type Uri, workspace } from 'vscode';
import type { WebAccess } from '../../../server/src/lsp/protocol.ts';
import type { Platform } from '../platform.ts';

/** Whether the web could be asked in this window if the user said so. */
export function isWebInReach({ asksWeb }: Platform): boolean {
  return asksWeb && !isVirtual();
}

/** Whether the web may be asked in this window, and how VS Code is set to do it. `storage` is the extension's own folder. */
export function webAccess(storage: Uri, platform: Platform): WebAccess {
  const http = workspace.getConfiguration('http');
  const proxy = http.get<string>('proxy', '');
  return {
    allowed: workspace.isTrusted && isWebInReach(platform),
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
