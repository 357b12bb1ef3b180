/** What to open VS Code with. */
export interface WorkbenchRequest {
  readonly origin: string;
  /** The folder to open. */
  readonly folder: string;
  /** Folders of extensions to run from their sources. */
  readonly extensions: readonly string[];
  /** The module with `run()` to call once the workbench is there. */
  readonly tests?: string;
  /** The server's secret. */
  readonly token?: string;
}

/** The address that opens VS Code as asked for. */
export function workbenchUrl(request: WorkbenchRequest): string {
  const payload = request.extensions.map((folder) => ['extensionDevelopmentPath', remotePath(folder)]);
  if (request.tests) payload.push(['extensionTestsPath', remotePath(request.tests)]);
  const query = [
    ...(request.token ? [`tkn=${request.token}`] : []),
    `folder=${encodeURIComponent(request.folder)}`,
    `payload=${encodeURIComponent(JSON.stringify(payload))}`,
  ];
  return `${request.origin}/?${query.join('&')}`;
}

/** The authority must be this very word: with the server's address the extension is silently not loaded. */
function remotePath(path: string): string {
  return `vscode-remote://remote${path}`;
}
