import assert from 'node:assert/strict';
import { findBuiltInGrammar } from './builtInGrammar.ts';
import { tokenizer } from './tokenize.ts';

const builtIn = findBuiltInGrammar('text.html.markdown');

describe("grammars over VS Code's own grammar of Markdown", () => {
  if (builtIn === undefined) {
    it('needs a VS Code in .vscode-test/ (npm run test:vscode puts one there)');
    return;
  }
  let tokenize: (text: string) => string[];

  before(async () => {
    tokenize = await tokenizer(builtIn, 'text.html.markdown');
  });

  function check(lines: readonly string[], expected: readonly string[]): void {
    assert.deepEqual(tokenize(lines.join('\n')), expected);
  }

  it('colour boxes of list items, and strike out what is done', () => {
    check(
      ['- [ ] one', '* [x] two *and* more', '+ [X] three', '1. [-] four', '- a', '  - [ ] five', '  - [x] six'],
      [
        '1 constant.language.todo.open "[ ]"',
        '2 markup.inserted.todo.done "[x]"',
        '2 markup.strikethrough.todo "two *and* more"',
        '3 markup.inserted.todo.done "[X]"',
        '3 markup.strikethrough.todo "three"',
        '4 markup.deleted.todo.cancelled "[-]"',
        '4 markup.strikethrough.todo "four"',
        '6 constant.language.todo.open "[ ]"',
        '7 markup.inserted.todo.done "[x]"',
        '7 markup.strikethrough.todo "six"',
      ],
    );
  });

  it('leave boxes alone that are no to-do', () => {
    check(
      ['see [x] here', '', '- text [ ] inside - [x] too', '- [y] other', '', '[ ] no bullet', '', '- [x](link.md)'],
      [],
    );
  });

  it('colour markers, in comments too', () => {
    check(
      ['TODO: a', '', 'see FIXME: b', '', '<!-- TODO: c -->', '', '- DONE: d', '', 'Todo: e MYTODO: f'],
      [
        '1 keyword.other.todo.open "TODO"',
        '3 keyword.other.todo.open "FIXME"',
        '5 keyword.other.todo.open "TODO"',
        '7 markup.inserted.todo.done "DONE"',
      ],
    );
  });

  it('colour speakers by their handle', () => {
    check(
      ['## Talk', '', '@ada, @eve', '', 'ask a@b.org or [b](http://a.org/@c)'],
      ['3 entity.name.type.speaker "@ada"', '3 entity.name.type.speaker "@eve"'],
    );
  });

  it('leave code and front matter alone', () => {
    check(
      [
        '---',
        'todo: "TODO: a @b"',
        '---',
        '',
        '```md',
        '- [ ] no @c',
        'TODO: d',
        '```',
        '',
        '    TODO: e',
        '',
        '`TODO: f @g`',
      ],
      [],
    );
  });
});
