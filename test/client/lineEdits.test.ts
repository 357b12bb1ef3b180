import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, inverseEdits, linesRead } from '../../client/src/writing/lineEdits.ts';

/** An edit of one line: what stands from `start` to `end` becomes `newText`. */
function edit(line: number, start: number, end: number, newText: string) {
  return { range: { start: { line, character: start }, end: { line, character: end } }, newText };
}

describe('line edits', () => {
  it('keep line ends, the missing final newline and trailing blanks', () => {
    const text = 'To Do\r\n=====\n\n- a  \r- b';
    assert.equal(
      applyEdits(text, [edit(3, 2, 2, '[x] '), edit(4, 2, 2, '[x] ')]),
      'To Do\r\n=====\n\n- [x] a  \r- [x] b',
    );
  });

  it('are taken back by their inverse', () => {
    const text = '- [ ] a\r\n.. todo:: b\r\n\r\n   c\r\n';
    const edits = [edit(0, 3, 4, 'x'), edit(2, 0, 0, '   :class: done\r\n')];
    const after = applyEdits(text, edits);
    const inverse = inverseEdits(text, edits);
    assert.equal(after, '- [x] a\r\n.. todo:: b\r\n   :class: done\r\n\r\n   c\r\n');
    assert.ok(linesRead(after, inverse.expected));
    assert.equal(applyEdits(after, inverse.edits), text);
  });

  it('have an inverse that does not fit a text that has changed', () => {
    const text = '- a\n- b\n';
    const { expected } = inverseEdits(text, [edit(0, 2, 2, '[x] ')]);
    assert.ok(linesRead('- [x] a\n- b\n', expected));
    assert.ok(!linesRead('new\n- [x] a\n- b\n', expected));
    assert.ok(!linesRead('', expected));
  });

  it('are taken back by their inverse whatever they are', () => {
    const line = fc.stringMatching(/^[a-z 🎤é]{0,6}$/u);
    const texts = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(texts, fc.array(fc.constantFrom('', 'x', '[x] ', '\n', 'a\r\nb')), (lines, inserts) => {
        const text = lines.map(([content, end]) => content + end).join('');
        const edits = lines.flatMap(([content], at) => {
          const newText = inserts[at];
          return newText === undefined ? [] : [edit(at, Math.min(1, content.length), content.length, newText)];
        });
        const inverse = inverseEdits(text, edits);
        const after = applyEdits(text, edits);
        assert.ok(linesRead(after, inverse.expected));
        assert.equal(applyEdits(after, inverse.edits), text);
      }),
    );
  });
});
