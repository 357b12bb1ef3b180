/** What holds of every text in every format, however broken. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Dialect } from '../../server/src/core/dialects/dialect.ts';
import type { Note } from '../../server/src/core/model/note.ts';
import { spansOf } from './spansOf.ts';
import { readNote, toggled } from './toggled.ts';

/** Random notes of one format. */
export interface RandomNotes {
  readonly wellFormed: fc.Arbitrary<string>;
  readonly damaged: fc.Arbitrary<string>;
  readonly noise: fc.Arbitrary<string>;
  /** Any of these. */
  readonly anyNote: fc.Arbitrary<string>;
  /** A To Do section whose items have no boxes. */
  readonly todoSection: fc.Arbitrary<string>;
}

export const RUNS = { numRuns: 400 };

/** Checks `check` of many notes. */
export function holds(dialect: Dialect, notes: fc.Arbitrary<string>, check: (note: Note) => void): void {
  fc.assert(
    fc.property(notes, (text) => check(readNote(text, dialect))),
    RUNS,
  );
}

/** Makes a test of each property, on `notes` read by `dialect`. */
export function checkReading(dialect: Dialect, notes: RandomNotes): void {
  const { wellFormed, damaged, noise, anyNote } = notes;
  const kinds = { 'well-formed': wellFormed, damaged, noise, 'any Unicode': fc.string({ unit: 'binary' }) };
  for (const [name, texts] of Object.entries(kinds)) {
    it(`is read without fail, with spans inside of it: ${name}`, () => {
      holds(dialect, texts, (note) => {
        const { length } = note.lines;
        for (const { start, end } of spansOf(note)) {
          assert.ok(0 <= start && start <= end && end <= length, `${start} to ${end} of ${length}`);
        }
      });
    });
  }

  it('has its parts in order', () => {
    holds(dialect, anyNote, ({ headings, links, anchors, folds, problems }) => {
      for (const parts of [headings, links, anchors, folds, problems]) {
        const starts = parts.map(({ span }) => span.start);
        assert.deepEqual(
          starts,
          starts.toSorted((a, b) => a - b),
        );
      }
    });
  });

  it('has sections that tile it', () => {
    holds(dialect, anyNote, ({ headings, lines }) => {
      headings.forEach(({ level, sectionEnd, span, titleSpan }, index) => {
        const next = headings.slice(index + 1).find((other) => other.level <= level);
        assert.equal(sectionEnd, next?.span.start ?? lines.length);
        assert.ok(span.start <= titleSpan.start && titleSpan.end <= span.end && span.end <= sectionEnd);
      });
    });
  });

  it('reads the same each time, whatever was read in between', () => {
    fc.assert(
      fc.property(anyNote, anyNote, (text, other) => {
        const first = readNote(text, dialect);
        readNote(other, dialect);
        assert.deepEqual(readNote(text, dialect), first);
      }),
      RUNS,
    );
  });
}

/** The same for what is promised of to-dos. */
export function checkTodos(dialect: Dialect, { anyNote, wellFormed, todoSection }: RandomNotes): void {
  it('has to-dos that come after what they are nested in, in the section they stand in', () => {
    holds(dialect, anyNote, ({ headings, todos }) => {
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

  it('has its bytes back once an open to-do was checked and unchecked', () => {
    fc.assert(
      fc.property(wellFormed, fc.nat(), (text, choice) => {
        const { todos } = readNote(text, dialect);
        const index = choice % Math.max(1, todos.length);
        const todo = todos[index];
        fc.pre(todo?.state === 'open' && !todo.inTodoSection);
        const checked = toggled(text, index, 'done', dialect);
        if (checked !== text) {
          assert.equal(readNote(checked, dialect).todos[index]?.state, 'done');
          assert.equal(toggled(checked, index, 'open', dialect), text);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('has its bytes back once all plain items below To Do were checked and unchecked', () => {
    fc.assert(
      fc.property(todoSection, (text) => {
        const { todos } = readNote(text, dialect);
        const items = [...todos.keys()].filter((index) => todos[index]!.kind === 'section');
        const checked = items.reduce((before, index) => toggled(before, index, 'done', dialect), text);
        assert.deepEqual(
          items.map((index) => readNote(checked, dialect).todos[index]?.state),
          items.map(() => 'done'),
        );
        const unchecked = items.reduce((before, index) => toggled(before, index, 'open', dialect), checked);
        assert.equal(unchecked, text);
      }),
      RUNS,
    );
  });
}
