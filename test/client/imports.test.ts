/** The fences around the client, as package.json and tsconfig cannot put them up. */
import assert from 'node:assert/strict';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import type { Metafile } from 'esbuild';
import { build } from '../../scripts/build.ts';
import { projectRoot } from '../../scripts/paths.ts';

interface Bundle extends Pick<Metafile, 'inputs'> {
  readonly entry: string;
}

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
      'library.node.ts',
      'platform.node.ts',
      'serverFlags.node.ts',
    ]);
  });
});

describe('the start of the client', () => {
  const folder = mkdtempSync(join(tmpdir(), 'talk-notes-'));
  let bundles: ReadonlyMap<string, Bundle>;

  before(async () => {
    const metafiles = await build({ outdir: relative(projectRoot, folder) });
    bundles = new Map(
      metafiles.flatMap(({ inputs, outputs }) =>
        Object.entries(outputs).map(([file, { entryPoint }]) => [basename(file), { inputs, entry: entryPoint! }]),
      ),
    );
  });

  after(() => rmSync(folder, { recursive: true }));

  for (const name of ['extension.cjs', 'extension.browser.js']) {
    it(`has ${name} run nothing of the library, and of other packages only small ones`, () => {
      assert.deepEqual(packagesOf(name, 'at once'), ['vscode-languageserver-textdocument']);
    });
  }

  it('leaves the library to a bundle of its own where an extension may have several', () => {
    assert.deepEqual(packagesOf('extension.cjs', 'ever'), ['vscode-languageserver-textdocument']);
    assert.ok(packagesOf('library.cjs', 'ever').includes('vscode-languageclient'));
  });

  it('has the library run in several turns', () => {
    assert.deepEqual(packagesOf('library.cjs', 'at once'), []);
    assert.ok(packagesOf('extension.browser.js', 'ever').includes('vscode-languageclient'));
  });

  /** The packages with code that a bundle runs as soon as it is read, or at some time. */
  function packagesOf(name: string, when: 'at once' | 'ever'): string[] {
    const { inputs, entry } = bundles.get(name)!;
    const reached = new Set([entry]);
    for (const file of reached) {
      const imported = inputs[file]!.imports.filter(({ kind, external }) => {
        return !external && (when === 'ever' || kind !== 'dynamic-import');
      });
      for (const { path } of imported) reached.add(path);
    }
    assert.ok(reached.size > 1);
    return [...new Set([...reached].flatMap((file) => /^node_modules\/([^/]+)/.exec(file)?.[1] ?? []))].toSorted();
  }
});
