import assert from 'node:assert/strict';
import type { Dialect } from '../../server/src/core/dialects/dialect.ts';
import { markdown } from '../../server/src/core/dialects/markdown/markdown.ts';
import { rst } from '../../server/src/core/dialects/rst/rst.ts';
import type { Annotation, Remark } from '../../server/src/core/model/annotation.ts';
import type { TextEdit } from '../../server/src/core/model/edit.ts';
import { parseOptions } from '../support/workspace.ts';

const remark: Remark = { author: 'Ada Byron', date: '2026-11-23 14:05', text: 'Is this so?' };
const dialects: readonly Dialect[] = [rst, markdown];

function applied(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text);
}

function annotated(dialect: Dialect, text: string, words: string, said: Remark = remark): string | undefined {
  const start = text.indexOf(words);
  assert.ok(start >= 0, `“${words}” is in the text`);
  const span = { start, end: start + words.length };
  const edits = dialect.edits.annotate(text, dialect.parse(text, parseOptions), span, said);
  return edits && applied(text, edits);
}

function first(dialect: Dialect, text: string): Annotation {
  return dialect.parse(text, parseOptions).annotations[0]!;
}

/** What an annotation is about, as the text has it. */
function aboutOf(text: string, { target }: Annotation): string | undefined {
  return target && text.slice(target.start, target.end);
}

describe('annotations in reStructuredText', () => {
  it('stand before what they are about', () => {
    assert.equal(
      annotated(rst, 'T\n=\n\nOne.\n\nTwo words.\nMore.\n', 'Two words.'),
      'T\n=\n\nOne.\n\n.. annotation:\n   :author: Ada Byron\n   :date: 2026-11-23 14:05\n\n   Is this so?\n\nTwo words.\nMore.\n',
    );
  });

  it('quote a phrase inside of a block', () => {
    const text = annotated(rst, 'T\n=\n\nOne two\nthree four.\n', 'three')!;
    assert.match(text, /^ {3}:on: three$/m);
    assert.equal(aboutOf(text, first(rst, text)), 'three');
  });

  it('name which of several such phrases is meant', () => {
    const source = 'T\n=\n\nfoo foo foo\n';
    const span = { start: 9, end: 12 };
    const text = applied(source, rst.edits.annotate(source, rst.parse(source, parseOptions), span, remark)!);
    assert.match(text, /:occurrence: 2/);
    assert.equal(first(rst, text).target!.start, text.indexOf('foo foo foo') + 4);
  });

  it('leave a list in one piece', () => {
    const text = annotated(rst, 'T\n=\n\nList:\n\n- a\n\n- b\n\n- [ ] c d\n', '- [ ] c d')!;
    assert.ok(text.indexOf('.. annotation') < text.indexOf('- a'));
    assert.equal(aboutOf(text, first(rst, text)), 'c d');
    assert.equal(first(rst, text).phrase, 'c d');
  });

  it('leave literal blocks, directives and tables in one piece', () => {
    for (const [source, words] of [
      ['T\n=\n\nCode::\n\n    a\n\n    b c\n', 'b c'],
      ['T\n=\n\nCode::\n\n> a\n> b c\n', 'b c'],
      ['T\n=\n\n.. note::\n\n   a\n\n   b c\n', 'b c'],
      ['T\n=\n\n====  ====\n a     b\n\n b     c\n====  ====\n', ' b     c'],
    ] as const) {
      const text = annotated(rst, source, words)!;
      assert.ok(text.endsWith(source.slice(5)), text);
      assert.equal(first(rst, text).remarks[0]!.text, remark.text);
    }
  });

  it('stand below a title, in its section, and take nobody’s speaker away', () => {
    const source = 'E\n=\n\nTalk\n----\n\n@ada\n\nText.\n';
    const text = annotated(rst, source, 'Talk')!;
    assert.ok(text.indexOf('annotation') > text.indexOf('----'));
    const note = rst.parse(text, parseOptions);
    assert.deepEqual(note.headings[1]!.lead, '@ada\nText.');
    assert.equal(aboutOf(text, note.annotations[0]!), 'Talk');
  });

  it('are about nothing any more when their phrase is gone', () => {
    const text = annotated(rst, 'T\n=\n\nOne two\nthree four.\n', 'three')!;
    const start = text.lastIndexOf('three');
    const changed = `${text.slice(0, start)}3${text.slice(start + 5)}`;
    assert.equal(first(rst, changed).target, undefined);
  });

  it('find their phrase where it was moved to, and over line ends', () => {
    const text = annotated(rst, 'T\n=\n\nOne two three\n\nEnd.\n', 'two three')!;
    const moved = `${text.replace('One two three', 'One')}\n* and two\n  three\n`;
    assert.equal(aboutOf(moved, first(rst, moved)), 'two\n  three');
  });

  it('refuse a blank line, an empty note and an empty remark', () => {
    for (const [text, start] of [
      ['T\n=\n\n\nText\n', 4],
      ['', 0],
      ['\n\n', 1],
    ] as const) {
      const note = rst.parse(text, parseOptions);
      assert.equal(rst.edits.annotate(text, note, { start, end: start }, remark), undefined);
    }
    assert.equal(annotated(rst, 'Text\n', 'Text', { ...remark, text: ' \n' }), undefined);
  });

  it('are read where a person wrote them by hand', () => {
    const { remarks, state } = first(rst, '.. annotation: look here\n   and there\n\nText\n');
    assert.deepEqual(remarks, [{ author: '', date: '', text: 'look here\nand there' }]);
    assert.equal(state, 'open');
  });

  it('are no directives and no ordinary comments', () => {
    for (const text of ['.. annotation::\n\n   a\n', '.. an annotation: b\n', '.. annotations: b\n']) {
      assert.deepEqual(rst.parse(text, parseOptions).annotations, []);
    }
  });
});

describe('annotations in Markdown', () => {
  it('are HTML comments before what they are about', () => {
    assert.equal(
      annotated(markdown, '# T\n\nOne.\n\nTwo words.\nMore.\n', 'Two words.'),
      '# T\n\nOne.\n\n<!-- annotation:\n  :author: Ada Byron\n  :date: 2026-11-23 14:05\n\n  Is this so?\n-->\n\nTwo words.\nMore.\n',
    );
  });

  it('hold any text, also one that would end the comment', () => {
    for (const said of ['a --> b', 'a --!> b', '--&gt; and --&amp;', '-->', 'see <b>', '<!-- c -->']) {
      const text = annotated(markdown, '# T\n\nOne.\n', 'One.', { ...remark, text: said })!;
      assert.equal(first(markdown, text).remarks[0]!.text, said);
      assert.equal(text.indexOf('-->'), text.lastIndexOf('-->'));
    }
  });

  it('leave lists, fences, tables, quotes and front matter in one piece', () => {
    for (const [source, words] of [
      ['- a\n\n- b c\n', 'b c'],
      ['Code:\n\n```\na\n\nb c\n```\n', 'b c'],
      ['| a | b |\n|---|---|\n| b c | d |\n', 'b c'],
      ['> a\n>\n> b c\n', 'b c'],
      ['---\ntitle: x\n---\n\nb c\n', 'b c'],
      ['<div>\n\nb c\n\n</div>\n', 'b c'],
    ] as const) {
      const text = annotated(markdown, source, words)!;
      assert.equal(aboutOf(text, first(markdown, text))?.includes(words), true, text);
      const rest = text.replace(/<!-- annotation:[\s\S]*?-->\n\n/, '');
      assert.equal(rest, source);
      const kinds = (note: string) => markdown.parse(note, parseOptions).folds.map(({ kind }) => kind);
      assert.deepEqual(
        kinds(text).filter((kind) => kind !== 'comment'),
        kinds(source),
      );
    }
  });

  it('quote what stands behind a box, so that a check-off leaves them attached', () => {
    const text = annotated(markdown, '# T\n\n- [ ] watch it\n', '- [ ] watch it')!;
    assert.equal(first(markdown, text).phrase, 'watch it');
    const checked = text.replace('[ ]', '[x]');
    assert.equal(aboutOf(checked, first(markdown, checked)), 'watch it');
  });

  it('stand below a title', () => {
    for (const source of ['# E\n\n## Talk\n\n@ada\n', 'E\n=\n\nTalk\n----\n\n@ada\n']) {
      const text = annotated(markdown, source, 'Talk')!;
      const note = markdown.parse(text, parseOptions);
      assert.equal(note.annotations[0]!.heading, 1);
      assert.deepEqual(note.headings[1]!.lead, '@ada');
      assert.equal(aboutOf(text, note.annotations[0]!), 'Talk');
    }
  });
});

for (const dialect of dialects) {
  describe(`annotation edits in ${dialect.id}`, () => {
    for (const [name, source] of [
      ['LF', 'T\n\nOne.\n\nTwo.\n'],
      ['CRLF', 'T\r\n\r\nOne.\r\n\r\nTwo.\r\n'],
      ['no final line break', 'T\n\nOne.\n\nTwo.'],
    ] as const) {
      it(`undo each other: ${name}`, () => {
        const text = annotated(dialect, source, 'Two.')!;
        const { edits } = dialect;
        const open = first(dialect, text);
        const replied = applied(text, edits.reply(text, open, { author: 'Eve', date: '', text: 'Yes.\n\n:date: x' }));
        const thread = first(dialect, replied);
        assert.deepEqual(thread.remarks[1], { author: 'Eve', date: '', text: 'Yes.\n\n:date: x' });
        assert.equal(applied(replied, edits.removeRemark(replied, thread, 1)), text);
        const resolved = applied(replied, edits.setAnnotationState(replied, thread, 'resolved'));
        assert.equal(first(dialect, resolved).state, 'resolved');
        assert.equal(applied(resolved, edits.setAnnotationState(resolved, first(dialect, resolved), 'open')), replied);
        const edited = applied(replied, edits.editRemark(replied, thread, 0, 'Other\ntext'));
        assert.equal(first(dialect, edited).remarks[0]!.text, 'Other\ntext');
        assert.equal(applied(edited, edits.editRemark(edited, first(dialect, edited), 0, remark.text)), replied);
        assert.equal(applied(text, edits.removeRemark(text, open, 0)), source);
      });
    }
  });
}
