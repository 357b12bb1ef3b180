import assert from 'node:assert/strict';
import type { CurrentNote } from '../../server/src/features/noteEdits.ts';
import { todosTree } from '../../server/src/features/todosTree.ts';
import { type ToggleOutcome, type ToggleRequest, toggleTodos } from '../../server/src/features/toggleTodos.ts';
import type { TodoRef } from '../../server/src/features/treeRow.ts';
import { entryOf, root, snapshotOf } from '../support/workspace.ts';

const path = `${root}/a.rst`;
const options = { today: '2026-11-23', doneStamp: false };

function current(texts: Readonly<Record<string, string>>): (at: string) => CurrentNote | undefined {
  return (at) => {
    const text = texts[at];
    return text === undefined ? undefined : { text, entry: entryOf(at, text)! };
  };
}

function applied(text: string, outcome: ToggleOutcome, at = path): string {
  const edits = outcome.changes.find((change) => change.path === at)?.edits ?? [];
  return [...edits]
    .reverse()
    .reduce((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), text);
}

/** The note after toggling what is on those lines. */
function onLines(text: string, startLine: number, endLine = startLine, done?: boolean): string {
  const request: ToggleRequest = {
    lines: { path, ranges: [{ startLine, endLine }] },
    ...(done === undefined ? {} : { done }),
  };
  return applied(text, toggleTodos(request, options, current({ [path]: text })));
}

/** All to-dos as the tree shows them. */
function refs(text: string, at = path): TodoRef[] {
  const snapshot = snapshotOf([{ path: at, text }]);
  const walk = (parent?: string): TodoRef[] =>
    todosTree(snapshot, { showDone: true, today: '2026-11-23', groupBy: 'note', sortBy: 'position' }, parent).flatMap(
      (row) => [...(row.todo ? [row.todo] : []), ...walk(row.id)],
    );
  return walk();
}

describe('toggleTodos', () => {
  describe('on lines', () => {
    const list = 'T\n=\n\n- [ ] a\n- [x] b\n- [ ] c\n  goes on\n';

    it('checks and unchecks, and gives back the same bytes', () => {
      assert.equal(onLines(list, 3), list.replace('[ ] a', '[x] a'));
      assert.equal(onLines(list, 4), list.replace('[x] b', '[ ] b'));
      assert.equal(onLines(onLines(list, 3), 3), list);
    });

    it('finds a to-do by any of its lines', () => {
      assert.equal(onLines(list, 6), list.replace('[ ] c', '[x] c'));
    });

    it('takes the direction of the first for all', () => {
      assert.equal(onLines(list, 3, 6), list.replaceAll('[ ]', '[x]'));
      assert.equal(onLines(list, 4, 6), list.replace('[x] b', '[ ] b'));
    });

    it('goes in the direction that is asked for', () => {
      assert.equal(onLines(list, 3, 6, true), list.replaceAll('[ ]', '[x]'));
      assert.equal(onLines(list, 3, 6, false), list.replaceAll('[x]', '[ ]'));
    });

    it('leaves nested to-dos alone', () => {
      const nested = '- [ ] a\n\n  - [ ] b\n\n- [ ] c\n';
      assert.equal(onLines(nested, 0), nested.replace('[ ] a', '[x] a'));
      assert.equal(onLines(nested, 2), nested.replace('[ ] b', '[x] b'));
    });

    it('toggles items of a To Do section, markers and directives', () => {
      for (const text of ['To Do\n=====\n\n- a\n', 'T\n=\n\n\nTODO: a\n', 'T\n=\n\n.. todo:: a\n\n   b\n']) {
        const line = text.split('\n').findIndex((each) => /a$/.test(each));
        const once = onLines(text, line);
        assert.notEqual(once, text);
        assert.deepEqual(
          refs(once).map((ref) => ('done' in ref ? ref.done : undefined)),
          [true],
        );
        assert.equal(onLines(once, line), text);
      }
    });

    it('says so where there is none', () => {
      const request = { lines: { path, ranges: [{ startLine: 0, endLine: 2 }] } };
      assert.deepEqual(toggleTodos(request, options, current({ [path]: list })), {
        changes: [],
        count: 0,
        done: true,
        openNested: 0,
        refused: 'There is no to-do here.',
      });
    });
  });

  describe('from the tree', () => {
    const twins = 'T\n=\n\n- [ ] same\n- [ ] same\n';

    it('changes that of two twins which was clicked', () => {
      const [, second] = refs(twins);
      const outcome = toggleTodos({ todos: [second!] }, options, current({ [path]: twins }));
      assert.equal(applied(twins, outcome), 'T\n=\n\n- [ ] same\n- [x] same\n');
      assert.deepEqual(outcome.changes[0]!.expected, [{ line: 4, text: '- [ ] same' }]);
      assert.deepEqual([outcome.count, outcome.done, outcome.refused], [1, true, undefined]);
    });

    it('changes several notes in the direction of the first', () => {
      const other = `${root}/b.rst`;
      const texts = { [path]: twins, [other]: 'T\n=\n\n- [x] b\n- [ ] c\n' };
      const todos = [...refs(twins), ...refs(texts[other]!, other)];
      const outcome = toggleTodos({ todos }, options, current(texts));
      assert.equal(applied(texts[path]!, outcome), twins.replaceAll('[ ]', '[x]'));
      assert.equal(applied(texts[other]!, outcome, other), 'T\n=\n\n- [x] b\n- [x] c\n');
      assert.equal(outcome.count, 3);
    });

    for (const [what, now] of [
      ['moved', `New line.\n\n${twins}`],
      ['reads otherwise', twins.replaceAll('same', 'other')],
      ['is gone', 'T\n=\n'],
    ] as const) {
      it(`writes nothing at all where one ${what}`, () => {
        const outcome = toggleTodos({ todos: refs(twins) }, options, current({ [path]: now }));
        assert.deepEqual(outcome.changes, []);
        assert.equal(outcome.count, 0);
        assert.equal(outcome.refused, 'a.rst has changed since the list was made; nothing was written.');
      });
    }

    it('writes nothing where the note is gone', () => {
      assert.match(toggleTodos({ todos: refs(twins) }, options, current({})).refused ?? '', /nothing was written/);
    });
  });

  it('expects lines as they read, without their line breaks', () => {
    const text = 'T\r\n=\r\n\r\n- [ ] a\r\n';
    const outcome = toggleTodos(
      { lines: { path, ranges: [{ startLine: 3, endLine: 3 }] } },
      options,
      current({ [path]: text }),
    );
    assert.deepEqual(outcome.changes[0]!.expected, [{ line: 3, text: '- [ ] a' }]);
  });
});
