/** Line breaks, tabs and rarer white space, which files of cases cannot show. */
import assert from 'node:assert/strict';
import { parseRst } from '../../../server/src/core/dialects/rst/parse.ts';
import { rstCases, todoSections } from '../../support/noteCases.ts';
import { snapshotLines } from '../../support/noteSnapshot.ts';

describe('reStructuredText: line breaks', () => {
  for (const [name, lineBreak] of [
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`${name} reads as LF does, in every case there is`, () => {
      for (const { name: title, source } of rstCases.all()) {
        assert.deepEqual(everything(source.replaceAll('\n', lineBreak)), everything(source), title);
      }
    });
  }

  it('a last line without line break reads as with one', () => {
    for (const { name: title, source } of rstCases.all()) {
      const { todos, links, anchors } = parseRst(source, { todoSections });
      const cut = parseRst(source.replace(/\n+$/, ''), { todoSections });
      assert.deepEqual({ todos: cut.todos, links: cut.links, anchors: cut.anchors }, { todos, links, anchors }, title);
    }
  });

  it('lines end where docutils ends them, and are counted as the editor counts them', () => {
    for (const odd of ['\x1c', '\x1d', '\x1e', '\x85', '\u2028', '\u2029']) {
      rstCases.check(`Title${odd}=====${odd}${odd}- [ ] a${odd}- b_\n\nc_`, [
        `H1 "Title" 0:0-2:2`,
        'todo checkbox open "a" 0:13 «- [ ] a» mark «[ ]» under "Title"',
        'link named-ref 0:23 «b_» -> target b by «b»',
        'link named-ref 2:0 «c_» -> target c by «c»',
      ]);
    }
  });

  it('nothing, blank lines and white space hold nothing', () => {
    for (const text of ['', '\n', '\r\n\r\n', ' ', '\t\t\n  \n', '\f']) {
      rstCases.check(text, []);
    }
  });
});

describe('reStructuredText: tabs', () => {
  for (const [name, source, expected] of [
    ['behind a bullet', '-\t[ ] a', ['todo checkbox open "a" 0:0 «-→[ ] a» mark «[ ]»']],
    ['behind an enumerator', '1.\t[ ] a', ['todo checkbox open "a" 0:0 «1.→[ ] a» mark «[ ]»']],
    [
      'before nested items, up to their stop',
      '- [ ] a\n\n\t- [ ] b\n\n        - [ ] c',
      [
        'todo checkbox open "a" 0:0 «- [ ] a» mark «[ ]»',
        'todo checkbox open "b" 2:1 «- [ ] b» mark «[ ]» in "a"',
        'todo checkbox open "c" 4:8 «- [ ] c» mark «[ ]» in "a"',
      ],
    ],
    ['behind the dots', '..\tcomment x_\n\ty_', []],
    ['around a target', '..\t_a:\tb.html', ['target explicit "a" 0:0 «..→_a:→b.html» -> file b.html at «b.html»']],
    ['behind anonymous underscores', '__\tb', ['target anonymous "" 0:0 «__→b» -> file b at «b»']],
    ['in a name', '.. _`a\tb`: c', ['target explicit "a b" 0:0 «.. _`a→b`: c» named «a→b» -> file c at «c»']],
    ['behind a directive', '.. note::\tx_', ['link named-ref 0:10 «x_» -> target x by «x»']],
    ['before the colons of a directive, as wide as several spaces', '.. notes\t:: x_', []],
    [
      'before the colons of a directive, as wide as one',
      '.. note\t:: x_',
      ['link named-ref 0:11 «x_» -> target x by «x»'],
    ],
    ['before the colon of a target, as wide as several spaces', '.. _a\t: b', []],
    ['before the colon of a target, with more lines behind', '.. _a\t:\n\tb', []],
    [
      'in a name over lines',
      '.. _`a\n  b\tc`: d',
      ['target explicit "a b c" 0:0 «.. _`a⏎  b→c`: d» named «a⏎  b→c» -> file d at «d»'],
    ],
    [
      'before the colon of a target, as wide as one',
      '.. _abc\t: d',
      ['target explicit "abc" 0:0 «.. _abc→: d» -> file d at «d»'],
    ],
    ['behind an option of a command', '-a\tb_', ['link named-ref 0:3 «b_» -> target b by «b»']],
    [
      'behind an option',
      '.. image:: a.png\n\t:target:\tb_',
      [
        'link image 0:0 «.. image:: a.png» -> file a.png by «a.png»',
        'link image-target 0:0 «.. image:: a.png⏎→:target:→b_» -> target b by «b_»',
      ],
    ],
    [
      'behind a footnote',
      '..\t[1]\tx_',
      ['target footnote "1" 0:0 «..→[1]»', 'link named-ref 0:7 «x_» -> target x by «x»'],
    ],
    [
      'behind a field',
      ':a:\tx_\n\ty_',
      ['link named-ref 0:4 «x_» -> target x by «x»', 'link named-ref 1:1 «y_» -> target y by «y»'],
    ],
    [
      'behind a bar',
      '|\tx_\n|\t\ty_',
      ['link named-ref 0:2 «x_» -> target x by «x»', 'link named-ref 1:3 «y_» -> target y by «y»'],
    ],
    ['behind a prompt', '>>>\tx_', []],
    [
      'before a literal block',
      'a::\n\n\tno_\n\n        no_\n   no_\nb_',
      ['link named-ref 6:0 «b_» -> target b by «b»'],
    ],
    ['in a title, short', 'T\tU\n===', []],
    ['in a title, too short', 'T\tU\n=====', ['H1 "T U" «T→U» 0:0-1:5', 'problem heading.underline-short 1:0 «=====»']],
    ['in a title, long enough', 'T\tU\n=========', ['H1 "T U" «T→U» 0:0-1:9']],
    ['in a table', '==  ==\na\tb_\n==  ==', ['link named-ref 1:2 «b_» -> target b by «b»']],
    [
      'between words',
      'a_\tb_',
      ['link named-ref 0:0 «a_» -> target a by «a»', 'link named-ref 0:3 «b_» -> target b by «b»'],
    ],
  ] as const) {
    it(name, () => rstCases.check(source, expected));
  }
});

describe('reStructuredText: rarer characters', () => {
  it('form feeds and vertical tabs are spaces', () => {
    rstCases.check('a_\fb_\n\n\f\n\v- [ ] c', [
      'link named-ref 0:0 «a_» -> target a by «a»',
      'link named-ref 0:3 «b_» -> target b by «b»',
      'todo checkbox open "c" 3:1 «- [ ] c» mark «[ ]»',
    ]);
  });

  it('a no-break space and a wide one separate references', () => {
    rstCases.check('a_\xa0b_\u3000c_', [
      'link named-ref 0:0 «a_» -> target a by «a»',
      'link named-ref 0:3 «b_» -> target b by «b»',
      'link named-ref 0:6 «c_» -> target c by «c»',
    ]);
  });

  it('all white space behind a space indents a line, and is text where no space is left before it', () => {
    for (const [text, ...targets] of [
      [' \u3000.. _a:', 'a 0:2'],
      ['\u3000.. _a:'],
      ['\u3000 .. _a:'],
      [' x\n\n \u3000.. _a:'],
      ['-  x\n\n \u3000\u3000.. _a:', 'a 2:3'],
      ['.. note::\n\n  \u3000.. _a:\n\n \u3000.. _b:', 'b 4:2'],
      ['x\n\n \t\u3000.. _a:', 'a 2:3'],
      [' x\n\t\u3000.. _a:', 'a 1:2'],
      ['== ==\na  \u3000.. _a:\nb  x\n== ==', 'a 1:4'],
      ['== ==\na  \u3000.. _a:\nb   \u3000.. _b:\n== ==', 'a 1:4', 'b 2:5'],
    ] as const) {
      const expected = targets.map((each) => {
        const [name, position] = each.split(' ');
        return `target explicit "${name}" ${position} «.. _${name}:»`;
      });
      rstCases.check(text, expected);
    }
  });

  it('a line break of another kind in the path of an image is dropped', () => {
    rstCases.check('.. image:: a\x85   b', ['link image 0:0 «.. image:: a\x85   b» -> file ab by «a\x85   b»']);
  });

  it('a zero-width space and a byte order mark in a text are letters to no reference', () => {
    rstCases.check('a_\u200bb \ufeffc_', []);
  });

  it('half a surrogate pair and NUL are characters like others', () => {
    rstCases.check('\ud800 a_ \0 b_\n\n\udc00\n=\n', [
      'link named-ref 0:2 «a_» -> target a by «a»',
      'link named-ref 0:7 «b_» -> target b by «b»',
      'H1 "\udc00" 2:0-4:0',
    ]);
  });
});

/** All that a snapshot tells, with line breaks of one kind. */
function everything(source: string): readonly string[] {
  const note = parseRst(source, { todoSections });
  return (['facts', 'folds', 'leads'] as const)
    .flatMap((subject) => snapshotLines(source, note, subject))
    .map((line) => line.replace(/\r\n|\r/g, '\n'));
}
