/** Tests to run inside VS Code. */
interface InnerTests {
  /** The folder of the extension, which is run from its sources. */
  readonly extension: string;
  /** The module with `run()` to call once the workbench is there. */
  readonly module: string;
}

/** What to open VS Code with. */
export interface WorkbenchRequest {
  readonly origin: string;
  /** The folder to open. */
  readonly folder: string;
  readonly tests?: InnerTests | undefined;
  /** The server's secret. */
  readonly token?: string;
}

/** The address that opens VS Code as asked for. */
export function workbenchUrl({ origin, folder, tests, token }: WorkbenchRequest): string {
  const query = [token ? `tkn=${token}` : '', `folder=${encodeURIComponent(folder)}`, tests ? testPayload(tests) : ''];
  return `${origin}/?${query.filter(Boolean).join('&')}`;
}

function testPayload({ extension, module }: InnerTests): string {
  const payload = [
    ['extensionDevelopmentPath', remotePath(extension)],
    ['extensionTestsPath', remotePath(module)],
  ];
  return `payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** The authority must be this very word: with the server's address the extension is silently not loaded. */
function remotePath(path: string): string {
  return `vscode-remote://remote${path}`;
}
