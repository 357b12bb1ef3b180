import assert from 'node:assert/strict';
import { readTodoFilter } from '../../../server/src/features/todos/todoFilter.ts';
import type { TodosOptions } from '../../../server/src/features/todos/todosOptions.ts';
import { todosTree } from '../../../server/src/features/todosTree.ts';
import { snapshotOf } from '../../support/workspace.ts';

/** A Monday. */
const today = '2026-11-23';

const snapshot = snapshotOf(`
  //- /event.rst
  Event
  *****

  - [ ] book the train @due(2026-11-20) @ada

  Talk
  ====

  - [ ] (A) watch it again 📅 2026-11-23 #video

    - [ ] find the slides
    - [x] thank @eve ✅ 2026-11-01

  - [/] write it up due:2026-11-29 @Ada
  - [-] ask for a copy

  To Do
  -----

  - read the paper ⏳ 2026-12-24 ! #paper
  - water the plants every week

  //- /other.rst
  Other
  *****

  To Do
  =====

  - later @due(2027-01-01) #paper
  - overdue twice over !!! due:2026-11-01
`);

const options: TodosOptions = { showDone: false, today, groupBy: 'due', sortBy: 'position' };

/** The whole tree, a row a line. */
function tree(change: Partial<TodosOptions>, parent?: string, indent = ''): string[] {
  return todosTree(snapshot, { ...options, ...change }, parent).flatMap((row) => {
    const below = row.hasChildren ? tree(change, row.id, `${indent}  `) : [];
    assert.equal(row.hasChildren, below.length > 0, row.label);
    assert.equal(row.parent, parent);
    const box = row.todo === undefined ? row.kind : row.todo.done ? '[x]' : '[ ]';
    const icon = row.todo === undefined || row.icon === undefined ? '' : ` ${row.icon}`;
    return [`${indent}${box} ${row.label}${row.description ? ` (${row.description})` : ''}${icon}`, ...below];
  });
}

function filtered(query: string): string[] {
  const filter = readTodoFilter(query);
  const titles = (parent?: string): string[] =>
    todosTree(snapshot, { ...options, groupBy: 'note', ...(filter && { filter }) }, parent).flatMap((row) => [
      ...(row.kind === 'todo' ? [row.label] : []),
      ...titles(row.id),
    ]);
  return titles();
}

describe('todosTree in groups', () => {
  it('by when they are due', () => {
    assert.deepEqual(tree({}), [
      'group Overdue (2 open)',
      '  [ ] book the train @ada (3 days overdue · Event) warning',
      '  [ ] overdue twice over (22 days overdue · Other) warning',
      'group Today (1 open)',
      '  [ ] watch it again #video (due today · Event) clock',
      'group This week (1 open)',
      '  [ ] write it up @Ada (due 2026-11-29 · Event) play-circle',
      'group Later (2 open)',
      '  [ ] read the paper #paper (due 2026-12-24 · Event) arrow-down',
      '  [ ] later #paper (due 2027-01-01 · Other)',
      'group No date (2 open)',
      '  [ ] find the slides (Event)',
      '  [ ] water the plants (every week · Event)',
    ]);
  });

  it('by when they are due, those that are done last', () => {
    assert.deepEqual(tree({ showDone: true }).slice(-3), [
      'group Done (all done)',
      '  [x] thank @eve (Event)',
      '  [x] ask for a copy (Event) circle-slash',
    ]);
  });

  it('by talk, nested ones below their parents', () => {
    assert.deepEqual(tree({ groupBy: 'talk' }), [
      'group Event (1 open)',
      '  [ ] book the train @ada (3 days overdue) warning',
      'group Other (2 open)',
      '  [ ] later #paper (due 2027-01-01)',
      '  [ ] overdue twice over (22 days overdue) warning',
      'group Talk (5 open · Event)',
      '  [ ] watch it again #video (due today) clock',
      '    [ ] find the slides',
      '  [ ] write it up @Ada (due 2026-11-29) play-circle',
      '  [ ] read the paper #paper (due 2026-12-24) arrow-down',
      '  [ ] water the plants (every week)',
    ]);
  });

  it('by person, whatever the case, and by tag', () => {
    assert.deepEqual(
      tree({ groupBy: 'person', showDone: true }).filter((line) => !line.startsWith('  ')),
      ['group @ada (2 open)', 'group @eve (all done)', 'group Nobody in particular (6 open)'],
    );
    assert.deepEqual(
      tree({ groupBy: 'tag' }).filter((line) => !line.startsWith('  ')),
      ['group #paper (2 open)', 'group #video (1 open)', 'group No tag (5 open)'],
    );
  });

  it('by state, done ones when asked to', () => {
    assert.deepEqual(
      tree({ groupBy: 'state', showDone: true }).filter((line) => !line.startsWith('  ')),
      ['group In progress (1 open)', 'group Open (7 open)', 'group Done (all done)', 'group Cancelled (all done)'],
    );
  });

  it('has ids that differ, also where a to-do is in two groups', () => {
    const both = snapshotOf([{ path: '/ws/note.rst', text: '- [ ] a @b @c\n' }]);
    const groups = todosTree(both, { ...options, groupBy: 'person' });
    const ids = groups.flatMap((group) => [
      group.id,
      ...todosTree(both, { ...options, groupBy: 'person' }, group.id).map(({ id }) => id),
    ]);
    assert.equal(ids.length, 4);
    assert.equal(new Set(ids).size, 4);
  });

  it('sorts by due date or priority, ties by the other', () => {
    const labels = (sortBy: TodosOptions['sortBy']) =>
      tree({ groupBy: 'state', sortBy })
        .filter((line) => line.startsWith('  '))
        .map((line) => line.trim().slice(4, 14));
    assert.deepEqual(labels('due'), [
      'write it u',
      'overdue tw',
      'book the t',
      'watch it a',
      // Nested in the one before.
      'find the s',
      'read the p',
      'later #pap',
      'water the ',
    ]);
    assert.deepEqual(labels('priority').slice(1), [
      'overdue tw',
      'watch it a',
      'find the s',
      'book the t',
      'later #pap',
      'water the ',
      'read the p',
    ]);
  });

  it('keeps a row’s id when its date or priority changes', () => {
    const [before] = todosTree(snapshotOf([{ path: '/ws/note.rst', text: '- [ ] a\n' }]), {
      ...options,
      groupBy: 'note',
    });
    const idOf = (text: string) => {
      const changed = snapshotOf([{ path: '/ws/note.rst', text }]);
      return todosTree(changed, { ...options, groupBy: 'note' }, before!.id)[0]!.id;
    };
    assert.equal(idOf('- [ ] a\n'), idOf('- [/] (A) a @due(2026-12-01)\n'));
  });

  it('opens thousands of nested rows, each of which asks, in linear time', () => {
    // Mocha's own time limit is the check: quadratic, it would take minutes.
    const text = 'Event\n*****\n\n- [ ] outer\n\n  - [ ] inner\n';
    const large = snapshotOf(Array.from({ length: 10_000 }, (_, at) => ({ path: `/ws/${at}.rst`, text })));
    const [group] = todosTree(large, options);
    const rows = todosTree(large, options, group!.id);
    assert.equal(rows.length, 10_000);
    for (const row of rows) {
      assert.deepEqual(
        todosTree(large, options, row.id).map(({ label }) => label),
        ['inner'],
      );
    }
  });

  it('starts expanded where there is not much of it', () => {
    const notes = (count: number) =>
      snapshotOf(
        Array.from({ length: count }, (_, at) => ({ path: `/ws/${at}.rst`, text: `N${at}\n===\n\n- [ ] a\n` })),
      );
    const expanded = (count: number) =>
      todosTree(notes(count), { ...options, groupBy: 'talk' }).filter((row) => row.expanded).length;
    assert.deepEqual([expanded(50), expanded(51)], [50, 0]);
  });

  it('takes 20,000 to-dos in its stride', () => {
    const text = `Event\n*****\n\n${'- [ ] one @due(2026-11-20) @ada\n- [ ] two #x\n'.repeat(10_000)}`;
    const large = snapshotOf([{ path: '/ws/note.rst', text }]);
    for (const groupBy of ['talk', 'due', 'person', 'tag', 'state'] as const) {
      assert.equal(
        todosTree(large, { ...options, groupBy }).flatMap(({ id }) => todosTree(large, { ...options, groupBy }, id))
          .length,
        20_000,
      );
    }
  });
});

describe('the filter of to-dos', () => {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['', filtered('')],
    ['water', ['water the plants']],
    ['WATER plants', ['water the plants']],
    ['"the plants"', ['water the plants']],
    ['"plants the"', []],
    ['@ada', ['book the train @ada', 'write it up @Ada']],
    ['#pap', ['read the paper #paper', 'later #paper']],
    ['due:overdue', ['book the train @ada', 'overdue twice over']],
    ['is:today', ['watch it again #video']],
    ['due:week', ['write it up @Ada']],
    ['due:none', ['watch it again #video', 'find the slides', 'water the plants']],
    ['is:progress', ['write it up @Ada']],
    ['is:done', ['watch it again #video', 'thank @eve']],
    ['is:cancelled', ['ask for a copy']],
    ['priority:high', ['watch it again #video', 'overdue twice over']],
    ['in:talk #video', ['watch it again #video']],
    ['in:other', ['later #paper', 'overdue twice over']],
    ['due:overdue @ada', ['book the train @ada']],
    ['due:sometime', []],
  ];
  for (const [query, titles] of rows) {
    it(`“${query}”`, () => assert.deepEqual(filtered(query), titles));
  }
});
