import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineIndex } from '../../../server/src/core/text/lineIndex.ts';

const texts = fc
  .array(fc.constantFrom('a', '漢', '😀', '\ud800', '\n', '\r', '\r\n', '\t', '\u2028', '\x85', '\0'))
  .map((parts) => parts.join(''));

describe('LineIndex', () => {
  for (const [name, text, starts] of [
    ['an empty text', '', [0]],
    ['no line break', 'ab', [0]],
    ['LF', 'a\nb\n', [0, 2, 4]],
    ['CRLF', 'a\r\nb\r\n', [0, 3, 6]],
    ['CR', 'a\rb\r', [0, 2, 4]],
    ['all of them', '\n\r\n\r\r\n', [0, 1, 3, 4, 6]],
    ['LF and CR the other way round', 'a\n\rb', [0, 2, 3]],
    ['no other break', 'a\u2028b\x85c\vd\fe', [0]],
  ] as const) {
    it(`finds the lines of ${name}`, () => {
      const lines = LineIndex.of(text);
      assert.deepEqual(
        Array.from({ length: lines.lineCount }, (_, line) => lines.startOf(line)),
        starts,
      );
    });
  }

  it('counts UTF-16 code units', () => {
    const lines = LineIndex.of('😀\n漢x');
    assert.deepEqual(lines.positionAt(2), { line: 0, character: 2 });
    assert.deepEqual(lines.positionAt(4), { line: 1, character: 1 });
    assert.equal(lines.length, 5);
  });

  it('clamps what lies outside', () => {
    const lines = LineIndex.of('ab\ncd');
    assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
    assert.equal(lines.lineAt(-1), 0);
    assert.equal(lines.lineAt(99), 1);
    assert.equal(lines.startOf(-1), 0);
    assert.equal(lines.startOf(2), 5);
    assert.equal(lines.offsetAt({ line: -1, character: 0 }), 0);
    assert.equal(lines.offsetAt({ line: 7, character: 3 }), 5);
    assert.equal(lines.offsetAt({ line: 1, character: 9 }), 5);
    assert.equal(lines.offsetAt({ line: 1, character: -9 }), 0);
  });

  it('turns offsets into places and back', () => {
    fc.assert(
      fc.property(texts, fc.nat(200), (text, at) => {
        const lines = LineIndex.of(text);
        const offset = Math.min(at, text.length);
        assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
      }),
    );
  });

  it('agrees with the language server’s own documents', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = LineIndex.of(text);
        const document = TextDocument.create('file:///a.rst', 'restructuredtext', 1, text);
        assert.equal(lines.lineCount, document.lineCount);
        for (let offset = 0; offset <= text.length; offset++) {
          const isInsideBreak = text[offset - 1] === '\r' && text[offset] === '\n';
          // A document puts an offset inside of a CRLF before it.
          if (!isInsideBreak) {
            assert.deepEqual(lines.positionAt(offset), document.positionAt(offset));
          }
        }
      }),
    );
  });

  for (const length of [65_535, 65_536, 400_000]) {
    it(`knows all lines of a text of ${length} code units`, () => {
      const text = 'ab\n'.repeat(length / 3).padEnd(length, 'x');
      const lines = LineIndex.of(text);
      const document = TextDocument.create('file:///a.rst', 'restructuredtext', 1, text);
      assert.equal(lines.lineCount, document.lineCount);
      for (let offset = 0; offset <= length; offset += 997) {
        assert.deepEqual(lines.positionAt(offset), document.positionAt(offset));
      }
      assert.equal(lines.startOf(lines.lineCount - 1), 3 * Math.floor(length / 3));
      assert.equal(lines.startOf(lines.lineCount), length);
    });
  }
});
