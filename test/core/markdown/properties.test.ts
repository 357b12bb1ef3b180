/** What holds of every text, however broken: see test/support/markdownArbitrary.ts for how broken. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdown } from '../../../server/src/core/dialects/markdown/markdown.ts';
import type { Note } from '../../../server/src/core/model/note.ts';
import { anyNote, damaged, noise, todoSection, wellFormed } from '../../support/markdownArbitrary.ts';
import { spansOf } from '../../support/spansOf.ts';
import { readNote, toggled } from '../../support/toggled.ts';

const RUNS = { numRuns: 400 };
const read = (text: string): Note => readNote(text, markdown);

describe('any text as Markdown', () => {
  for (const [name, notes] of [
    ['well-formed', wellFormed],
    ['damaged', damaged],
    ['noise', noise],
    ['any Unicode', fc.string({ unit: 'binary' })],
  ] as const) {
    it(`is read without fail, with spans inside of it: ${name}`, () => {
      fc.assert(
        fc.property(notes, (text) => {
          for (const { start, end } of spansOf(read(text))) {
            assert.ok(0 <= start && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`);
          }
        }),
        RUNS,
      );
    });
  }

  it('has its parts in order', () => {
    holds(({ headings, links, anchors, folds }) => {
      for (const parts of [headings, links, anchors, folds]) {
        assert.deepEqual(
          parts.map(({ span }) => span.start),
          parts.map(({ span }) => span.start).toSorted((a, b) => a - b),
        );
      }
    });
  });

  it('has sections that tile it and nest', () => {
    holds(({ headings, lines }) => {
      headings.forEach(({ level, parent, sectionEnd, span, titleSpan }, index) => {
        const next = headings.slice(index + 1).find((other) => other.level <= level);
        assert.equal(sectionEnd, next?.span.start ?? lines.length);
        assert.ok(span.start <= titleSpan.start && titleSpan.end <= span.end && span.end <= sectionEnd);
        assert.equal(
          parent,
          headings.slice(0, index).findLastIndex((other) => other.level < level && other.sectionEnd > span.start),
        );
      });
    });
  });

  it('has a name of its own for each section with a title', () => {
    holds(({ headings }) => {
      const names = headings.flatMap(({ names: [first] }) => first ?? []);
      assert.equal(new Set(names).size, names.length);
    });
  });

  it('has to-dos that come after what they are nested in, in the section they stand in', () => {
    holds(({ headings, todos }) => {
      todos.forEach(({ span, markerSpan, parent, heading }, index) => {
        assert.ok(parent < index);
        assert.ok(span.start <= markerSpan.start && markerSpan.end <= span.end);
        assert.equal(
          heading,
          headings.findLastIndex((other) => other.span.start <= span.start),
        );
      });
    });
  });

  it('has targets inside of links, names and values inside of anchors', () => {
    holds(({ links, anchors }) => {
      for (const { span, targetSpan } of links) {
        assert.ok(span.start <= targetSpan.start && targetSpan.end <= span.end);
      }
      for (const { span, valueSpan, value, nameSpan } of anchors) {
        assert.equal(valueSpan === undefined, value === undefined);
        for (const inner of [nameSpan, valueSpan ?? nameSpan]) {
          assert.ok(span.start <= inner.start && inner.end <= span.end);
        }
      }
    });
  });

  it('has no link in a link, but images', () => {
    holds(({ links }) => {
      const texts = links.filter(({ kind }) => kind === 'inline-link' || kind === 'full-ref');
      for (const outer of texts) {
        const inner = texts.filter(({ span }) => outer.span.start < span.start && span.end <= outer.span.end);
        assert.deepEqual(inner, []);
      }
    });
  });

  it('reads the same each time, whatever was read in between', () => {
    fc.assert(
      fc.property(anyNote, anyNote, (text, other) => {
        const first = read(text);
        read(other);
        assert.deepEqual(read(text), first);
      }),
      RUNS,
    );
  });

  it('reads the same with other line breaks, but for where it is', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        const shape = ({ headings, links, todos }: Note) => [
          headings.map(({ title, level }) => [title, level]),
          links.map(({ kind, target }) => [kind, target]),
          todos.map(({ kind, state, text: task }) => [kind, state, task]),
        ];
        assert.deepEqual(shape(read(text.replaceAll('\n', '\r\n'))), shape(read(text)));
        assert.deepEqual(shape(read(text.replaceAll('\n', '\r'))), shape(read(text)));
      }),
      RUNS,
    );
  });

  it('reads the same in a block quote, but for where it is', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        fc.pre(!/\t|^(?:---|\+\+\+)/.test(text));
        const quoted = read(text.replace(/^/gm, '> '));
        const plain = read(text);
        assert.deepEqual(
          quoted.headings.map(({ title }) => title),
          plain.headings.map(({ title }) => title),
        );
        assert.equal(quoted.links.length, plain.links.length);
      }),
      RUNS,
    );
  });

  it('has its bytes back once an open to-do was checked and unchecked', () => {
    fc.assert(
      fc.property(anyNote, fc.nat(), (text, choice) => {
        const { todos } = read(text);
        const index = choice % Math.max(1, todos.length);
        const todo = todos[index];
        fc.pre(todo?.state === 'open' && !todo.inTodoSection);
        const checked = toggled(text, index, 'done', markdown);
        assert.equal(read(checked).todos[index]?.state, 'done');
        assert.equal(toggled(checked, index, 'open', markdown), text);
      }),
      { numRuns: 1500 },
    );
  });

  it('has its bytes back once all plain items below To Do were checked and unchecked', () => {
    fc.assert(
      fc.property(todoSection, (text) => {
        const { todos } = read(text);
        const items = [...todos.keys()].filter((index) => todos[index]!.kind === 'section');
        const checked = items.reduce((before, index) => toggled(before, index, 'done', markdown), text);
        assert.deepEqual(
          items.map((index) => read(checked).todos[index]?.state),
          items.map(() => 'done'),
        );
        assert.equal(
          items.reduce((before, index) => toggled(before, index, 'open', markdown), checked),
          text,
        );
      }),
      RUNS,
    );
  });
});

function holds(check: (note: Note) => void): void {
  fc.assert(
    fc.property(anyNote, (text) => check(read(text))),
    RUNS,
  );
}
