import assert from 'node:assert/strict';
import { FolderFacts, type FolderListing } from '../../../server/src/core/index/folderFacts.ts';

const file = (name: string) => ({ name, kind: 'file' as const });
const folder = (name: string) => ({ name, kind: 'folder' as const });

function facts(listings: Record<string, FolderListing>): FolderFacts {
  return FolderFacts.empty.with(new Map(Object.entries(listings)));
}

/** `file`, `missing`, `case-mismatch /a`, `unknown /a`. */
function look(known: FolderFacts, path: string): string {
  const found = known.lookup(path);
  const rest =
    found.state === 'case-mismatch' ? ` ${found.actual}` : found.state === 'unknown' ? ` ${found.folder}` : '';
  return found.state + rest;
}

describe('FolderFacts', () => {
  const known = facts({ '/ws': [file('a.rst'), folder('Java'), folder('new')], '/ws/Java': [file('Maven.rst')] });

  for (const [path, state] of [
    ['/ws/a.rst', 'file'],
    ['/ws/Java', 'folder'],
    ['/ws/new', 'folder'],
    ['/ws', 'folder'],
    ['/ws/b.rst', 'missing'],
    ['/ws/A.rst', 'case-mismatch /ws/a.rst'],
    ['/ws/Java/Maven.rst', 'file'],
    ['/ws/java/Maven.rst', 'case-mismatch /ws/Java/Maven.rst'],
    ['/ws/java/maven.rst', 'case-mismatch /ws/Java/Maven.rst'],
    ['/ws/java/gone.rst', 'missing'],
    ['/ws/new/a.rst', 'unknown /ws/new'],
    ['/ws/new/deep/a.rst', 'unknown /ws/new'],
    ['/ws/gone/deep/a.rst', 'missing'],
    ['/ws/a.rst/b.rst', 'missing'],
    ['/other/a.rst', 'unknown /other'],
  ] as const) {
    it(`finds ${path}: ${state}`, () => assert.equal(look(known, path), state));
  }

  it('takes the exact name where two differ only in case', () => {
    const both = facts({ '/ws': [file('a.rst'), file('A.rst')] });
    assert.equal(look(both, '/ws/a.rst'), 'file');
    assert.equal(look(both, '/ws/A.rst'), 'file');
  });

  it('says missing of all that is in a missing folder, and forgets when told to', () => {
    const gone = known.with(new Map([['/ws/new', 'missing' as const]]));
    assert.equal(look(gone, '/ws/new/a.rst'), 'missing');
    assert.equal(look(gone.with(new Map([['/ws/new', undefined]])), '/ws/new/a.rst'), 'unknown /ws/new');
    assert.equal(look(known, '/ws/new/a.rst'), 'unknown /ws/new');
  });

  it('works below a file system root and in other schemes', () => {
    assert.equal(look(facts({ '/': [folder('ws')] }), '/WS'), 'case-mismatch /ws');
    assert.equal(look(facts({ 'vfs://host/': [file('a.rst')] }), 'vfs://host/a.rst'), 'file');
  });
});
