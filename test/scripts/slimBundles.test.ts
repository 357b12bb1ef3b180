/** What is left out of the bundles is nothing that is needed. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { projectRoot } from '../../scripts/paths.ts';
import { slimClient } from '../../scripts/slimBundles.ts';
import { serverCapabilities } from '../../server/src/lsp/serverCapabilities.ts';

type Handler = (event: unknown) => Promise<unknown>;

interface Feature {
  initialize(capabilities: object): void;
  getState(): { readonly registrations: boolean };
}

interface Bundle {
  readonly WillRenameFilesFeature: new (client: object) => Feature;
}

describe('the client as it is bundled', () => {
  it('hears of every file that is about to move, as the server wants to', async () => {
    const listeners: Handler[] = [];
    const asked: unknown[] = [];
    const warnings: string[] = [];
    const vscode = {
      workspace: {
        onWillRenameFiles: (send: Handler, feature: unknown) => listeners.push(send.bind(feature)),
      },
    };
    const { WillRenameFilesFeature } = await bundled(vscode);
    const feature = new WillRenameFilesFeature({
      code2ProtocolConverter: {},
      warn: (message: string) => warnings.push(message),
      middleware: { workspace: { willRenameFiles: async ({ files }: { files: unknown }) => asked.push(files) } },
    });

    feature.initialize(serverCapabilities);

    assert.deepEqual(warnings, []);
    assert.ok(feature.getState().registrations);
    const files = [{ oldUri: { fsPath: '/notes/.old/plan.rst' }, newUri: { fsPath: '/notes/scheme.rst' } }];
    const waited: Promise<unknown>[] = [];
    for (const listener of listeners) {
      await listener({ files, waitUntil: (edit: Promise<unknown>) => waited.push(edit) });
    }
    await Promise.all(waited);
    assert.deepEqual(asked, [files]);
  });
});

/** The part of the client that knows of files, for the host of Node, without what the extension is bundled without. */
const entry = `
require('vscode-languageserver-protocol/node');
module.exports = require('./node_modules/vscode-languageclient/lib/common/fileOperations.js');
`;

async function bundled(vscode: object): Promise<Bundle> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: projectRoot },
    ...{ bundle: true, write: false, platform: 'node', format: 'cjs', external: ['vscode'], plugins: [slimClient] },
  });
  const module = { exports: {} as Bundle };
  const requireOfNode = createRequire(import.meta.url);
  const require = (name: string): unknown => (name === 'vscode' ? vscode : requireOfNode(name));
  new Function('module', 'exports', 'require', outputFiles[0]!.text)(module, module.exports, require);
  return module.exports;
}
