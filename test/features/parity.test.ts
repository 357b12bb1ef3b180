/**
 * What is written in either format means the same: each scenario in test/fixtures/parity has one note per dialect, and
 * says once what is found in both. What no section names is not there.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Snapshot } from '../../server/src/core/index/snapshot.ts';
import type { Todo } from '../../server/src/core/model/todo.ts';
import { documentLinks } from '../../server/src/features/documentLinks.ts';
import { findings } from '../../server/src/features/findings.ts';
import { type OutlineItem, outline } from '../../server/src/features/outline.ts';
import { defaultTalkOptions, eventOf } from '../../server/src/features/talks.ts';
import type { FixtureFile } from '../support/fixture.ts';
import { noteOf, root, snapshotOf } from '../support/workspace.ts';

const folder = join(import.meta.dirname, '../fixtures/parity');
const dialects = ['rst', 'md'] as const;
const subjects = ['outline', 'links', 'to-dos', 'talks', 'findings'] as const;
const lineEnds = { LF: '\n', CRLF: '\r\n', CR: '\r' } as const;

type Extension = (typeof dialects)[number];
type Subject = (typeof subjects)[number];
type Scenario = ReadonlyMap<string, string>;

describe('parity: the same in every dialect', () => {
  for (const file of globSync('*.txt', { cwd: folder }).toSorted()) {
    const scenario = readScenario(readFileSync(join(folder, file), 'utf8'));
    describe(scenario.get('about')!, () => {
      for (const extension of dialects) {
        for (const [name, lineEnd] of Object.entries(lineEnds)) {
          it(`in ${extension}, with ${name}`, () => check(scenario, extension, lineEnd));
        }
      }
    });
  }

  describe('checking to-dos off, and taking it back', () => {
    for (const file of ['boxes.txt', 'todoSection.txt', 'markers.txt']) {
      const scenario = readScenario(readFileSync(join(folder, file), 'utf8'));
      it(scenario.get('about')!, () => {
        const [rst, md] = dialects.map((extension) => toggledEach(scenario.get(extension)!, extension));
        assert.deepEqual(md, rst);
        assert.ok(rst!.length > 0);
      });
    }
  });

  it('is written down for all dialects in each scenario', () => {
    for (const file of globSync('*.txt', { cwd: folder })) {
      const names = [...readScenario(readFileSync(join(folder, file), 'utf8')).keys()];
      assert.ok(
        dialects.every((dialect) => names.includes(dialect)),
        file,
      );
      const known = ['about', 'in a folder', 'files', ...dialects, ...dialects.map(otherFrom), ...subjects];
      assert.deepEqual(
        names.filter((name) => !known.includes(name)),
        [],
        file,
      );
    }
  });
});

function check(scenario: Scenario, extension: Extension, lineEnd: string): void {
  const folderName = scenario.get('in a folder')?.trim();
  const path = `${root}/${folderName === undefined ? '' : `${folderName}/`}note.${extension}`;
  const write = (text: string): string => text.replaceAll('\n', lineEnd);
  const files: FixtureFile[] = [{ path, text: write(scenario.get(extension)!) }];
  const other = scenario.get(otherFrom(extension));
  if (other !== undefined) {
    const [otherExtension] = dialects.filter((each) => each !== extension);
    files.push({ path: `${root}/other.${otherExtension}`, text: write(other) });
  }
  for (const name of scenario.get('files')?.split(/\s+/).filter(Boolean) ?? []) {
    files.push({ path: `${root}/${name}`, text: '' });
  }
  const snapshot = snapshotOf(files);
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const found: Record<Subject, readonly string[]> = {
    outline: drawOutline(outline(noteOf(snapshot, path))),
    links: drawLinks(snapshot, path, texts),
    'to-dos': drawTodos(snapshot, path),
    talks: drawTalks(snapshot, path),
    findings: findings(snapshot, path).map(({ code, span }) => `${code} ${named(texts.get(path)!, span)}`),
  };
  for (const subject of subjects) {
    assert.deepEqual(found[subject], linesOf(scenario.get(subject)), subject);
  }
}

/** The states of all to-dos after each single one was checked or unchecked; each time it must be possible to take that back. */
function toggledEach(text: string, extension: Extension): string[] {
  const path = `${root}/note.${extension}`;
  const read = (from: string) => snapshotOf([{ path, text: from }]).notes.get(path)!;
  const write = (from: string, todo: number, state: Todo['state']): string => {
    const { note, dialect } = read(from);
    const edits = dialect.edits.setTodoState(from, note, todo, state);
    return [...edits]
      .sort((a, b) => b.span.start - a.span.start)
      .reduce(
        (result, { span, text: inserted }) => result.slice(0, span.start) + inserted + result.slice(span.end),
        from,
      );
  };
  return read(text).note.todos.flatMap(({ state }, todo) => {
    if (state === 'cancelled') {
      return [];
    }
    const other = state === 'open' ? 'done' : 'open';
    const changed = write(text, todo, other);
    assert.equal(write(changed, todo, state).toLowerCase(), text.toLowerCase(), `${extension}: to-do ${todo}`);
    return [
      read(changed)
        .note.todos.map((each) => each.state)
        .join(' '),
    ];
  });
}

function readScenario(text: string): Scenario {
  const [about = '', ...rest] = text.split(/^--- (.*)\n/m);
  const scenario = new Map([['about', about.trim()]]);
  for (let at = 0; at < rest.length; at += 2) {
    scenario.set(rest[at]!, rest[at + 1]!);
  }
  return scenario;
}

function otherFrom(extension: Extension): string {
  return `the other, from ${extension}`;
}

function linesOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.trimEnd().split('\n');
}

function drawOutline(items: readonly OutlineItem[], depth = 0): string[] {
  return items.flatMap(({ title, children }) => [`${'  '.repeat(depth)}${title}`, ...drawOutline(children, depth + 1)]);
}

/** Addresses; else the name of the file, and for a place in a note the text that stands there. */
function drawLinks(snapshot: Snapshot, from: string, texts: ReadonlyMap<string, string>): string[] {
  return documentLinks(snapshot, from).map(({ url, path, offset }) => {
    if (path === undefined) {
      return url!;
    }
    const isNote = snapshot.notes.get(path) !== undefined;
    const name = isNote ? basename(path).replace(/\.\w+$/, '') : basename(path);
    const line = isNote && offset !== undefined ? lineText(texts.get(path)!, offset) : '';
    return offset === undefined || line === '' ? name : `${name} > ${line}`;
  });
}

/** Letters and digits of the line at `offset`: what is left of a title or target without its signs. */
function lineText(text: string, offset: number): string {
  const line = text.slice(offset).split(/[\r\n]/)[0]!;
  return /id="(\w+)"/.exec(line)?.[1] ?? /[\p{L}\p{N}][\p{L}\p{N} ]*/u.exec(line)?.[0] ?? '';
}

function drawTodos(snapshot: Snapshot, path: string): string[] {
  const { todos, headings } = noteOf(snapshot, path);
  const boxes: Record<Todo['state'], string> = { open: '[ ]', done: '[x]', cancelled: '[-]', 'in-progress': '[/]' };
  const depth = (todo: Todo): number => (todo.parent < 0 ? 0 : depth(todos[todo.parent]!) + 1);
  return todos.map(
    (todo) => `${'  '.repeat(depth(todo))}${boxes[todo.state]} ${todo.text} (${headings[todo.heading]!.title})`,
  );
}

function drawTalks(snapshot: Snapshot, path: string): string[] {
  const event = eventOf(snapshot.notes.get(path)!, defaultTalkOptions);
  if (event === undefined) {
    return [];
  }
  const talks = event.talks.map(({ title, speakers }) =>
    speakers.length === 0 ? title : `${title} [${speakers.join(', ')}]`,
  );
  return [`${event.isOneTalk ? 'one at ' : ''}${event.title}: ${talks.join(', ')}`];
}

/** What a finding marks: the name inside of a target's or reference's signs. */
function named(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const marked = text.slice(start, end);
  const target = /^(?:\.\. _|\[)(\w+)\]?:/.exec(marked)?.[1] ?? marked;
  return target.replace(/^[^#]*#/, '').replace(/^\^/, '');
}
