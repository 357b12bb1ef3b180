import assert from 'node:assert/strict';
import fc from 'fast-check';
import { selectionRanges } from '../../server/src/features/selectionRanges.ts';
import { atCursor } from '../support/cursor.ts';
import { noteOf, root, snapshotOf } from '../support/workspace.ts';

function grown(fixture: string): string[] {
  const { snapshot, path, offset, text } = atCursor(fixture);
  return selectionRanges(text(path), noteOf(snapshot, path), offset).map(({ start, end }) =>
    text(path).slice(start, end).replaceAll('\n', '|'),
  );
}

describe('selectionRanges', () => {
  it('grow from a word over a link and a paragraph to the section and the note', () => {
    assert.deepEqual(grown('A\n=\n\nSee `the wo$0rd`_ now,\nplease.\n\nMore.\n\nB\n=\n'), [
      'word',
      'the word',
      '`the word`_',
      'See `the word`_ now,',
      'See `the word`_ now,|please.',
      '|See `the word`_ now,|please.||More.||',
      'A|=||See `the word`_ now,|please.||More.||',
      'A|=||See `the word`_ now,|please.||More.||B|=|',
    ]);
  });

  for (const [name, start] of [
    ['reStructuredText', ''],
    ['Markdown', '//- /note.md\n'],
  ] as const) {
    it(`grow over items of a list, and what they are nested in, in ${name}`, () => {
      assert.deepEqual(grown(`${start}- one\n\n  - tw$0o\n    more\n\n    end\n\n  - three\n\n- four\n`), [
        'two',
        '- two|    more',
        '- two|    more||    end',
        '- one||  - two|    more||    end||  - three',
        '- one||  - two|    more||    end||  - three||- four|',
      ]);
    });
  }

  it('always hold each other, and the cursor', () => {
    const signs = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '- ', '`', '_', '=', '\r\n', '[', ']', '😀', '\t'),
    });
    fc.assert(
      fc.property(signs, fc.nat(), fc.constantFrom('rst', 'md'), (text, at, suffix) => {
        const path = `${root}/note.${suffix}`;
        const offset = Math.min(at, text.length);
        const spans = selectionRanges(text, noteOf(snapshotOf([{ path, text }]), path), offset);
        assert.deepEqual(spans.at(-1), { start: 0, end: text.length });
        spans.forEach((span, index) => {
          const inner = spans[index - 1] ?? { start: offset, end: offset };
          assert.ok(span.start <= inner.start && inner.end <= span.end);
        });
      }),
    );
  });
});
