/** What holds of any sequence of changes to to-dos: see the names of the tests. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { applyEdits, inverseEdits } from '../../../client/src/writing/lineEdits.ts';
import type { Note } from '../../../server/src/core/model/note.ts';
import type { CheckedEdits } from '../../../server/src/features/todos/chooseTodos.ts';
import { addTodo, archiveDone, moveTodos } from '../../../server/src/features/todos/moveTodos.ts';
import { setTodoFields } from '../../../server/src/features/todos/setTodoFields.ts';
import { toggleTodos } from '../../../server/src/features/toggleTodos.ts';
import type { TodoRef } from '../../../server/src/features/treeRow.ts';
import { toTextEdit } from '../../../server/src/lsp/convert.ts';
import { corpusRoot, missingCorpus } from '../../conformance/shared.ts';
import { currentOf, moveOptions, type Texts } from '../../support/todoOps.ts';
import { entryOf } from '../../support/workspace.ts';

const OPERATIONS = 200;

/** One random change: which to-do, what, and to where. */
interface Operation {
  readonly kind: 'toggle' | 'state' | 'stamp' | 'nested' | 'due' | 'priority' | 'move' | 'within' | 'add' | 'archive';
  readonly todo: number;
  readonly note: number;
  readonly heading: number;
  readonly value: number;
}

const operation: fc.Arbitrary<Operation> = fc.record({
  kind: fc.constantFrom(
    'toggle',
    'state',
    'stamp',
    'nested',
    'due',
    'priority',
    'move',
    'within',
    'add',
    'add',
    'archive',
  ),
  todo: fc.nat(1000),
  note: fc.nat(1000),
  heading: fc.nat(1000),
  value: fc.nat(1000),
});

const today = '2026-11-23';
const words = [
  'read it',
  'call @ada',
  'water every week',
  'pay due:2026-12-01',
  '(A) write #x',
  'a: b',
  'see 📅 2026-11-20',
];

/** All to-dos of all notes. */
function todosOf(texts: Texts): readonly TodoRef[] {
  return Object.entries(texts).flatMap(([path, text]) => {
    const { note } = entryOf(path, text)!;
    return note.todos.map((todo) => ({ path, id: '', line: note.lines.lineAt(todo.span.start), text: todo.text }));
  });
}

function carryOut(texts: Texts, { kind, todo, note, heading, value }: Operation): readonly CheckedEdits[] {
  const current = currentOf(texts);
  const paths = Object.keys(texts);
  const path = paths[note % paths.length]!;
  const to = { path, heading: (heading % (entryOf(path, texts[path]!)!.note.headings.length + 1)) - 1 };
  if (kind === 'add') {
    return addTodo(words[value % words.length]!, to, moveOptions, current).changes;
  }
  if (kind === 'archive') {
    return value % 5 === 0 ? archiveDone([current(path)!], moveOptions).changes : [];
  }
  const all = todosOf(texts);
  if (all.length === 0) {
    return [];
  }
  const choice = { todos: [all[todo % all.length]!] };
  switch (kind) {
    case 'toggle':
    case 'stamp':
      return toggleTodos(choice, { today, doneStamp: kind === 'stamp' }, current).changes;
    case 'nested':
      return toggleTodos({ ...choice, nested: true }, { today, doneStamp: false }, current).changes;
    case 'state': {
      const state = (['open', 'in-progress', 'done', 'cancelled'] as const)[value % 4]!;
      return toggleTodos({ ...choice, state }, { today, doneStamp: false }, current).changes;
    }
    case 'due':
      return setTodoFields(choice, { due: value % 3 === 0 ? null : '2026-12-01' }, current).changes;
    case 'priority': {
      const priority = ([null, 'high', 'medium', 'low'] as const)[value % 4]!;
      return setTodoFields(choice, { priority }, current).changes;
    }
    case 'move':
      return moveTodos(choice, to, moveOptions, current).changes;
    case 'within':
      return moveTodos(choice, undefined, moveOptions, current).changes;
  }
}

function written(texts: Texts, { path, edits }: CheckedEdits) {
  const { lines } = entryOf(path, texts[path]!)!.note;
  return edits.map((edit) => toTextEdit(lines, edit));
}

/** Carries the operations out, then takes them back, last first, as the client does; looks at each step. */
function checkSequence(start: Texts, operations: readonly Operation[]): void {
  let texts = start;
  const undo: { readonly path: string; readonly edits: ReturnType<typeof inverseEdits>['edits'] }[] = [];
  for (const each of operations) {
    const changes = carryOut(texts, each);
    const next: Record<string, string> = { ...texts };
    for (const change of changes) {
      const { path } = change;
      const edits = written(texts, change);
      undo.push({ path, edits: inverseEdits(texts[path]!, edits).edits });
      next[path] = applyEdits(texts[path]!, edits);
      checkLines(texts[path]!, next[path]!, change, each);
    }
    if (each.kind === 'move' || each.kind === 'within' || each.kind === 'archive') {
      checkMoved(texts, next, each);
    }
    texts = next;
  }
  const restored: Record<string, string> = { ...texts };
  for (const { path, edits } of undo.reverse()) {
    restored[path] = applyEdits(restored[path]!, edits);
  }
  assert.deepEqual(restored, start);
}

/** No line changes that no to-do stands on, but for lines that are put in. */
function checkLines(before: string, after: string, change: CheckedEdits, { kind }: Operation): void {
  if (['move', 'within', 'archive', 'add'].includes(kind)) {
    return;
  }
  const { note } = entryOf(change.path, before)!;
  const own = linesOfTodos(note);
  for (const { span } of change.edits) {
    if (span.start < span.end) {
      for (let line = note.lines.lineAt(span.start); line <= note.lines.lineAt(span.end - 1); line++) {
        assert.ok(own.has(line), `line ${line} is no to-do’s`);
      }
    }
  }
  const kept = before.split(/\r\n|\r|\n/).filter((_, line) => !own.has(line));
  const left = after.split(/\r\n|\r|\n/);
  let at = 0;
  for (const line of kept) {
    at = left.indexOf(line, at) + 1;
    assert.ok(at > 0, `“${line}” is gone`);
  }
}

/** The notes that differ, for a message that can be read. */
function shown(before: Texts, after: Texts): string {
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  return changed.map((path) => `${path}\n${before[path]}\n>>>\n${after[path]}`).join('\n====\n');
}

function linesOfTodos({ todos, lines }: Note): ReadonlySet<number> {
  const own = new Set<number>();
  for (const { span, markerSpan } of todos) {
    const last = Math.max(span.end, markerSpan.end);
    for (let line = lines.lineAt(span.start); line <= lines.lineAt(last); line++) {
      own.add(line);
    }
  }
  return own;
}

/** Text is neither lost nor made, bullets, boxes and new titles aside; and as many to-dos are there as before. */
function checkMoved(before: Texts, after: Texts, { kind }: Operation): void {
  const count = (texts: Texts) => todosOf(texts).length;
  assert.equal(count(after), count(before), `${kind}:\n${shown(before, after)}`);
  const text = (texts: Texts) => {
    const lines = Object.values(texts)
      .join('\n')
      .split(/\r\n|\r|\n/);
    return lines.map((line) =>
      line
        .replace(/^\s*(?:\|\s)?(?:(?:[-*+•]|\(?\w{1,6}[.)])\s+)?(?:\[[ xX/-]\] ?)?/, '')
        .replace(/^\s*(?:\.\. todo:: |(?:TODO|DOING|DONE|CANCELLED|FIXME|FIXING|FIXED|WONTFIX): |:class:.*)/, '')
        .trim(),
    );
  };
  const left = new Map<string, number>();
  for (const line of text(after)) {
    left.set(line, (left.get(line) ?? 0) + 1);
  }
  for (const line of text(before).filter((each) => each !== '')) {
    assert.ok((left.get(line) ?? 0) > 0, `“${line}” is gone`);
    left.set(line, left.get(line)! - 1);
  }
}

const rst = `Event
*****

- [ ] before any talk

  - [x] nested
  - [ ] nested too

Talk
====

@ada

Text with TODO: look this up

FIXME: all of this
over two lines

* TODO: one

* [ ] one
* [-] two

  more of two

To Do
-----

- plain
- plain too

  1. first
  2. second

Other
=====

.. todo:: a directive

To Do
-----

Check out this

1. [ ] first of three
2. [x] second
3. [ ] third

Read these:

| one
| two

.. _\`x\`: http://a.org
`;

const md = `# Event

- [ ] before any talk
    - [x] nested

      text
    - [ ] nested too

## Talk

* [ ] one

  \`\`\`
  code
  \`\`\`
* [/] two

### Tasks

1. plain
2. plain too

## Other

Text <!-- TODO: later -->

[x]: http://a.org
`;

describe('any sequence of changes to to-dos', () => {
  it('is taken back to the byte, changes no line of others, and loses no text when it moves', () => {
    const texts: Texts = {
      '/ws/a.rst': rst,
      '/ws/b.md': md,
      '/ws/c.rst': rst.replaceAll('\n', '\r\n').trimEnd(),
      '/ws/d.md': md.trimEnd(),
      '/ws/e.md': '',
      '/ws/f.rst': 'no title\n',
    };
    fc.assert(
      fc.property(fc.array(operation, { minLength: OPERATIONS, maxLength: OPERATIONS }), (operations) => {
        checkSequence(texts, operations);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it('also in the notes of the corpus', function () {
    if (missingCorpus !== undefined) {
      this.skip();
    }
    const texts: Record<string, string> = {};
    for (const path of [
      'python/conference/europython-2012',
      'django/conference/djangocon',
      'linux/font',
      'python/pdb',
    ]) {
      texts[`/ws/${path}.rst`] = readFileSync(join(corpusRoot, 'source', `${path}.rst`), 'utf8');
    }
    for (const file of readdirSync(join(corpusRoot, 'source/git')).filter((name) => name.endsWith('.rst'))) {
      texts[`/ws/git/${file}`] = readFileSync(join(corpusRoot, 'source/git', file), 'utf8');
    }
    fc.assert(
      fc.property(fc.array(operation, { minLength: OPERATIONS, maxLength: OPERATIONS }), (operations) => {
        checkSequence(texts, operations);
      }),
      { numRuns: 1, endOnFailure: true },
    );
  });
});
