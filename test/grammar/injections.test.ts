import assert from 'node:assert/strict';
import { join } from 'node:path';
import { findBuiltInGrammar } from './builtInGrammar.ts';
import { contributedGrammars, tokenizer } from './tokenize.ts';

const standIn = join(import.meta.dirname, 'standIn.tmLanguage.json');
const builtIn = findBuiltInGrammar('source.rst');

describe('grammars', () => {
  it('are contributed with the blocks first, so that a literal block wins over what its first line holds', () => {
    assert.deepEqual(
      contributedGrammars().map(({ scopeName }) => scopeName),
      [
        'talk-notes.rst.blocks',
        'talk-notes.todos',
        'talk-notes.markdown.todos',
        'talk-notes.markers',
        'talk-notes.speakers',
      ],
    );
  });

  describe('over a stand-in for the base grammar', () => {
    injectionTests(standIn);
  });

  describe("over VS Code's own grammar", () => {
    if (builtIn === undefined) {
      it('needs a VS Code in .vscode-test/ (npm run test:vscode puts one there)');
    } else {
      injectionTests(builtIn);
    }
  });
});

function injectionTests(baseGrammarFile: string): void {
  let tokenize: (text: string) => string[];

  before(async () => {
    tokenize = await tokenizer(baseGrammarFile);
  });

  function check(lines: readonly string[], expected: readonly string[]): void {
    assert.deepEqual(tokenize(lines.join('\n')), expected);
  }

  it('colour boxes at the start of list items of every kind', () => {
    check(
      [
        '- [ ] one',
        '* [x] two',
        '+ [X] three',
        '1. [-] four',
        '#. [ ] five',
        'b) [ ] six',
        '(iv) [ ] seven',
        '• [ ] eight',
      ],
      [
        '1 keyword.control.list "-"',
        '1 constant.language.todo.open "[ ]"',
        '2 keyword.control.list "*"',
        '2 markup.inserted.todo.done "[x]"',
        '2 markup.strikethrough.todo "two"',
        '3 keyword.control.list "+"',
        '3 markup.inserted.todo.done "[X]"',
        '3 markup.strikethrough.todo "three"',
        '4 keyword.control.list "1."',
        '4 markup.deleted.todo.cancelled "[-]"',
        '4 markup.strikethrough.todo "four"',
        '5 keyword.control.list "#."',
        '5 constant.language.todo.open "[ ]"',
        '6 keyword.control.list "b)"',
        '6 constant.language.todo.open "[ ]"',
        '7 keyword.control.list "(iv)"',
        '7 constant.language.todo.open "[ ]"',
        '8 keyword.control.list "•"',
        '8 constant.language.todo.open "[ ]"',
      ],
    );
  });

  it('strike out a done item with its further lines, and nothing after it', () => {
    check(
      ['- [x] write it', '  down', '  - [ ] and read', '- plain', '', 'more'],
      [
        '1 keyword.control.list "-"',
        '1 markup.inserted.todo.done "[x]"',
        '1 markup.strikethrough.todo "write it"',
        '2 markup.strikethrough.todo "down"',
        '3 keyword.control.list "-"',
        '3 constant.language.todo.open "[ ]"',
      ],
    );
  });

  it('leave boxes alone that are no to-do', () => {
    check(['see [x] here', '-[ ] no space', '- [ ]no space', '- [y] other', '- text [ ] inside', '[ ] no bullet'], []);
  });

  it('colour markers: upper-case words before a colon, in comments too', () => {
    check(
      [
        'TODO: a',
        'see FIXME: b',
        '.. DONE: c',
        '',
        'FIXED(ann): d',
        '``TODO: e``',
        'MY_TODO: f',
        'TODOS: g',
        'Todo: h',
        'DOING: i',
        'WONTFIX: j',
        'CANCELLED flights',
      ],
      [
        '1 keyword.other.todo.open "TODO"',
        '2 keyword.other.todo.open "FIXME"',
        '3 markup.inserted.todo.done "DONE"',
        '5 markup.inserted.todo.done "FIXED"',
        '10 keyword.other.todo.open "DOING"',
        '11 markup.inserted.todo.done "WONTFIX"',
      ],
    );
  });

  it('colour markers without a colon where they start a line', () => {
    check(
      ['TODO a', '  FIXME b', '- TODO c', '  * DONE d', '| FIXED e', '.. TODO f', '', 'the TODO g', 'TODO', 'to do: h'],
      [
        '1 keyword.other.todo.open "TODO"',
        '2 keyword.other.todo.open "FIXME"',
        '3 keyword.other.todo.open "TODO"',
        '4 markup.inserted.todo.done "DONE"',
        '5 markup.inserted.todo.done "FIXED"',
        '6 keyword.other.todo.open "TODO"',
      ],
    );
  });

  it('colour speakers', () => {
    check(
      ['@ann_lee @bo', '| @cy_', '(@dee, @e.e@social.example.org)'],
      [
        '1 entity.name.type.speaker "@ann_lee"',
        '1 entity.name.type.speaker "@bo"',
        '2 entity.name.type.speaker "@cy_"',
        '3 entity.name.type.speaker "@dee"',
        '3 entity.name.type.speaker "@e.e@social.example.org"',
      ],
    );
  });

  it('see no speaker in an e-mail address, a web address, a call or a comment', () => {
    check(
      [
        'ann@example.org',
        'https://example.org/@ann',
        'use @app.route("/")',
        '.. @ann',
        '',
        '``@ann`` and `to @ann`_',
        '@',
        'a@',
      ],
      [],
    );
  });

  it('leave literal blocks alone', () => {
    check(
      [
        '- [ ] Run this for @ann::',
        '',
        '    - [ ] code',
        '    TODO: code @bo',
        '',
        '  @cy again',
        '',
        '::',
        '',
        '  @dee',
        '',
        '@eve',
      ],
      [
        '1 keyword.control.list "-"',
        '1 constant.language.todo.open "[ ]"',
        '1 entity.name.type.speaker "@ann"',
        '3 meta.embedded.block.literal "- [ ] code"',
        '4 meta.embedded.block.literal "TODO: code @bo"',
        '6 entity.name.type.speaker "@cy"',
        '10 meta.embedded.block.literal "@dee"',
        '12 entity.name.type.speaker "@eve"',
      ],
    );
  });

  it('leave code directives and doctest blocks alone, and go on after them', () => {
    for (const directive of ['.. code-block:: python', '.. code::', '.. sourcecode:: sql', '.. raw:: html']) {
      check(
        [directive, '', '  # TODO: code @bo', '  - [ ] code', '', '- [ ] note'],
        [
          `1 meta.embedded.block.code "${directive}"`,
          '3 meta.embedded.block.code "# TODO: code @bo"',
          '4 meta.embedded.block.code "- [ ] code"',
          '6 keyword.control.list "-"',
          '6 constant.language.todo.open "[ ]"',
        ],
      );
    }
    check(
      ['>>> f("@bo")  # TODO: x', '@bo', '', '@cy'],
      [
        '1 meta.embedded.block.doctest ">>> f("@bo")  # TODO: x"',
        '2 meta.embedded.block.doctest "@bo"',
        '4 entity.name.type.speaker "@cy"',
      ],
    );
  });

  it('work inside of other directives', () => {
    check(
      ['.. note::', '', '   - [ ] ask @ann', '', '   Like this::', '', '     @bo', '', '- [ ] x'],
      [
        '3 keyword.control.list "-"',
        '3 constant.language.todo.open "[ ]"',
        '3 entity.name.type.speaker "@ann"',
        '7 meta.embedded.block.literal "@bo"',
        '9 keyword.control.list "-"',
        '9 constant.language.todo.open "[ ]"',
      ],
    );
  });
}
