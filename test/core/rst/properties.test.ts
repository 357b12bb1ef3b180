/** What holds of every text, however broken: see test/support/rstArbitrary.ts for how broken. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rst } from '../../../server/src/core/dialects/rst/rst.ts';
import { checkReading, checkTodos, holds, RUNS } from '../../support/noteProperties.ts';
import { anyNote, damaged, noise, todoSection, wellFormed } from '../../support/rstArbitrary.ts';
import { readNote } from '../../support/toggled.ts';

const notes = { anyNote, damaged, noise, todoSection, wellFormed };

describe('any text as reStructuredText', () => {
  checkReading(rst, notes);
  checkTodos(rst, notes);

  it('has sections that nest without gaps', () => {
    holds(rst, anyNote, ({ headings }) => {
      headings.forEach(({ level, parent, names }, index) => {
        const outer = headings.slice(0, index).findLastIndex((other) => other.level < level);
        assert.equal(parent, outer);
        assert.equal(level, (headings[outer]?.level ?? 0) + 1);
        assert.ok(names.length >= 1);
      });
    });
  });

  it('has targets inside of links, and values inside of anchors', () => {
    holds(rst, anyNote, ({ links, anchors }) => {
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
});
