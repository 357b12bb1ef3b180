/** The fences around the client, as package.json and tsconfig cannot put them up. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../../client/src');
const imports = globSync('**/*.ts', { cwd: source }).flatMap((file) =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/ from '([^']+)'/g)].map(([, from]) => ({ file, from: from! })),
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

  it('imports what only Node has in its Node entry point and nowhere else', () => {
    const ofNode = imports.filter(({ from }) => from.startsWith('node:') || from.endsWith('/node'));
    assert.deepEqual([...new Set(ofNode.map(({ file }) => file))], ['extension.node.ts']);
  });
});
