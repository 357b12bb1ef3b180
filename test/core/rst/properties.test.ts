/** What holds of every text, however broken: see test/support/rstArbitrary.ts for how broken. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Note } from '../../../server/src/core/model/note.ts';
import { anyNote, damaged, noise, todoSection, wellFormed } from '../../support/rstArbitrary.ts';
import { spansOf } from '../../support/spansOf.ts';
import { readNote, toggled } from '../../support/toggled.ts';

const RUNS = { numRuns: 400 };

describe('any text as reStructuredText', () => {
  for (const [name, notes] of [
    ['well-formed', wellFormed],
    ['damaged', damaged],
    ['noise', noise],
    ['any Unicode', fc.string({ unit: 'binary' })],
  ] as const) {
    it(`is read without fail, with spans inside of it: ${name}`, () => {
      fc.assert(
        fc.property(notes, (text) => {
          for (const { start, end } of spansOf(readNote(text))) {
            assert.ok(0 <= start && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`);
          }
        }),
        RUNS,
      );
    });
  }

  it('has its parts in order', () => {
    holds(({ headings, links, anchors, folds, problems }) => {
      for (const parts of [headings, links, anchors, folds, problems]) {
        assert.deepEqual(
          parts.map(({ span }) => span.start),
          parts.map(({ span }) => span.start).toSorted((a, b) => a - b),
        );
      }
    });
  });

  it('has sections that tile it and nest', () => {
    holds(({ headings, lines }) => {
      headings.forEach(({ level, parent, sectionEnd, span, titleSpan, names }, index) => {
        const next = headings.slice(index + 1).find((other) => other.level <= level);
        assert.equal(sectionEnd, next?.span.start ?? lines.length);
        assert.ok(span.start <= titleSpan.start && titleSpan.end <= span.end && span.end <= sectionEnd);
        const outer = headings.slice(0, index).findLastIndex((other) => other.level < level);
        assert.equal(parent, outer);
        assert.equal(level, (headings[outer]?.level ?? 0) + 1);
        assert.ok(names.length >= 1);
      });
    });
  });

  it('has to-dos that come after what they are nested in, in the section they stand in', () => {
    holds(({ headings, todos }) => {
      todos.forEach(({ span, markerSpan, parent, heading }, index) => {
        assert.ok(parent < index);
        assert.ok(span.start <= markerSpan.start);
        assert.equal(
          heading,
          headings.findLastIndex((other) => other.span.start <= span.start),
        );
      });
    });
  });

  it('has targets inside of links, and values inside of anchors', () => {
    holds(({ links, anchors }) => {
      for (const { span, targetSpan } of links) {
        assert.ok(span.start <= targetSpan.start && targetSpan.end <= span.end);
      }
      for (const { span, valueSpan, value, kind, nameSpan } of anchors) {
        assert.equal(valueSpan === undefined, value === undefined);
        if (valueSpan !== undefined) {
          assert.ok(span.start <= valueSpan.start && valueSpan.end <= span.end);
        }
        // The name of a directive stands in its options, behind what the anchor marks.
        assert.ok(span.start <= nameSpan.start && (kind === 'name-option' || nameSpan.end <= span.end));
      }
    });
  });

  it('reads the same each time, whatever was read in between', () => {
    fc.assert(
      fc.property(anyNote, anyNote, (text, other) => {
        const first = readNote(text);
        readNote(other);
        assert.deepEqual(readNote(text), first);
      }),
      RUNS,
    );
  });

  it('reads the same behind an empty comment, but for where it is', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        const put = '..\n\n';
        const shifted = readNote(put + text);
        const { links } = readNote(text);
        assert.deepEqual(
          shifted.links.map(({ kind, span }) => [kind, span.start - put.length, span.end - put.length]),
          links.map(({ kind, span }) => [kind, span.start, span.end]),
        );
      }),
      RUNS,
    );
  });

  it('has its bytes back once an open to-do was checked and unchecked', () => {
    fc.assert(
      fc.property(wellFormed, fc.nat(), (text, choice) => {
        const { todos } = readNote(text);
        const index = choice % Math.max(1, todos.length);
        const todo = todos[index];
        fc.pre(todo?.state === 'open' && !todo.inTodoSection);
        const checked = toggled(text, index, 'done');
        if (checked !== text) {
          assert.equal(readNote(checked).todos[index]?.state, 'done');
          assert.equal(toggled(checked, index, 'open'), text);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('has its bytes back once all plain items below To Do were checked and unchecked', () => {
    fc.assert(
      fc.property(todoSection, (text) => {
        const { todos } = readNote(text);
        const items = [...todos.keys()].filter((index) => todos[index]!.kind === 'section');
        const checked = items.reduce((before, index) => toggled(before, index, 'done'), text);
        assert.deepEqual(
          items.map((index) => readNote(checked).todos[index]?.state),
          items.map(() => 'done'),
        );
        assert.equal(
          items.reduce((before, index) => toggled(before, index, 'open'), checked),
          text,
        );
      }),
      RUNS,
    );
  });
});

function holds(check: (note: Note) => void): void {
  fc.assert(
    fc.property(anyNote, (text) => check(readNote(text))),
    RUNS,
  );
}
