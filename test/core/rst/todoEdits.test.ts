import assert from 'node:assert/strict';
import { rst } from '../../../server/src/core/dialects/rst/rst.ts';
import { readNote, toggled } from '../../support/toggled.ts';

interface Row {
  readonly name: string;
  readonly open: string;
  readonly done: string;
  /** Number of the to-do that is toggled; the first where it is absent. */
  readonly todo?: number;
}

const section = 'To Do\n=====\n\n';

const boxes: readonly Row[] = [
  { name: 'a bullet', open: '- [ ] a\n', done: '- [x] a\n' },
  { name: 'the last line without line break', open: '* [ ] a', done: '* [x] a' },
  { name: 'an enumerated item', open: '10. [ ] a\n', done: '10. [x] a\n' },
  { name: 'a box alone', open: '- [ ]\n', done: '- [x]\n' },
  { name: 'a nested item', open: '- [ ] a\n\n  - [ ] b\n', done: '- [ ] a\n\n  - [x] b\n', todo: 1 },
  { name: 'an item with a nested one', open: '- [ ] a\n\n  - [ ] b\n', done: '- [x] a\n\n  - [ ] b\n' },
  { name: 'an item between CRLF', open: 'x\r\n\r\n- [ ] a\r\n', done: 'x\r\n\r\n- [x] a\r\n' },
  { name: 'an item between CR', open: 'x\r\r- [ ] a\r', done: 'x\r\r- [x] a\r' },
  { name: 'an item behind tabs', open: '\t- [ ] a\tb\n', done: '\t- [x] a\tb\n' },
  { name: 'wide characters before', open: '😀\n\n- [ ] 漢\n', done: '😀\n\n- [x] 漢\n' },
  {
    name: 'a box in a table',
    open: '+---------+\n| - [ ] a |\n+---------+\n',
    done: '+---------+\n| - [x] a |\n+---------+\n',
  },
  { name: 'a box in a directive', open: '.. note::\n\n   - [ ] a\n', done: '.. note::\n\n   - [x] a\n' },
];

const items: readonly Row[] = [
  { name: 'a bullet', open: `${section}- a\n`, done: `${section}- [x] a\n` },
  { name: 'a bullet with more space', open: `${section}-   a\n    b\n`, done: `${section}-   [x] a\n    b\n` },
  { name: 'an enumerated item', open: `${section}2) a\n`, done: `${section}2) [x] a\n` },
  { name: 'a bullet alone on its line', open: `${section}-\n  a\n`, done: `${section}-\n  [x] a\n` },
  { name: 'an item in a field', open: `${section}:f: - a\n`, done: `${section}:f: - [x] a\n` },
  { name: 'an item that starts with a link', open: `${section}- \`a\`_ b\n`, done: `${section}- [x] \`a\`_ b\n` },
  { name: 'an item like a box', open: `${section}- \\[x] a\n`, done: `${section}- [x] \\[x] a\n` },
  { name: 'a nested item', open: `${section}- a\n\n  - b\n`, done: `${section}- a\n\n  - [x] b\n`, todo: 1 },
  { name: 'a paragraph', open: `${section}a\nb\n\nc\n`, done: `${section}[x] a\nb\n\nc\n` },
  { name: 'a paragraph with a literal block', open: `${section}a::\n\n   b\n`, done: `${section}[x] a::\n\n   b\n` },
  { name: 'a paragraph in a quote', open: `${section}   a\n`, done: `${section}   [x] a\n` },
  { name: 'a line of a line block', open: `${section}| a\n| b\n`, done: `${section}| a\n| [x] b\n`, todo: 1 },
  { name: 'an item between CRLF', open: 'To Do\r\n=====\r\n\r\n- a\r\n', done: 'To Do\r\n=====\r\n\r\n- [x] a\r\n' },
];

const markers: readonly Row[] = [
  { name: 'TODO', open: 'x TODO: a\n', done: 'x DONE: a\n' },
  { name: 'FIXME', open: 'FIXME: a\n', done: 'FIXED: a\n' },
  { name: 'with an owner', open: 'TODO(me): a\n', done: 'DONE(me): a\n' },
  { name: 'without colon', open: 'TODO a\n', done: 'DONE a\n' },
  { name: 'in a comment', open: '.. TODO: a\n', done: '.. DONE: a\n' },
  { name: 'in emphasis', open: '**TODO: a**\n', done: '**DONE: a**\n' },
  { name: 'the second of two lines', open: 'TODO: a\nTODO: b\n', done: 'TODO: a\nDONE: b\n', todo: 1 },
];

const directives: readonly Row[] = [
  { name: 'with text behind it', open: '.. todo:: a\n', done: '.. todo:: a\n   :class: done\n' },
  { name: 'with text over lines', open: '.. todo:: a\n   b\n', done: '.. todo:: a\n   b\n   :class: done\n' },
  { name: 'with text and more below', open: '.. todo:: a\n\n   b\n', done: '.. todo:: a\n   :class: done\n\n   b\n' },
  { name: 'with text below', open: '.. todo::\n\n   a\n', done: '.. todo::\n   :class: done\n\n   a\n' },
  { name: 'with text right below', open: '.. todo::\n   a\n', done: '.. todo::\n   a\n   :class: done\n' },
  { name: 'with text farther right', open: '.. todo::\n\n     a\n', done: '.. todo::\n     :class: done\n\n     a\n' },
  { name: 'with nothing', open: '.. todo::\n', done: '.. todo::\n   :class: done\n' },
  { name: 'at the end of the note', open: '.. todo:: a', done: '.. todo:: a\n   :class: done' },
  {
    name: 'with options',
    open: '.. todo::\n   :name: n\n\n   a\n',
    done: '.. todo::\n   :name: n\n   :class: done\n\n   a\n',
  },
  { name: 'with a class', open: '.. todo:: a\n   :class: x\n', done: '.. todo:: a\n   :class: x done\n' },
  {
    name: 'with a class and more options',
    open: '.. todo:: a\n   :class: x\n   :name: n\n',
    done: '.. todo:: a\n   :class: x done\n   :name: n\n',
  },
  { name: 'in a list', open: '- .. todo:: a\n', done: '- .. todo:: a\n     :class: done\n' },
  {
    name: 'in a list, with text below',
    open: '- x\n\n  .. todo::\n\n     a\n',
    done: '- x\n\n  .. todo::\n     :class: done\n\n     a\n',
  },
  { name: 'behind a tab', open: '\t.. todo:: a\n', done: '\t.. todo:: a\n\t   :class: done\n' },
  { name: 'with tabs before its text', open: '.. todo::\n\n\ta\n', done: '.. todo::\n\t:class: done\n\n\ta\n' },
  { name: 'between CRLF', open: '.. todo::\r\n\r\n   a\r\n', done: '.. todo::\r\n   :class: done\r\n\r\n   a\r\n' },
  {
    name: 'between CR',
    open: 'x\r\r.. todo::\r\r   a\r',
    done: 'x\r\r.. todo::\r   :class: done\r\r   a\r',
  },
  {
    name: 'with a quote first',
    open: '.. todo::\n\n      a\n\n   b\n',
    done: '.. todo::\n   :class: done\n\n      a\n\n   b\n',
  },
  {
    name: 'with lines of tabs and spaces',
    open: '.. todo::\n\n\ta\n\n   b\n',
    done: '.. todo::\n   :class: done\n\n\ta\n\n   b\n',
  },
  {
    name: 'in a simple table',
    open: '==  ===========\na   .. todo:: b\n==  ===========\n',
    done: '==  ===========\na   .. todo:: b\n       :class: done\n==  ===========\n',
  },
];

/** Checks and unchecks each row's to-do, and looks at every byte. */
function checkRows(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const { name, open, done, todo = 0 } of rows) {
      it(name, () => {
        assert.equal(toggled(open, todo, 'done'), done);
        assert.equal(toggled(done, todo, 'open'), open);
        assert.equal(readNote(open).todos[todo]!.state, 'open');
        assert.equal(readNote(done).todos[todo]!.state, 'done');
        assert.equal(readNote(done).todos.length, readNote(open).todos.length);
      });
    }
  });
}

describe('setTodoState', () => {
  checkRows('of a checkbox', boxes);
  checkRows('of what stands below To Do', items);
  checkRows('of a marker', markers);
  checkRows('of a directive', directives);

  it('writes nothing where the state is that already, or there is no such to-do', () => {
    const text = '- [x] a\n- [ ] b\n';
    assert.deepEqual(rst.edits.setTodoState(text, readNote(text), 0, 'done'), []);
    assert.deepEqual(rst.edits.setTodoState(text, readNote(text), 1, 'open'), []);
    assert.deepEqual(rst.edits.setTodoState(text, readNote(text), 2, 'done'), []);
  });

  it('writes nothing where a line cannot be added: in a table’s cell', () => {
    const text = '+-------------+\n| .. todo:: a |\n+-------------+\n';
    assert.deepEqual(rst.edits.setTodoState(text, readNote(text), 0, 'done'), []);
  });

  for (const [name, before, state, after] of [
    ['an open item to in progress', '- [ ] a\n', 'in-progress', '- [/] a\n'],
    ['an open item to cancelled', '- [ ] a\n', 'cancelled', '- [-] a\n'],
    ['an item below To Do to cancelled', `${section}- a\n`, 'cancelled', `${section}- [-] a\n`],
    ['a begun item below To Do back to open', `${section}- [/] a\n`, 'open', `${section}- a\n`],
    ['a directive to cancelled', '.. todo:: a\n', 'cancelled', '.. todo:: a\n   :class: cancelled\n'],
    ['a cancelled directive to open', '.. todo:: a\n   :class: cancelled\n', 'open', '.. todo:: a\n'],
    [
      'a cancelled directive to in progress',
      '.. todo:: a\n   :class: x cancelled\n',
      'in-progress',
      '.. todo:: a\n   :class: x in-progress\n',
    ],
    ['an item that would read as another list', `${section}- [x] (A) a\n`, 'open', `${section}- [ ] (A) a\n`],
    ['an upper-case box', '- [X] a\n', 'open', '- [ ] a\n'],
    ['a cancelled item to done', '- [-] a\n', 'done', '- [x] a\n'],
    ['a cancelled item to open', '- [-] a\n', 'open', '- [ ] a\n'],
    ['a box among open boxes below To Do', `${section}- [x] a\n- [ ] b\n`, 'open', `${section}- [ ] a\n- [ ] b\n`],
    [
      'a box nearer to a box than to a plain item',
      `${section}- [x] a\n- [ ] b\n- c\n`,
      'open',
      `${section}- [ ] a\n- [ ] b\n- c\n`,
    ],
    [
      'a box nearer to a plain item than to a box',
      `${section}- [x] a\n- b\n- [ ] c\n`,
      'open',
      `${section}- a\n- b\n- [ ] c\n`,
    ],
    [
      'a box whose nested items have boxes',
      `${section}- [x] a\n\n  - [ ] b\n\n- c\n`,
      'open',
      `${section}- a\n\n  - [ ] b\n\n- c\n`,
    ],
    ['a box that is all of its item below To Do', `${section}- [x]\n`, 'open', `${section}- [ ]\n`],
    ['a class before others', '.. todo:: a\n   :class: done x\n', 'open', '.. todo:: a\n   :class: x\n'],
    ['a class between others', '.. todo:: a\n   :class: x done y\n', 'open', '.. todo:: a\n   :class: x y\n'],
    ['a class in other case', '.. todo:: a\n   :Class: Done\n', 'open', '.. todo:: a\n'],
  ] as const) {
    it(`brings ${name}`, () => {
      assert.equal(toggled(before, 0, state), after);
      assert.equal(readNote(after).todos[0]!.state, state);
    });
  }

  it('keeps a nested box whose list has no others, where the one around it has a box', () => {
    const before = `${section}- [ ] a\n\n  - [x] b\n`;
    assert.equal(toggled(before, 1, 'open'), before.replace('[x]', '[ ]'));
  });

  it('takes an item below To Do whose box goes away for a plain one, as it cannot know better', () => {
    assert.equal(toggled(`${section}- [x] a\n- [x] b\n`, 0, 'open'), `${section}- a\n- [x] b\n`);
  });

  it('leaves alone items below To Do that start with another block', () => {
    for (const item of ['- - a', '- .. note:: a', '- >>> a', '- | a', '- :a: b', '- ::\n\n    a', '- 1. a']) {
      const { todos } = readNote(`${section}${item}\n`);
      assert.deepEqual(
        todos.filter(({ span }) => span.start === section.length),
        [],
        item,
      );
    }
  });
});
