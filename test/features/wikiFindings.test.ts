import assert from 'node:assert/strict';
import { findings } from '../../server/src/features/findings.ts';
import { root, snapshotOf, spanText } from '../support/workspace.ts';

function found(fixture: string): string[] {
  const snapshot = snapshotOf(fixture);
  const path = `${root}/note.md`;
  const { note } = snapshot.notes.get(path)!;
  return findings(snapshot, path).map(({ code, span, message }) => `${code} ${spanText(note, span)} ${message}`);
}

describe('findings of wiki links', () => {
  it('name what is missing: a note, a file, a place', () => {
    const fixture = `
      //- /note.md
      [[gone]] ![[gone.png]] [[other#Gone]] [[#Gone]] [[other#^gone]]
      [[other]] [[other#Here|label]] ![[a.png]] [[#^mine]]

      text ^mine
      //- /sub/other.md
      # Here
      //- /sub/a.png
    `;
    assert.deepEqual(found(fixture), [
      'link.file-missing 0:2-0:6 No note or file is called “gone”.',
      'link.file-missing 0:12-0:20 No note or file is called “gone.png”.',
      'link.anchor-missing 0:25-0:35 No title or target “Gone” in sub/other.md.',
      'link.anchor-missing 0:40-0:45 No title or target “Gone” in note.md.',
      'link.anchor-missing 0:50-0:61 No title or target “^gone” in sub/other.md.',
    ]);
  });

  it('name the notes that a link may mean', () => {
    const fixture = `
      //- /note.md
      [[other]] and [[a/other]]
      //- /a/other.md
      //- /b/other.md
    `;
    assert.deepEqual(found(fixture), [
      'link.ambiguous 0:2-0:7 Several notes or files are called “other”: a/other.md, b/other.md.',
    ]);
    const [ambiguous] = findings(snapshotOf(fixture), `${root}/note.md`);
    assert.deepEqual(
      ambiguous!.related?.map(({ path }) => path),
      [`${root}/a/other.md`, `${root}/b/other.md`],
    );
  });

  it('are left out where a comment says so', () => {
    const text = '//- /note.md\n<!-- talk-notes-ignore: link.file-missing gone -->\n\n[[gone]] [[lost]]\n';
    assert.deepEqual(found(text), ['link.file-missing 2:11-2:15 No note or file is called “lost”.']);
  });
});
