import assert from 'node:assert/strict';
import { dialectFor } from '../../server/src/core/dialects/registry.ts';
import type { NoteEntry } from '../../server/src/core/index/noteIndex.ts';
import { withEdits } from '../../server/src/core/model/edit.ts';
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
  return withEdits(text, addressEdits(entry, text, parseOptions, webLinks(entry.note), () => url).edits);
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
      `.. figure:: a.png\n   :target: ${old}\n\n   Text\n`,
      `.. |x| image:: a.png\n   :target: ${old}\n\n|x|\n`,
      `See \`<${old}>\`_ and (${old}).\n`,
      `See x__.\n\n.. __: ${old}\n`,
      `:Site: ${old}\n\n.. [1] ${old}\n`,
      `.. note:: ${old}\n\n   - ${old}.\n`,
    ]) {
      assert.equal(led('/a.rst', text, url), text.replaceAll(old, url));
    }
    for (const text of [
      `See <${old}>, ${old}.\n`,
      `[text](${old} "title") ![x](${old})\n`,
      `[x]\n\n[x]: ${old} 'title'\n`,
      `- [ ] a\n  [b](<${old}>)\n`,
      `[x]\n\n[x]:\n  <${old}>\n  "title"\n`,
      `[![x](${old})](${old})\n`,
      `<a href="${old}">a</a> <img src='${old}'>\n`,
      `<div>\n<a href="${old}">a</a>\n</div>\n`,
      `| a | b |\n|---|---|\n| ${old} | [x](${old}) |\n`,
      `A[^1]\n\n[^1]: ${old}\n`,
      `> 1. ${old}\n`,
    ]) {
      assert.equal(led('/a.md', text, url), text.replaceAll(old, url));
    }
  });

  it('takes the place of one that is written over several lines', () => {
    const url = 'https://new.org/b';
    for (const [text, after] of [
      ['.. _x: http://old.org/\n   a\n\nx_\n', `.. _x: ${url}\n\nx_\n`],
      ['.. _x:\n   http://old.org/\n   a\n\nx_\n', `.. _x:\n   ${url}\n\nx_\n`],
      ['`text <http://old.org/\na>`_ more\n', `\`text <${url}>\`_ more\n`],
      ['.. image:: a.png\n   :target: http://old.org/\n     a\n', `.. image:: a.png\n   :target: ${url}\n`],
    ] as const) {
      assert.equal(led('/a.rst', text, url), after);
    }
    assert.equal(led('/a.rst', '`x <http://old.org/a\\_b>`_\n', url), `\`x <${url}>\`_\n`);
    assert.equal(led('/a.md', '[x](http://old.org/a&amp;b)\n', url), `[x](${url})\n`);
  });

  it('makes room for itself in tables', () => {
    const url = 'https://new.org/longer';
    assert.equal(
      led('/a.rst', '==================  ===\nhttp://old.org/a    x\n==================  ===\n', url),
      `======================  ===\n${url}  x\n======================  ===\n`,
    );
    assert.equal(
      led('/a.rst', '+-------------------+---+\n| http://old.org/a  | b |\n+-------------------+---+\n', url),
      `+-----------------------+---+\n| ${url}| b |\n+-----------------------+---+\n`,
    );
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
    const title = `${old}\n================\n\nText\n`;
    assert.equal(led('/a.rst', title, 'http://new.org/longer'), title);
    assert.equal(led('/a.rst', title, 'http://new.org/b'), title.replace(old, 'http://new.org/b'));
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
      ['/ws/a.rst', 'T 2009\n======\n\n:Date: 2011-05-06\n', '20110506'],
      ['/ws/a.rst', ':Date: May 6, 2011\n\nT 2009\n======\n', '20110506'],
      ['/ws/a.rst', 'T\n=\n\n:date: 06.05.2011\n', '20110506'],
      ['/ws/a.md', '---\ndate: 2011-5-6\n---\n# x\n', '20110506'],
      ['/ws/a.md', '---\ndate: some day\n---\n# PyCon 2011\n', '20110701'],
      ['/ws/a.md', '# 6th of May 2011\n', '20110506'],
      ['/ws/a.md', '# Oct 13-15, 2011\n', '20111013'],
      ['/ws/a.md', '# 13.–15. Oktober 2011\n', '20111013'],
      ['/ws/a.md', '# Im März 2011\n', '20110315'],
      ['/ws/a.md', '# Marching and decoding 2011\n', '20110701'],
      ['/ws/a.md', '# 2011-02-31\n', '20110215'],
      ['/ws/a.md', '# 2011-13-31\n', '20110701'],
      ['/ws/2011/05/06/a.md', '# x\n', '20110506'],
      ['/ws/2009/2011/a.md', '# x\n', '20110701'],
      ['/ws/2011/05/06-a.md', '# x\n', '20110506'],
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
