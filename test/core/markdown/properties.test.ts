/** What holds of every text, however broken: see test/support/markdownArbitrary.ts for how broken. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdown } from '../../../server/src/core/dialects/markdown/markdown.ts';
import type { Note } from '../../../server/src/core/model/note.ts';
import { anyNote, damaged, noise, todoSection, wellFormed } from '../../support/markdownArbitrary.ts';
import { checkReading, checkTodos, holds, RUNS } from '../../support/noteProperties.ts';
import { readNote } from '../../support/toggled.ts';

const read = (text: string): Note => readNote(text, markdown);

const notes = { anyNote, damaged, noise, todoSection, wellFormed };

describe('any text as Markdown', () => {
  checkReading(markdown, notes);
  checkTodos(markdown, notes);

  it('has sections that stand in the last one above of a higher level', () => {
    holds(markdown, anyNote, ({ headings }) => {
      headings.forEach(({ level, parent }, index) => {
        assert.equal(
          parent,
          headings.slice(0, index).findLastIndex((other) => other.level < level),
        );
      });
    });
  });

  it('has a name of its own for each section with a title', () => {
    holds(markdown, anyNote, ({ headings }) => {
      const names = headings.flatMap(({ names: [first] }) => first ?? []);
      assert.equal(new Set(names).size, names.length);
    });
  });

  it('has targets inside of links, names and values inside of anchors', () => {
    holds(markdown, anyNote, ({ links, anchors }) => {
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
    holds(markdown, anyNote, ({ links }) => {
      const texts = links.filter(({ kind }) => kind === 'inline-link' || kind === 'full-ref');
      for (const outer of texts) {
        const inner = texts.filter(({ span }) => outer.span.start < span.start && span.end <= outer.span.end);
        assert.deepEqual(inner, []);
      }
    });
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

  it('reads the same behind a byte order mark', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        const marked = read(`\ufeff${text}`);
        const plain = read(text);
        assert.deepEqual(
          marked.headings.map(({ title, span }) => [title, span.start - 1]),
          plain.headings.map(({ title, span }) => [title, span.start]),
        );
        assert.equal(marked.links.length, plain.links.length);
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
});
