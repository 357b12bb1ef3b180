/**
 * Renames in the reference notes: nothing that was found before is found no more, nothing new is found, and the inverse
 * rename restores every byte. `RENAMES=3000 SEED=7` tries more and others.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { affectedNotes } from '../../server/src/core/index/affected.ts';
import type { NoteChange } from '../../server/src/core/index/noteIndex.ts';
import type { Snapshot } from '../../server/src/core/index/snapshot.ts';
import { withEdits } from '../../server/src/core/model/edit.ts';
import { dirname, extname, type NotePath, relativePath } from '../../server/src/core/text/path.ts';
import { findings } from '../../server/src/features/findings.ts';
import { movedPath } from '../../server/src/features/moves/movedPaths.ts';
import { movedSnapshot } from '../../server/src/features/moves/movedSnapshot.ts';
import type { NoteChanges } from '../../server/src/features/noteEdits.ts';
import { notesToPrepare, notesToRename, prepareRename, rename } from '../../server/src/features/rename/rename.ts';
import { RenameMemory } from '../../server/src/features/rename/renameMemory.ts';
import { missingCorpus } from '../conformance/shared.ts';
import { readCorpus } from '../support/corpusSnapshot.ts';
import { markdownTwin, type Twin } from '../support/markdownTwin.ts';
import { entryOf } from '../support/workspace.ts';

const COUNT = Number(process.env.RENAMES ?? 125);
const TIMEOUT = 600_000;
const SEED = Number(process.env.SEED ?? 20261123);

/** A place to put the cursor on. */
interface Spot {
  readonly path: NotePath;
  readonly offset: number;
}

/** Notes as they are after some renames, and the texts that differ from those on disk. */
interface State {
  readonly snapshot: Snapshot;
  readonly texts: ReadonlyMap<NotePath, string>;
}

/** Texts as they are before any rename. */
let texts = new Map<NotePath, string>();

function diskText(path: NotePath): string {
  const text = texts.get(path) ?? readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  texts.set(path, text);
  return text;
}

function textOf(state: State, path: NotePath): string {
  return state.texts.get(path) ?? diskText(path);
}

function textsFor(state: State, paths: readonly NotePath[]): Map<NotePath, string> {
  return new Map(paths.map((path) => [path, textOf(state, path)]));
}

function tryRename(state: State, { path, offset }: Spot, to: string, memory: RenameMemory): NoteChanges | string {
  const { snapshot } = state;
  const notes = textsFor(state, notesToRename(snapshot, path, offset, to));
  const changes = rename(snapshot, notes, path, offset, to, memory);
  return 'refused' in changes ? changes.refused : changes;
}

function nameAt(state: State, { path, offset }: Spot): string {
  const { snapshot } = state;
  const prompt = prepareRename(snapshot, textsFor(state, notesToPrepare(snapshot, path, offset)), path, offset);
  return 'refused' in prompt ? assert.fail(prompt.refused) : prompt.placeholder;
}

function after(state: State, { edits, renames = [] }: NoteChanges): State {
  const edited = new Map(state.texts);
  for (const { path, edits: own } of edits) {
    edited.set(path, withEdits(textOf(state, path), own));
  }
  const changes: NoteChange[] = edits.map(({ path }) => ({ path, entry: entryOf(path, edited.get(path)!) }));
  const snapshot = { ...state.snapshot, notes: state.snapshot.notes.with(changes) };
  if (renames.length === 0) {
    return { snapshot, texts: edited };
  }
  const moved = new Map<NotePath, string>();
  for (const { path } of snapshot.notes.entries()) {
    if (edited.has(path) || movedPath(renames, path) !== path) {
      moved.set(movedPath(renames, path), edited.get(path) ?? diskText(path));
    }
  }
  return { snapshot: movedSnapshot(snapshot, renames), texts: moved };
}

/** How many findings of each code the notes have that a change may have affected. */
function codes({ snapshot }: State, paths: Iterable<NotePath>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const path of paths) {
    for (const { code } of findings(snapshot, path)) {
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}

function affected(before: State, now: State, { edits, renames = [] }: NoteChanges): Set<NotePath> {
  const changed = [...edits.map(({ path }) => path), ...renames.flatMap(({ from, to }) => [from, to])];
  const folders = renames.flatMap(({ from, to }) => [from, to].map((path) => path.slice(0, path.lastIndexOf('/'))));
  return affectedNotes(
    before.snapshot,
    now.snapshot,
    [...changed, ...edits.map(({ path }) => movedPath(renames, path))],
    folders,
  );
}

const newNames = [
  (old: string) => `${old} again`,
  (_: string, n: number) => `Zq${n}`,
  (_: string, n: number) => `Zq${n}: wholly other, 日本 <x>`,
  (old: string, n: number) => `q${n} ${old.toUpperCase()}`,
];

/** Renames what is at each of `spots`, and back again; answers why some were refused. */
function renameAll(start: State, spots: readonly Spot[], newName: (old: string, n: number) => string): string[] {
  const refused: string[] = [];
  spots.forEach((spot, n) => {
    const old = nameAt(start, spot);
    const name = newName(old, n);
    const memory = new RenameMemory();
    const changes = tryRename(start, spot, name, memory);
    if (typeof changes === 'string') {
      refused.push(changes);
      return;
    }
    const where = `${spot.path}@${spot.offset} “${old}” > “${name}”`;
    const now = after(start, changes);
    const paths = affected(start, now, changes);
    assert.deepEqual(codes(now, paths), codes(start, paths), where);
    const path = movedPath(changes.renames ?? [], spot.path);
    const first = changes.edits.find((each) => each.path === spot.path);
    const back = { path, offset: shifted(spot.offset, first?.edits ?? []) };
    const inverse = tryRename(now, back, oldName(changes, old), memory);
    assert.ok(typeof inverse !== 'string', `${where}: ${String(inverse)}`);
    const restored = after(now, inverse);
    for (const [each, text] of restored.texts) {
      assert.equal(text, diskText(each), `${where}: ${each}`);
    }
  });
  return refused;
}

/** The name that takes back: a file's is as seen from where it went. */
function oldName({ renames = [] }: NoteChanges, old: string): string {
  const [move] = renames;
  if (move === undefined) {
    return old;
  }
  const path = relativePath(dirname(move.to), move.from);
  return extname(old) === extname(path) ? path : path.slice(0, path.length - extname(path).length);
}

/** Where the start of what stands at `offset` is after `edits`. */
function shifted(offset: number, edits: NoteChanges['edits'][number]['edits']): number {
  let by = 0;
  for (const { span, text } of edits) {
    if (span.end <= offset) {
      by += text.length - (span.end - span.start);
    }
  }
  return offset + by;
}

function sample<T>(all: readonly T[], count = COUNT): readonly T[] {
  return fc.sample(fc.nat(all.length - 1), { numRuns: count, seed: SEED }).map((at) => all[at]!);
}

/** A few may be refused, with a reason. */
function check(refused: readonly string[]): void {
  if (process.env.RENAMES !== undefined) {
    console.log(`      ${refused.length} refused: ${refused.join('\n      ')}`);
  }
  assert.ok(refused.length <= COUNT / 20, refused.join('\n'));
}

describe('renames in the reference notes', () => tried((snapshot) => ({ snapshot, texts: new Map() })));
describe('renames in the reference notes, written in Markdown', () => tried(markdownTwin));

function tried(written: (snapshot: Snapshot) => Twin): void {
  let start: State;

  before(async function () {
    this.timeout(60_000);
    if (missingCorpus !== undefined) {
      console.log(`    skipped: ${missingCorpus}`);
      this.skip();
    }
    const twin = written(await readCorpus());
    texts = new Map(twin.texts);
    start = { snapshot: twin.snapshot, texts: new Map() };
  });

  function spots(
    of: (entry: { readonly path: NotePath; readonly note: ReturnType<typeof noteOf> }) => number[],
  ): Spot[] {
    return [...start.snapshot.notes.entries()].flatMap(({ path, note }) =>
      of({ path, note }).map((offset) => ({ path, offset })),
    );
  }

  function noteOf(path: NotePath) {
    return start.snapshot.notes.get(path)!.note;
  }

  for (const [kind, newName] of newNames.entries()) {
    it(`of titles, names of kind ${kind}`, () => {
      const all = spots(({ note }) => note.headings.map(({ titleSpan }) => titleSpan.start));
      check(renameAll(start, sample(all), newName));
    }).timeout(TIMEOUT);

    it(`of targets and labels, names of kind ${kind}`, () => {
      const all = spots(({ note }) => note.anchors.map(({ nameSpan }) => nameSpan.start));
      check(renameAll(start, sample(all), newName));
    }).timeout(TIMEOUT);
  }

  it('of notes and files', () => {
    const all = [...start.snapshot.notes.entries()].flatMap(({ path, note }) =>
      note.links
        .filter(({ target }) => target.type === 'path')
        .map(({ targetSpan }) => ({ path, offset: targetSpan.start })),
    );
    const there = all.filter(({ path, offset }) => {
      const prompt = prepareRename(start.snapshot, new Map(), path, offset);
      return !('refused' in prompt);
    });
    const refused = renameAll(start, sample(there, 2 * COUNT), (old, n) =>
      n % 2 === 0 ? `sub zq/${n}${old}` : `../Zq${n}${extname(old)}`,
    );
    assert.deepEqual(refused, []);
  }).timeout(TIMEOUT);
}
