/** Every change of to-dos, in both formats, to the byte. */
import assert from 'node:assert/strict';
import { addTodo, archiveDone, type MoveOutcome, moveTodos } from '../../../server/src/features/todos/moveTodos.ts';
import { type FieldChange, setTodoFields } from '../../../server/src/features/todos/setTodoFields.ts';
import { toggleTodos } from '../../../server/src/features/toggleTodos.ts';
import { applied, currentOf, moveOptions, refOf, type Texts } from '../../support/todoOps.ts';
import { entryOf } from '../../support/workspace.ts';

/** A Monday. */
const today = '2026-11-23';
const formats = ['rst', 'md'] as const;
type Format = (typeof formats)[number];

/** A title of that format. */
function title(format: Format, level: number, text: string): string {
  return format === 'md'
    ? `${'#'.repeat(level)} ${text}\n`
    : `${text}\n${'*=-'[level - 1]!.repeat(Math.max(4, text.length))}\n`;
}

/** `# Title` lines as titles of the format: all else stays. */
function inFormat(format: Format, text: string): string {
  return text.replace(
    /^(#+) (.*?)(\r?\n|$)/gm,
    (_, signs: string, name: string, end: string) =>
      title(format, signs.length, name)
        .trimEnd()
        .replace('\n', end === '' ? '\n' : end) + end,
  );
}

function headingOf(texts: Texts, path: string, name: string): number {
  return entryOf(path, texts[path]!)!.note.headings.findIndex((heading) => heading.title === name);
}

/** What `act` makes of `before`, in every format. */
function each(
  name: string,
  before: string,
  act: (texts: Texts, path: string) => Pick<MoveOutcome, 'changes' | 'refused'>,
  after: string,
): void {
  for (const format of formats) {
    it(`${name} (${format})`, () => {
      const path = `/ws/note.${format}`;
      const texts = { [path]: inFormat(format, before) };
      const outcome = act(texts, path);
      assert.equal(outcome.refused, undefined);
      assert.equal(applied(texts, outcome.changes)[path], inFormat(format, after));
    });
  }
}

function set(change: FieldChange, start = 'a') {
  return (texts: Texts, path: string) =>
    setTodoFields({ todos: [refOf(texts, path, start)] }, change, currentOf(texts));
}

function toggle(request: object = {}, start = 'a', doneStamp = false) {
  return (texts: Texts, path: string) =>
    toggleTodos({ todos: [refOf(texts, path, start)], ...request }, { today, doneStamp }, currentOf(texts));
}

function move(start: string | readonly string[], to?: string) {
  return (texts: Texts, path: string) => {
    const starts = typeof start === 'string' ? [start] : start;
    const target = to === undefined ? undefined : { path, heading: headingOf(texts, path, to) };
    return moveTodos({ todos: starts.map((each) => refOf(texts, path, each)) }, target, moveOptions, currentOf(texts));
  };
}

function add(text: string, to: string) {
  return (texts: Texts, path: string) =>
    addTodo(text, { path, heading: headingOf(texts, path, to) }, moveOptions, currentOf(texts));
}

function archive(texts: Texts, path: string) {
  return archiveDone([currentOf(texts)(path)!], moveOptions);
}

const due = { due: '2026-12-01' };

/** What is left of section A. */
const restOf: Readonly<Record<string, string>> = {
  'a marker’s paragraph': 'Text\n\n',
  'a marker with an owner': 'Text\n\n',
  'a marker that is done': '',
  'a marker in a list': '- c\n\n',
  'one of several markers': 'TODO: b\nTODO: c\n\n',
};

describe('due dates', () => {
  each('are added behind the text', '- [ ] a\n- [ ] b\n', set(due), '- [ ] a @due(2026-12-01)\n- [ ] b\n');
  each(
    'are added at the end of a text of several lines',
    '- [ ] a\n  b\n',
    set(due),
    '- [ ] a\n  b @due(2026-12-01)\n',
  );
  each('are added at the end of the note', '- [ ] a', set(due), '- [ ] a @due(2026-12-01)');
  each('are added between CRLF', 'x\r\n\r\n- [ ] a\r\n', set(due), 'x\r\n\r\n- [ ] a @due(2026-12-01)\r\n');
  each('are replaced', '- [ ] a @due(2026-11-01) b\n', set(due), '- [ ] a @due(2026-12-01) b\n');
  each('are replaced: colon', '- [ ] a due:2026-11-01\n', set(due), '- [ ] a due:2026-12-01\n');
  each('are replaced: emoji', '- [ ] a 📅 2026-11-01 #x\n', set(due), '- [ ] a 📅 2026-12-01 #x\n');
  each(
    'are replaced, but not the time of day',
    '- [ ] a @due(2026-11-01 14:30)\n',
    set(due),
    '- [ ] a @due(2026-12-01 14:30)\n',
  );
  each('are replaced behind their own sign', '- [ ] a 📆2026-11-01\n', set(due), '- [ ] a 📆2026-12-01\n');
  each('are taken away', '- [ ] a @due(2026-11-01) b\n', set({ due: null }), '- [ ] a b\n');
  each('are taken away before the text', '- [ ] due:2026-11-01 a\n', set({ due: null }, 'due'), '- [ ] a\n');
  each(
    'are written as others of the note are',
    '- [ ] a\n- [ ] b 📅 2026-11-01\n',
    set(due),
    '- [ ] a 📅 2026-12-01\n- [ ] b 📅 2026-11-01\n',
  );
  each(
    'are written as other fields are',
    '- [ ] a\n- [ ] b t:2026-11-01\n',
    set(due),
    '- [ ] a due:2026-12-01\n- [ ] b t:2026-11-01\n',
  );
  each(
    'stand before a colon that announces a list',
    '# To Do\n\na:\n\n- b\n',
    set(due),
    '# To Do\n\na @due(2026-12-01):\n\n- b\n',
  );
  each('are added to a marker', 'TODO: a\n', set(due), 'TODO: a @due(2026-12-01)\n');
  each('are added to a box alone', '- [ ]\n', set(due, ''), '- [ ] @due(2026-12-01)\n');
});

describe('priorities', () => {
  each('are added', '- [ ] a\n', set({ priority: 'high' }), '- [ ] a (A)\n');
  each('are replaced: letter', '- [ ] (A) a\n', set({ priority: 'low' }, '(A)'), '- [ ] (C) a\n');
  each('are replaced: bangs', '- [ ] a !\n', set({ priority: 'high' }), '- [ ] a !!!\n');
  each('are replaced: emoji', '- [ ] a 🔽\n', set({ priority: 'medium' }), '- [ ] a 🔼\n');
  each('are replaced: at', '- [ ] a @priority(1)\n', set({ priority: 'low' }), '- [ ] a @priority(low)\n');
  each('are taken away', '- [ ] (A) a\n', set({ priority: null }, '(A)'), '- [ ] a\n');
  each(
    'are written as other fields are',
    '- [ ] a 📅 2026-11-01\n',
    set({ priority: 'high' }),
    '- [ ] a 📅 2026-11-01 ⏫\n',
  );
  each('of plain items stay plain', '# To Do\n\n- a\n', set({ priority: 'high' }), '# To Do\n\n- a (A)\n');
});

describe('done stamps', () => {
  each('are written on checking', '- [ ] a\n', toggle({}, 'a', true), '- [x] a @done(2026-11-23)\n');
  each(
    'are written as others are',
    '- [ ] a 📅 2026-11-01\n',
    toggle({}, 'a', true),
    '- [x] a 📅 2026-11-01 ✅ 2026-11-23\n',
  );
  each('go on unchecking', '- [x] a @done(2026-11-23)\n', toggle({}, 'a', true), '- [ ] a\n');
  each('go on unchecking, also where none are written', '- [x] a ✅ 2026-11-23\n', toggle(), '- [ ] a\n');
  each('of plain items', '# To Do\n\n- a\n', toggle({}, 'a', true), '# To Do\n\n- [x] a @done(2026-11-23)\n');
  each('are not written unasked', '- [ ] a\n', toggle(), '- [x] a\n');
});

describe('states', () => {
  each('begun', '- [ ] a\n', toggle({ state: 'in-progress' }), '- [/] a\n');
  each('cancelled', '- [/] a\n', toggle({ state: 'cancelled' }), '- [-] a\n');
  each('a begun one is checked by toggling', '- [/] a\n', toggle(), '- [x] a\n');
  each('a cancelled one is opened by toggling', '- [-] a\n', toggle(), '- [ ] a\n');
  each(
    'nested ones stay',
    '- [ ] a\n\n  - [ ] b\n',
    (texts, path) => {
      const outcome = toggle()(texts, path);
      assert.equal(outcome.openNested, 1);
      return outcome;
    },
    '- [x] a\n\n  - [ ] b\n',
  );
  each(
    'nested ones go along when asked to',
    '- [ ] a\n\n  - [ ] b\n\n    - [ ] c\n\n  - [x] d\n\n- [ ] e\n',
    toggle({ nested: true }),
    '- [x] a\n\n  - [x] b\n\n    - [x] c\n\n  - [x] d\n\n- [ ] e\n',
  );

  for (const [before, state, after] of [
    ['TODO: a\n', 'cancelled', 'CANCELLED: a\n'],
    ['TODO: a\n', 'in-progress', 'DOING: a\n'],
    ['TODO a\n', 'cancelled', 'CANCELLED: a\n'],
    ['DOING(ann): a\n', 'done', 'DONE(ann): a\n'],
    ['CANCELLED(ann): a\n', 'open', 'TODO(ann): a\n'],
    ['FIXME: a\n', 'cancelled', 'WONTFIX: a\n'],
    ['FIXING: a\n', 'done', 'FIXED: a\n'],
    ['WONTFIX: a\n', 'open', 'FIXME: a\n'],
  ] as const) {
    each(`of a marker: ${before.trim()} ${state}`, before, toggle({ state }), after);
  }

  it('are not read from words that prose shouts', () => {
    assert.deepEqual(entryOf('/ws/n.md', 'CANCELLED flights\n\nDOING things right\n')!.note.todos, []);
  });

  it('are refused where there is no room for one', () => {
    const texts = { '/ws/note.rst': '+-------------+\n| .. todo:: a |\n+-------------+\n' };
    assert.match(toggle({ state: 'cancelled' })(texts, '/ws/note.rst').refused ?? '', /no room/);
  });
});

describe('to-dos that come back', () => {
  each(
    'leave the next one above',
    '- [ ] a @due(2026-11-20) every week\n- [ ] b\n',
    toggle(),
    '- [ ] a @due(2026-11-27) every week\n- [x] a @due(2026-11-20) every week\n- [ ] b\n',
  );
  each(
    'move all dates on',
    '- [/] a 🛫 2026-11-20 ⏳ 2026-11-21 📅 2026-11-22 🔁 every 2 weeks\n',
    toggle({}, 'a', true),
    '- [ ] a 🛫 2026-12-04 ⏳ 2026-12-05 📅 2026-12-06 🔁 every 2 weeks\n' +
      '- [x] a 🛫 2026-11-20 ⏳ 2026-11-21 📅 2026-11-22 🔁 every 2 weeks ✅ 2026-11-23\n',
  );
  each(
    'keep the names and times of their dates',
    '- [ ] a t:2026-11-20 @due(2026-11-21 9:00) rec:+1w\n',
    toggle(),
    '- [ ] a t:2026-11-27 @due(2026-11-28 9:00) rec:+1w\n- [x] a t:2026-11-20 @due(2026-11-21 9:00) rec:+1w\n',
  );
  each(
    'are due from then on where they had no date',
    '- [ ] a every week\n',
    toggle(),
    '- [ ] a every week @due(2026-11-30)\n- [x] a every week\n',
  );
  each(
    'leave what is nested with the one that is done',
    '- [ ] a @due(2026-11-23) every day\n\n  - [ ] b\n\n- [ ] c\n',
    toggle(),
    '- [ ] a @due(2026-11-24) every day\n- [x] a @due(2026-11-23) every day\n\n  - [ ] b\n\n- [ ] c\n',
  );
  each(
    'are paragraphs of their own',
    '# To Do\n\na @due(2026-11-23) every day\n\nb\n',
    toggle(),
    '# To Do\n\na @due(2026-11-24) every day\n\n[x] a @due(2026-11-23) every day\n\nb\n',
  );
  each(
    'move on in place where a number stands before them',
    '1. [ ] a @due(2026-11-23) every day\n2. [ ] b\n',
    toggle(),
    '1. [ ] a @due(2026-11-24) every day\n2. [ ] b\n',
  );
  each('and markers', 'TODO: a @due(2026-11-23) every day\n', toggle(), 'TODO: a @due(2026-11-24) every day\n');
  each(
    'keep line ends',
    '- [ ] a @due(2026-11-23) every day\r\n- [ ] b\r\n',
    toggle(),
    '- [ ] a @due(2026-11-24) every day\r\n- [x] a @due(2026-11-23) every day\r\n- [ ] b\r\n',
  );
  each(
    'at the end of the note',
    '- [ ] a @due(2026-11-23) every day',
    toggle(),
    '- [ ] a @due(2026-11-24) every day\n- [x] a @due(2026-11-23) every day',
  );
});

describe('adding a to-do', () => {
  each(
    'to a plain list',
    '# N\n\n## Talk\n\n### To Do\n\n- a\n',
    add('b @due(2026-12-01)', 'Talk'),
    '# N\n\n## Talk\n\n### To Do\n\n- a\n- b @due(2026-12-01)\n',
  );
  each(
    'to a list of boxes',
    '# N\n\n## To Do\n\n* [ ] a\n\n## Z\n',
    add('b', 'N'),
    '# N\n\n## To Do\n\n* [ ] a\n* [ ] b\n\n## Z\n',
  );
  each(
    'to a list parted by blank lines',
    '# To Do\n\n- a\n\n- b\n\n# Z\n',
    add('c', 'To Do'),
    '# To Do\n\n- a\n\n- b\n\n- c\n\n# Z\n',
  );
  each('behind what is nested', '# To Do\n\n- a\n\n  - b\n', add('c', 'To Do'), '# To Do\n\n- a\n\n  - b\n- c\n');
  each('to a numbered list', '# To Do\n\n1. a\n2. b\n', add('c', 'To Do'), '# To Do\n\n1. a\n2. b\n3. c\n');
  each('to paragraphs', '# To Do\n\na\n\nb\n\n# Z\n', add('c', 'To Do'), '# To Do\n\na\n\nb\n\nc\n\n# Z\n');
  each('to an empty section', '# To Do\n\n# Z\n', add('c', 'To Do'), '# To Do\n\n- c\n\n# Z\n');
  each('to an empty section at the end', '# To Do\n', add('c', 'To Do'), '# To Do\n\n- c\n');
  each('to an empty section without line break', '# N\n\ntext\n', add('c', 'N'), '# N\n\ntext\n\n## To Do\n\n- c\n');
  each(
    'to the talk’s own boxes',
    '# N\n\n## Talk\n\n- [x] a\n\n## Z\n',
    add('b', 'Talk'),
    '# N\n\n## Talk\n\n- [x] a\n- [ ] b\n\n## Z\n',
  );
  each(
    'to a new section',
    '# N\n\n## Talk\n\ntext\n\n## Z\n\n### Tasks\n',
    add('b', 'Talk'),
    '# N\n\n## Talk\n\ntext\n\n### Tasks\n\n- b\n\n## Z\n\n### Tasks\n',
  );
  each(
    'to a new section of a talk with parts',
    '# N\n\n## Talk\n\n### Part\n\ntext\n\n## Z\n',
    add('b', 'Talk'),
    '# N\n\n## Talk\n\n### Part\n\ntext\n\n### To Do\n\n- b\n\n## Z\n',
  );
  each(
    'to a new section at the note’s end',
    '# N\n\n## Talk\n\ntext',
    add('b', 'Talk'),
    '# N\n\n## Talk\n\ntext\n\n### To Do\n\n- b'.replace('### To Do', '### To Do'),
  );
  each('between CRLF', '# To Do\r\n\r\n- a\r\n', add('b', 'To Do'), '# To Do\r\n\r\n- a\r\n- b\r\n');

  it('before the addresses of links at the note’s end', () => {
    const rst = { '/ws/n.rst': 'N\n*\n\n`a`_\n\n.. _`a`: http://a.org\n' };
    assert.equal(
      applied(rst, add('b', 'N')(rst, '/ws/n.rst').changes)['/ws/n.rst'],
      'N\n*\n\n`a`_\n\nTo Do\n=====\n\n- b\n\n.. _`a`: http://a.org\n',
    );
    const md = { '/ws/n.md': '# N\n\n[a]\n\n[a]: http://a.org\n' };
    assert.equal(
      applied(md, add('b', 'N')(md, '/ws/n.md').changes)['/ws/n.md'],
      '# N\n\n[a]\n\n## To Do\n\n- b\n\n[a]: http://a.org\n',
    );
  });

  it('to a line block', () => {
    const rst = { '/ws/n.rst': 'To Do\n=====\n\n| a\n| b\n' };
    assert.equal(
      applied(rst, add('c', 'To Do')(rst, '/ws/n.rst').changes)['/ws/n.rst'],
      'To Do\n=====\n\n| a\n| b\n| c\n',
    );
  });

  each(
    'without the bullet and the box that were typed',
    '# To Do\n\n- a\n',
    add('- [ ] b', 'To Do'),
    '# To Do\n\n- a\n- b\n',
  );

  it('refuses what would hide the rest of the note (md)', () => {
    const texts = { '/ws/n.md': '# N\n\n## To Do\n\n- a\n\n## Z\n\n- [ ] z\n' };
    const outcome = add('```', 'To Do')(texts, '/ws/n.md');
    assert.deepEqual(outcome.changes, []);
    assert.match(outcome.refused ?? '', /cannot stand in a list/);
  });

  it('adorns as the note does', () => {
    const rst = { '/ws/n.rst': '=====\nEvent\n=====\n\nTalk\n~~~~\n' };
    assert.equal(
      applied(rst, add('c', 'Talk')(rst, '/ws/n.rst').changes)['/ws/n.rst'],
      '=====\nEvent\n=====\n\nTalk\n~~~~\n\nTo Do\n-----\n\n- c\n',
    );
    const md = { '/ws/n.md': 'Event\n=====\n\nTalk\n----\n\ntext\n' };
    assert.equal(
      applied(md, add('c', 'Event')(md, '/ws/n.md').changes)['/ws/n.md'],
      'Event\n=====\n\nTalk\n----\n\ntext\n\nTo Do\n-----\n\n- c\n',
    );
  });

  it('to an empty note', () => {
    const md = { '/ws/n.md': '' };
    assert.equal(applied(md, add('c', 'none')(md, '/ws/n.md').changes)['/ws/n.md'], '# To Do\n\n- c\n');
  });

  it('wants some text', () => {
    const md = { '/ws/n.md': '# N\n' };
    assert.deepEqual(add('  ', 'N')(md, '/ws/n.md'), { changes: [], count: 0, refused: 'A to-do needs some text.' });
  });
});

describe('moving to-dos', () => {
  each(
    'takes what is nested along',
    '# N\n\n## A\n\n- [ ] a\n  goes on\n\n  - [ ] b\n\n    text\n\n- [ ] c\n\n## B\n\n- [ ] d\n',
    move('a', 'B'),
    '# N\n\n## A\n\n- [ ] c\n\n## B\n\n- [ ] d\n- [ ] a\n  goes on\n\n  - [ ] b\n\n    text\n',
  );
  each(
    'gives plain items a box where they need one',
    '# N\n\n## A\n\n- [ ] d\n\n## To Do\n\n- a\n- b\n',
    move('a', 'A'),
    '# N\n\n## A\n\n- [ ] d\n- [ ] a\n\n## To Do\n\n- b\n',
  );
  each(
    'takes the box where others have none',
    '# N\n\n## A\n\n- [ ] a\n- [x] b\n\n## To Do\n\n- d\n',
    move(['a', 'b'], 'To Do'),
    '# N\n\n## A\n\n## To Do\n\n- d\n- a\n- [x] b\n',
  );
  each(
    'indents as the others are',
    '# N\n\n## A\n\n- [ ] a\n\n  - [ ] b\n\n## To Do\n\n1.  d\n',
    move('a', 'To Do'),
    '# N\n\n## A\n\n## To Do\n\n1.  d\n2.  a\n\n    - [ ] b\n',
  );
  each(
    'makes a To Do section',
    '# N\n\n## A\n\ntext\n\n- [ ] a\n- [ ] b\n\n## B\n\ntext\n',
    move('b', 'B'),
    '# N\n\n## A\n\ntext\n\n- [ ] a\n\n## B\n\ntext\n\n### To Do\n\n- [ ] b\n',
  );
  each(
    'to the To Do section of the same talk',
    '# N\n\n## A\n\ntext\n\n- [ ] a\n\nmore\n\n### To Do\n\n- d\n',
    move('a'),
    '# N\n\n## A\n\ntext\n\nmore\n\n### To Do\n\n- d\n- a\n',
  );
  each(
    'from a part of a talk to the To Do section of the whole talk',
    '# N\n\n## A\n\n### Part\n\n- [ ] a\n- [ ] b\n\n### To Do\n\n- d\n\n## To Do\n\n- z\n',
    move(['a', 'b']),
    '# N\n\n## A\n\n### Part\n\n### To Do\n\n- d\n- a\n- b\n\n## To Do\n\n- z\n',
  );
  each(
    'to a To Do section that the talk has not got yet',
    '# N\n\n## A\n\ntext\n\n- [ ] a\n\nmore\n',
    move('a'),
    '# N\n\n## A\n\ntext\n\nmore\n\n### To Do\n\n- [ ] a\n',
  );
  each(
    'the last of a note without line break',
    '# N\n\n## To Do\n\n- d\n\n## A\n\n- [ ] a',
    move('a', 'To Do'),
    '# N\n\n## To Do\n\n- d\n- a\n\n## A',
  );
  each(
    'up and down in one note',
    '# N\n\n## A\n\n- [ ] a\n- [ ] b\n- [ ] c\n\n## B\n\n- [ ] d\n',
    move(['c', 'a'], 'B'),
    '# N\n\n## A\n\n- [ ] b\n\n## B\n\n- [ ] d\n- [ ] a\n- [ ] c\n',
  );

  each(
    'number the items behind anew',
    '# N\n\n## A\n\n9. [ ] a\n10. plain\n\n    more\n11. [ ] b\n12. c\n\n## To Do\n\n1. x\n2. y\n',
    move(['a', 'b'], 'To Do'),
    '# N\n\n## A\n\n9.  plain\n\n    more\n10. c\n\n## To Do\n\n1. x\n2. y\n3. a\n4. b\n',
  );
  each(
    'leave numbers alone that do not count',
    '# N\n\n## A\n\n1. [ ] a\n\n1. [ ] b\n\n## To Do\n\n- x\n',
    move('a', 'To Do'),
    '# N\n\n## A\n\n1. [ ] b\n\n## To Do\n\n- x\n- a\n',
  );
  each(
    'go behind the last item of a list that counts',
    '# N\n\n## A\n\n1. [ ] a\n2. plain\n   more\n3. plain\n',
    add('b', 'A'),
    '# N\n\n## A\n\n1. [ ] a\n2. plain\n   more\n3. plain\n4. [ ] b\n',
  );

  for (const [from, to] of [
    ['rst', 'md'],
    ['md', 'rst'],
    ['rst', 'rst'],
  ] as const) {
    it(`from one note to another (${from} to ${to})`, () => {
      const a = `/ws/a.${from}`;
      const b = `/ws/b.${to}`;
      const texts = {
        [a]: inFormat(from, '# A\n\n- [ ] a\n\n  - [x] b\n'),
        [b]: inFormat(to, '# B\n\n## To Do\n\n- c\n'),
      };
      const choice = { todos: [refOf(texts, a, 'a')] };
      const outcome = moveTodos(choice, { path: b, heading: -1 }, moveOptions, currentOf(texts));
      assert.deepEqual([outcome.count, outcome.refused], [1, undefined]);
      const after = applied(texts, outcome.changes);
      assert.equal(after[a], inFormat(from, '# A\n'));
      assert.equal(after[b], inFormat(to, '# B\n\n## To Do\n\n- c\n- a\n\n  - [x] b\n'));
    });
  }

  for (const [name, before, after] of [
    ['a marker’s paragraph', 'TODO: a\nand more\n\nText\n', '- a\n  and more\n'],
    ['a marker with an owner', 'Text\n\nTODO(ann, @bob): a\n', '- a @ann @bob\n'],
    ['a marker that is done', 'DONE: a\n', '- [x] a\n'],
    ['a marker in a list', '- TODO a\n\n  - [ ] b\n- c\n', '- a\n\n  - [ ] b\n'],
    ['one of several markers', 'TODO: b\nTODO: a\nTODO: c\n', '- a\n'],
  ] as const) {
    each(
      `takes ${name}`,
      `# N\n\n## A\n\n${before}\n## To Do\n\n- z\n`,
      move('a', 'To Do'),
      `# N\n\n## A\n\n${restOf[name]}## To Do\n\n- z\n${after}`,
    );
  }

  for (const [name, before, after] of [
    ['a comment', '.. TODO: a\n', '- a\n'],
    ['a directive', '.. todo:: a\n   b\n\n   c\n', '- a\n  b\n\n  c\n'],
    ['a directive with text below', '.. todo::\n   :class: done\n\n   a\n', '- [x] a\n'],
    ['a directive that is done', '.. todo:: a\n   :class: done\n', '- [x] a\n'],
  ] as const) {
    it(`takes ${name} (rst)`, () => {
      const texts = { '/ws/n.rst': `N\n=\n\n${before}\nText\n\nTo Do\n-----\n\n- z\n` };
      const after_ = applied(texts, move('a', 'To Do')(texts, '/ws/n.rst').changes)['/ws/n.rst'];
      assert.equal(after_, `N\n=\n\nText\n\nTo Do\n-----\n\n- z\n${after}`);
    });
  }

  it('takes an HTML comment (md)', () => {
    const texts = { '/ws/n.md': '# N\n\n<!-- TODO: a -->\n\n## To Do\n\n- z\n' };
    assert.equal(
      applied(texts, move('a', 'To Do')(texts, '/ws/n.md').changes)['/ws/n.md'],
      '# N\n\n## To Do\n\n- z\n- a\n',
    );
  });

  for (const [name, text, start, reason] of [
    ['a marker in a text', 'N\n=\n\nsee TODO: a\n\nTo Do\n-----\n', 'a', /lines of their own/],
    ['a marker that ends a paragraph', 'N\n=\n\nsee\nTODO: a\n\nTo Do\n-----\n', 'a', /lines of their own/],
    ['a marker above a literal block', 'N\n=\n\nTODO: a::\n\n  b\n\nTo Do\n-----\n', 'a', /lines of their own/],
    ['a comment that goes on', 'N\n=\n\n.. TODO: a\n\n   b\n\nTo Do\n-----\n', 'a', /lines of their own/],
    ['a directive with a name', 'N\n=\n\n.. todo:: a\n   :name: x\n\nTo Do\n-----\n', 'a', /lines of their own/],
    ['a directive with a list', 'N\n=\n\n.. todo::\n\n   - a\n\nTo Do\n-----\n', '', /lines of their own/],
    ['what stands there already', 'N\n=\n\nTo Do\n-----\n\n- a\n', 'a', /already/],
    ['a cell of a table', 'N\n=\n\n+---------+\n| - [ ] a |\n+---------+\n\nTo Do\n-----\n', 'a', /lines of their own/],
  ] as const) {
    it(`leaves alone ${name}`, () => {
      const texts = { '/ws/n.rst': text };
      const outcome =
        start === undefined ? move(['a', 'b'])(texts, '/ws/n.rst') : move(start, 'To Do')(texts, '/ws/n.rst');
      assert.deepEqual(outcome.changes, []);
      assert.match(outcome.refused ?? '', reason);
    });
  }
});

describe('archiving what is done', () => {
  each(
    'makes a section',
    '# N\n\n## A\n\n- [x] a\n- [ ] b\n\n## B\n\n- [-] c\n',
    archive,
    '# N\n\n## A\n\n- [ ] b\n\n## B\n\n## Done\n\n- [x] a\n- [-] c\n',
  );
  each(
    'takes the section that is there',
    '# N\n\n## Done\n\n* [x] z\n\n## A\n\n- [x] a\n\n  - [x] b\n',
    archive,
    '# N\n\n## Done\n\n* [x] z\n* [x] a\n\n  - [x] b\n\n## A\n',
  );

  it('leaves what holds something open, and says so where nothing is left', () => {
    const texts = { '/ws/n.md': '# N\n\n- [x] a\n\n  - [ ] b\n\n## Done\n\n- [x] c\n' };
    assert.match(archive(texts, '/ws/n.md').refused ?? '', /Nothing that is done/);
  });
});
