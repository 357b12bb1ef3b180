/** What is left out of the bundles is nothing that is needed. */
import assert from 'node:assert/strict';
import { slimClient } from '../../scripts/slimBundles.ts';
import { serverCapabilities } from '../../server/src/lsp/serverCapabilities.ts';
import { inVscode } from '../support/inVscode.ts';

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
    const { WillRenameFilesFeature } = await inVscode<Bundle>(entry, vscode, [slimClient]);
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
