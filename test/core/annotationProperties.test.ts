/** Annotations in notes that nobody thought of: written and taken back, they leave every byte as it was. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Dialect } from '../../server/src/core/dialects/dialect.ts';
import { markdown } from '../../server/src/core/dialects/markdown/markdown.ts';
import { rst } from '../../server/src/core/dialects/rst/rst.ts';
import type { Annotation } from '../../server/src/core/model/annotation.ts';
import type { TextEdit } from '../../server/src/core/model/edit.ts';
import { parseOptions } from '../support/workspace.ts';

const lines: readonly string[] = [
  ...[
    'Title',
    '=====',
    '-----',
    '',
    '',
    '',
    'Some words here.',
    'some words',
    '  indented words',
    '- item',
    '- [ ] box',
  ],
  ...[
    '1. one',
    '> quote',
    '| line',
    '.. note::',
    '   inside',
    'Code::',
    '    code',
    '.. comment',
    '.. _a: http://a.org',
  ],
  ...[
    '# Head',
    '```',
    '<!-- c -->',
    '---',
    '| a | b |',
    ':field: value',
    '.. annotation: old',
    '   :reply: Eve',
    '-->',
  ],
];
const source = fc.tuple(
  fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 25 }),
  fc.constantFrom('\n', '\r\n'),
);
const said = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }),
  fc
    .array(fc.constantFrom(...lines, '\\:reply: x', ':state: resolved', '-->', '--&gt;'), { maxLength: 5 })
    .map((all) => all.join('\n')),
);

function applied(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text);
}

/** What a remark's text is once it stands in a note. */
function asWritten(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[^\S\n]*\n)+|\s+$/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

for (const dialect of [rst, markdown] as readonly Dialect[]) {
  describe(`annotations in any note: ${dialect.id}`, () => {
    const read = (text: string): readonly Annotation[] => dialect.parse(text, parseOptions).annotations;

    it('say what was said, and are gone without a trace', () => {
      let written = 0;
      fc.assert(
        fc.property(source, fc.nat(), said, said, ([content, lineBreak], where, one, two) => {
          const text = content.join(lineBreak) + lineBreak;
          const at = where % text.length;
          const remark = { author: 'Ada', date: '2026-01-02', text: one };
          const before = read(text).length;
          const edits = dialect.edits.annotate(text, dialect.parse(text, parseOptions), { start: at, end: at }, remark);
          if (edits === undefined) {
            return;
          }
          written++;
          const added = applied(text, edits);
          const mine = (note: string) => read(note).find(({ span }) => span.start === edits[0]!.span.start)!;
          assert.equal(read(added).length, before + 1);
          assert.equal(mine(added).remarks[0]!.text.trim(), asWritten(one).trim());
          assert.ok(mine(added).target);
          if (asWritten(two) !== '') {
            const replied = applied(added, dialect.edits.reply(added, mine(added), { ...remark, text: two }));
            assert.equal(mine(replied).remarks.length, 2);
            assert.equal(applied(replied, dialect.edits.removeRemark(replied, mine(replied), 1)), added);
          }
          const resolved = applied(added, dialect.edits.setAnnotationState(added, mine(added), 'resolved'));
          assert.equal(mine(resolved).state, 'resolved');
          assert.equal(applied(resolved, dialect.edits.setAnnotationState(resolved, mine(resolved), 'open')), added);
          assert.equal(applied(added, dialect.edits.removeRemark(added, mine(added), 0)), text);
        }),
        { numRuns: 400 },
      );
      assert.ok(written > 100, `${written} annotations were written`);
    });

    it('are read in time that grows with the note, also where all are detached', function () {
      this.timeout(10_000);
      const [open, close] =
        dialect === rst ? ['.. annotation:\n   :on: nowhere\n', '\n'] : ['<!-- annotation:\n:on: nowhere\n', '-->\n\n'];
      const text = `${open}\n   a b\n${close}`.repeat(10_000);
      assert.equal(read(text).length, 10_000);
    });
  });
}
