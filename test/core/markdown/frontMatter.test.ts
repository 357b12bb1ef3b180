/** What front matter says of a note. */
import assert from 'node:assert/strict';
import { markdown } from '../../../server/src/core/dialects/markdown/markdown.ts';
import type { NoteMeta } from '../../../server/src/core/model/note.ts';
import { readNote } from '../../support/toggled.ts';

function metaOf(...lines: readonly string[]): NoteMeta | undefined {
  return readNote(['---', ...lines, '---', '', 'text'].join('\n'), markdown).meta;
}

const nothing = { speakers: [], tags: [], aliases: [] };

describe('front matter', () => {
  it('gives title, event and date as they are written', () => {
    assert.deepEqual(metaOf('title: A note', 'event: "FOSDEM: 2026"', 'date: 2026-02-01'), {
      ...nothing,
      title: 'A note',
      event: 'FOSDEM: 2026',
      date: '2026-02-01',
    });
  });

  it('gives lists in every way that YAML writes them', () => {
    assert.deepEqual(metaOf('speakers: [Ann Lee, "Bob"]', 'tags:', '  - one', '  - two', 'aliases:', '- A', '- B'), {
      speakers: ['Ann Lee', 'Bob'],
      tags: ['one', 'two'],
      aliases: ['A', 'B'],
    });
  });

  it('gives single values as lists, tags by their words, people by their names', () => {
    assert.deepEqual(metaOf('speaker:', '  name: Ann', '  mail: a@b.c', 'tags: one, two three', 'alias: Other'), {
      speakers: ['Ann'],
      tags: ['one', 'two', 'three'],
      aliases: ['Other'],
    });
  });

  it('takes quotation marks, commas in them and null for what they are', () => {
    assert.deepEqual(metaOf(`title: 'It: a "note"'`, 'aliases: ["a, b", c]', 'tags: [null, x]'), {
      ...nothing,
      title: 'It: a "note"',
      aliases: ['a, b', 'c'],
      tags: ['x'],
    });
    assert.equal(metaOf(`title: 'It''s'`)?.title, "It's");
    assert.equal(metaOf('title: "a\\tb"')?.title, 'a\tb');
  });

  it('gives texts over lines', () => {
    assert.equal(metaOf('title: >', '  A long', '  title', 'tags: []')?.title, 'A long title');
    assert.equal(metaOf('other: x', 'title: |', '  first', '', '  second', 'more: y')?.title, 'first\n\nsecond');
  });

  it('takes several speakers on one line apart, but not those that a list names', () => {
    assert.deepEqual(metaOf('speakers: Ann Lee, Bob Ray; @cid')?.speakers, ['Ann Lee', 'Bob Ray', '@cid']);
    assert.deepEqual(metaOf('speakers:', '  - Lee, Ann')?.speakers, ['Lee, Ann']);
    assert.deepEqual(metaOf('presenter: Ann', 'conference: FOSDEM'), {
      ...nothing,
      event: 'FOSDEM',
      speakers: ['Ann'],
    });
  });

  it('takes what is no YAML for what it was meant for', () => {
    assert.equal(metaOf('title: PyCon: the keynote: again')?.title, 'PyCon: the keynote: again');
    assert.deepEqual(metaOf('speaker: @ann')?.speakers, ['@ann']);
    assert.deepEqual(metaOf('speakers: [@ann, "@bob"]')?.speakers, ['@ann', '@bob']);
    assert.deepEqual(metaOf('speakers:', '  - @ann', '  - Bob Ray', 'tags: [a]')?.speakers, ['@ann', 'Bob Ray']);
  });

  it('knows comments, keys in quotation marks, indented lists and other fields', () => {
    assert.deepEqual(
      metaOf('# of a talk', '"title": A # draft', 'tags: [a, b] # two', 'speakers: # one', '    - Ann # @ann', 'x: y'),
      { ...nothing, title: 'A', tags: ['a', 'b'], speakers: ['Ann'] },
    );
  });

  it('ends with dots, may stand behind a byte order mark, and has any line ends', () => {
    const lines = ['---', 'title: >-', '  A', '  B', 'tags:', '  - one', '  - two', '...', '# C', ''];
    for (const end of ['\n', '\r\n', '\r']) {
      const { meta, headings } = readNote(`\ufeff${lines.join(end)}`, markdown);
      assert.deepEqual(meta, { ...nothing, title: 'A B', tags: ['one', 'two'] });
      assert.deepEqual(
        headings.map(({ title, level }) => [title, level]),
        [['C', 1]],
      );
    }
  });

  it('says nothing where it has no such field, or is broken', () => {
    assert.equal(metaOf('layout: page', 'sub:', '  title: no'), undefined);
    assert.equal(metaOf('title: [a', 'tags: "b'), undefined);
    assert.equal(metaOf('title:', 'date: null', 'event: ~'), undefined);
  });

  it('is not read further than where it breaks', () => {
    assert.deepEqual(metaOf('title: [a', 'event: b'), { ...nothing, event: 'b' });
  });
});
