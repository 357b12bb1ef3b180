import assert from 'node:assert/strict';
import type { Resolution } from '../../../server/src/core/index/resolution.ts';
import { resolve } from '../../../server/src/core/index/resolve.ts';
import type { Snapshot } from '../../../server/src/core/index/snapshot.ts';
import type { NoteNameTarget } from '../../../server/src/core/model/link.ts';
import { edited, root, snapshotOf, spanText } from '../../support/workspace.ts';

/** Where `[[link]]` in the note at `from` leads: `sub/a.md 2:3-2:7`, `file a.png`, `missing`, `several a.md, b.md`. */
function leadsTo(fixture: string | Snapshot, link: string, from = '/note.md'): string {
  const snapshot = typeof fixture === 'string' ? snapshotOf(fixture) : fixture;
  const hash = link.indexOf('#');
  const target: NoteNameTarget =
    hash < 0
      ? { type: 'note-name', name: link }
      : { type: 'note-name', name: link.slice(0, hash), fragment: link.slice(hash + 1) };
  return shown(snapshot, resolve(snapshot, root + from, target));
}

function shown(snapshot: Snapshot, found: Resolution): string {
  const short = (path: string) => path.slice(root.length + 1);
  switch (found.type) {
    case 'note': {
      const { note } = snapshot.notes.get(found.path)!;
      return found.span === undefined ? short(found.path) : `${short(found.path)} ${spanText(note, found.span)}`;
    }
    case 'file':
      return `file ${short(found.path)}`;
    case 'missing-fragment':
      return `no ${found.fragment} in ${short(found.path)}`;
    case 'ambiguous':
      return `several ${found.places.map(({ path }) => short(path)).join(', ')}`;
    default:
      return found.type;
  }
}

describe('resolve, of a wiki link', () => {
  it('finds a note by its file name anywhere, in any case, with its suffix or without', () => {
    const fixture = '//- /note.md\n//- /deep/down/Some Note.md\n//- /deep/release-1.2.md\n//- /talks.rst\n';
    assert.equal(leadsTo(fixture, 'Some Note'), 'deep/down/Some Note.md');
    assert.equal(leadsTo(fixture, 'some  note'), 'deep/down/Some Note.md');
    assert.equal(leadsTo(fixture, 'Some Note.md'), 'deep/down/Some Note.md');
    assert.equal(leadsTo(fixture, 'release-1.2'), 'deep/release-1.2.md');
    assert.equal(leadsTo(fixture, 'talks'), 'talks.rst');
    assert.equal(leadsTo(fixture, 'talks.rst'), 'talks.rst');
    assert.equal(leadsTo(fixture, 'talks.md'), 'missing');
    assert.equal(leadsTo(fixture, 'other'), 'missing');
  });

  it('finds a name that one system composes and another does not', () => {
    const path = '/a/Café.md'.normalize('NFD');
    assert.equal(leadsTo(`//- /note.md\n//- ${path}\n`, 'café'.normalize('NFC')), path.slice(1));
  });

  it('finds a note by the end of its path, or by the way from the note', () => {
    const fixture = '//- /note.md\n//- /a/x/b.md\n//- /c/x/d.md\n//- /c/b.md\n//- /c/e.md\n';
    assert.equal(leadsTo(fixture, 'x/b'), 'a/x/b.md');
    assert.equal(leadsTo(fixture, 'a/x/b.md'), 'a/x/b.md');
    assert.equal(leadsTo(fixture, '/a/x/b'), 'a/x/b.md');
    assert.equal(leadsTo(fixture, 'y/b'), 'missing');
    assert.equal(leadsTo(fixture, './b', '/c/e.md'), 'c/b.md');
    assert.equal(leadsTo(fixture, '../b', '/c/x/d.md'), 'c/b.md');
    assert.equal(leadsTo(fixture, '../e.md', '/c/x/d.md'), 'c/e.md');
    assert.equal(leadsTo(fixture, './b'), 'missing');
  });

  it('finds a note by its title, whose signs mean nothing', () => {
    const fixture = '//- /note.md\n//- /a.md\n# TCP/IP in  Depth\n//- /b.rst\nSome Talk\n=========\n';
    assert.equal(leadsTo(fixture, 'tcp/ip in depth'), 'a.md');
    assert.equal(leadsTo(fixture, 'Some Talk'), 'b.rst');
  });

  it('lets a file name win over a title', () => {
    assert.equal(leadsTo('//- /note.md\n//- /a.md\n# B\n//- /b.md\n# A\n', 'a'), 'a.md');
  });

  it('finds other files by name', () => {
    const fixture = '//- /note.md\n//- /files/Chart.png\n//- /files/slides.pdf\n';
    assert.equal(leadsTo(fixture, 'Chart.png'), 'file files/Chart.png');
    assert.equal(leadsTo(fixture, 'chart.png'), 'file files/Chart.png');
    assert.equal(leadsTo(fixture, 'files/slides.pdf'), 'file files/slides.pdf');
    assert.equal(leadsTo(fixture, 'other/slides.pdf'), 'missing');
    assert.equal(leadsTo(fixture, 'slides'), 'missing');
  });

  describe('takes of several notes', () => {
    for (const [what, fixture, from, expected] of [
      ['the one beside it', '//- /a/note.md\n//- /a/b.md\n//- /b.md\n//- /c/b.md\n', '/a/note.md', 'a/b.md'],
      ['the one in the workspace folder', '//- /a/note.md\n//- /b.md\n//- /c/b.md\n', '/a/note.md', 'b.md'],
      ['the one below it', '//- /a/note.md\n//- /a/x/b.md\n//- /c/b.md\n', '/a/note.md', 'a/x/b.md'],
      ['the one of its own kind', '//- /a/note.md\n//- /a/b.rst\n//- /c/b.md\n', '/a/note.md', 'c/b.md'],
      [
        'none where nothing tells them apart',
        '//- /a/note.md\n//- /c/b.md\n//- /d/b.md\n',
        '/a/note.md',
        'several c/b.md, d/b.md',
      ],
    ] as const) {
      it(what, () => assert.equal(leadsTo(fixture, 'b', from), expected));
    }
  });

  it('finds titles, targets and blocks in the note, and in itself', () => {
    const fixture = `
      //- /note.md
      # Mine
      ## Next Steps
      //- /a.md
      # A
      ## Next Steps!
      ### Links
      ## Other
      ### Links
      //- /b.rst
      .. _mark:

      Next Steps
      ==========
    `;
    assert.equal(leadsTo(fixture, '#Next Steps'), 'note.md 1:3-1:13');
    assert.equal(leadsTo(fixture, 'a#Next Steps'), 'a.md 1:3-1:14');
    assert.equal(leadsTo(fixture, 'a#Links'), 'a.md 2:4-2:9');
    assert.equal(leadsTo(fixture, 'a#Other#Links'), 'a.md 4:4-4:9');
    assert.equal(leadsTo(fixture, 'a#A#Other#Links'), 'a.md 4:4-4:9');
    assert.equal(leadsTo(fixture, 'a#Links#Other'), 'no Links#Other in a.md');
    assert.equal(leadsTo(fixture, 'b#Next Steps'), 'b.rst 2:0-2:10');
    assert.equal(leadsTo(fixture, 'b#mark'), 'b.rst 0:0-0:9');
    assert.equal(leadsTo(fixture, 'a#Gone'), 'no Gone in a.md');
    assert.equal(leadsTo(fixture, '#^gone'), 'no ^gone in note.md');
  });

  it('says nothing of what is missing around a note that lies in no workspace folder', () => {
    const snapshot = snapshotOf('//- /note.md\n//- /a.md\n');
    assert.equal(leadsTo({ ...snapshot, roots: [] }, 'gone'), 'opaque');
    assert.equal(leadsTo({ ...snapshot, roots: [] }, 'a'), 'a.md');
  });

  it('keeps its table of names up to date through edits', () => {
    const before = snapshotOf('//- /note.md\n//- /a.md\n# One\n');
    assert.equal(leadsTo(before, 'One'), 'a.md');
    const after = edited(before, `${root}/a.md`, '# Two\n');
    assert.equal(leadsTo(after, 'One'), 'missing');
    assert.equal(leadsTo(after, 'Two'), 'a.md');
    assert.equal(leadsTo(after, 'a'), 'a.md');
    assert.equal(leadsTo(before, 'One'), 'a.md');
    const gone: Snapshot = { ...after, notes: after.notes.with([{ path: `${root}/a.md`, entry: undefined }]) };
    assert.equal(leadsTo(gone, 'Two'), 'missing');
  });
});
