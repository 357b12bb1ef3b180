/** The fences around the client, as package.json and tsconfig cannot put them up. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../../client/src');
const imports = globSync('**/*.ts', { cwd: source }).flatMap((file) =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/(?: from |\bimport\()'([^']+)'/g)].map(([, from]) => ({
    file,
    from: from!,
  })),
);

describe('the client', () => {
  it('imports no file of the server but the protocol', () => {
    const ofServer = imports.filter(({ from }) => from.includes('server/'));
    assert.ok(ofServer.length > 0);
    assert.deepEqual(
      ofServer.filter(({ from }) => !from.endsWith('/server/src/lsp/protocol.ts')),
      [],
    );
  });

  it('imports what only Node has in what is made for Node and nowhere else', () => {
    const ofNode = imports.filter(({ from }) => from.startsWith('node:') || from.endsWith('/node'));
    assert.deepEqual([...new Set(ofNode.map(({ file }) => file))].toSorted(), [
      'extension.node.ts',
      'platform.node.ts',
    ]);
  });

  it('reads no library before its turn has come', () => {
    const entries = ['extension.node.ts', 'extension.browser.ts'];
    for (const entry of entries) {
      const text = readFileSync(join(source, entry), 'utf8');
      const atOnce = [...text.matchAll(/^import (?!type ).* from '([^']+)';$/gm)].map(([, from]) => from);
      assert.deepEqual(atOnce, ['./turns.ts'], entry);
    }
  });
});
