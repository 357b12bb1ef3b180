import assert from 'node:assert/strict';
import { dialectFor } from '../../server/src/core/dialects/registry.ts';
import type { NoteEntry } from '../../server/src/core/index/noteIndex.ts';
import { addressEdits } from '../../server/src/features/web/addressEdit.ts';
import { noteDate } from '../../server/src/features/web/noteDate.ts';
import { ageText, reasonText, stateText } from '../../server/src/features/web/verdictText.ts';
import { webLinks } from '../../server/src/features/web/webLinks.ts';
import { parseOptions } from '../support/workspace.ts';

function entryOf(path: string, text: string): NoteEntry {
  const dialect = dialectFor(path)!;
  return { path, dialect, note: dialect.parse(text, parseOptions) };
}

/** The text with all its web links led to `url`. */
function led(path: string, text: string, url: string): string {
  const entry = entryOf(path, text);
  const edits = addressEdits(entry, text, parseOptions, webLinks(entry.note), () => url);
  return edits.reduceRight(
    (after, { span, text: to }) => after.slice(0, span.start) + to + after.slice(span.end),
    text,
  );
}

describe('another address for a web link', () => {
  const old = 'http://old.org/a';

  it('stands where the old one stood, in every construct', () => {
    const url = 'https://new.org/b?c=d&e=f#g';
    for (const text of [
      `See ${old}, and more.\n`,
      `See \`text <${old}>\`_.\n`,
      `See \`text <${old}>\`__.\n`,
      `See x_.\n\n.. _x: ${old}\n`,
      `See x__.\n\n__ ${old}\n`,
      `.. image:: ${old}\n   :target: ${old}\n`,
    ]) {
      assert.equal(led('/a.rst', text, url), text.replaceAll(old, url));
    }
    for (const text of [
      `See <${old}>, ${old}.\n`,
      `[text](${old} "title") ![x](${old})\n`,
      `[x]\n\n[x]: ${old} 'title'\n`,
      `- [ ] a\n  [b](<${old}>)\n`,
    ]) {
      assert.equal(led('/a.md', text, url), text.replaceAll(old, url));
    }
  });

  it('is encoded where the note would read it as something else', () => {
    assert.equal(led('/a.rst', `See ${old} there.\n`, 'http://new.org/b.'), 'See http://new.org/b%2E there.\n');
    assert.equal(led('/a.md', `[x](${old})\n`, 'http://new.org/a)b'), '[x](http://new.org/a%29b)\n');
    assert.equal(led('/a.md', `See <${old}>.\n`, 'http://new.org/a<b'), 'See <http://new.org/a%3Cb>.\n');
  });

  it('is left out where it cannot stand', () => {
    const text = `See ${old} there.\n`;
    assert.equal(led('/a.rst', text, 'no address'), text);
    assert.equal(led('/a.rst', 'See :pep:`8`.\n', 'http://new.org/'), 'See :pep:`8`.\n');
  });

  it('changes all places that it can, also when one of them cannot have it', () => {
    const text = `:rfc:\`1\` and ${old} and ${old}\n`;
    assert.equal(led('/a.rst', text, 'http://n.org/'), text.replaceAll(old, 'http://n.org/'));
  });
});

describe('the date of a note', () => {
  it('is what it says first: front matter, title, file, folder', () => {
    for (const [path, text, date] of [
      ['/ws/2009/a.md', '---\ndate: 2012-03-04\n---\n\n# In 2011\n', '20120304'],
      ['/ws/2009/a.md', '# PyCon 2011\n', '20110701'],
      ['/ws/2009/a.rst', 'QCon, May 2011\n==============\n', '20110515'],
      ['/ws/2009/a.rst', 'Notes of 2011-05-06\n===================\n', '20110506'],
      ['/ws/2009/2010-11-12-a.rst', 'QCon\n====\n', '20101112'],
      ['/ws/2009/201011_a.rst', 'QCon\n====\n', '20101115'],
      ['/ws/2009/a.rst', 'QCon\n====\n', '20090701'],
      ['/ws/a.rst', 'Room 12011, 3000 people\n=======================\n', undefined],
    ] as const) {
      assert.equal(noteDate(entryOf(path, text), ['/ws']), date, `${path} ${text}`);
    }
    assert.equal(noteDate(entryOf('/home/2015/ws/a.rst', 'QCon\n====\n'), ['/home/2015/ws']), undefined);
  });
});

describe('what is said of a link', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');

  it('has its age in words', () => {
    const ago = (ms: number): string => ageText({ outcome: 'ok', reason: 'answered', checkedAt: now - ms }, now);
    assert.deepEqual(
      [ago(0), ago(5 * 60_000), ago(3_600_000), ago(26 * 3_600_000), ago(9 * 24 * 3_600_000)],
      ['checked just now', 'checked 5 minutes ago', 'checked 1 hour ago', 'checked 1 day ago', 'checked 9 days ago'],
    );
  });

  it('tells reason, status and redirects', () => {
    assert.equal(reasonText({ outcome: 'broken', reason: 'not-found', status: 404 }), 'The page was not found (404)');
    assert.equal(
      reasonText({ outcome: 'broken', reason: 'not-found', status: 404, detail: 'YouTube video' }),
      'There is no such YouTube video',
    );
    const moved = { hops: [{ status: 301, url: 'http://b.org/' }], movedTo: 'http://b.org/' };
    assert.equal(
      stateText({ outcome: 'ok', reason: 'answered', status: 200, checkedAt: now, ...moved }, now),
      'The page is there, checked just now. It has moved for good. Redirects: 301 → http://b.org/.',
    );
  });
});
