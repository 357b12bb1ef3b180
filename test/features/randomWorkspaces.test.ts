/**
 * Everything that writes, in workspaces of chance: no edit brings a finding, and every link leads where it led.
 * `WORKSPACES=200 SEED=7` tries more and others.
 */
import assert from 'node:assert/strict';
import type { NoteEntry } from '../../server/src/core/index/noteIndex.ts';
import type { Snapshot } from '../../server/src/core/index/snapshot.ts';
import { dirname, type NotePath } from '../../server/src/core/text/path.ts';
import { findings } from '../../server/src/features/findings.ts';
import { quickFixes } from '../../server/src/features/fixes/quickFixes.ts';
import type { Move } from '../../server/src/features/moves/movedPaths.ts';
import { moveEdits } from '../../server/src/features/moves/moveEdits.ts';
import type { NoteChanges } from '../../server/src/features/noteEdits.ts';
import { editSection, type SectionEdit } from '../../server/src/features/refactorings/editSection.ts';
import { noteRefactorings, refactorings } from '../../server/src/features/refactorings/refactorings.ts';
import { prepareRename, rename } from '../../server/src/features/rename/rename.ts';
import { RenameMemory } from '../../server/src/features/rename/renameMemory.ts';
import { Random } from '../soak/random.ts';
import { changedLines, codesIn, forgetNotes, freshCodes, linkEnds, snapshotOfFiles } from '../support/linkEnds.ts';
import { changedFiles, type Files, movedFiles } from '../support/noteFiles.ts';
import { randomWorkspace } from '../support/randomWorkspace.ts';
import { root } from '../support/workspace.ts';

const COUNT = Number(process.env.WORKSPACES ?? 6);
const SEED = Number(process.env.SEED ?? 1);

/** A workspace and the chance that made it. */
interface World {
  readonly files: Files;
  readonly notes: Files;
  readonly snapshot: Snapshot;
  readonly random: Random;
}

function eachWorld(check: (world: World) => void): void {
  for (let at = 0; at < COUNT; at++) {
    const random = new Random((SEED * 100_003 + at * 7919) | 1);
    const files = new Map(randomWorkspace(random).map(({ path, text }) => [path, text]));
    const notes = new Map([...files].filter(([path]) => /\.(?:rst|md)$/.test(path)));
    check({ files, notes, snapshot: snapshotOfFiles(files), random });
    forgetNotes();
  }
}

/** Nothing new is found in `after`, and what led somewhere before leads there; `before` is what it led to. */
function checkLinks(world: World, after: Files, before: ReadonlyMap<NotePath, readonly string[]>, what: string): void {
  const now = snapshotOfFiles(after);
  const where = `${what}\n${changedLines(world.files, after)}`;
  assert.deepEqual(freshCodes(codesIn(world.snapshot), codesIn(now)), [], where);
  const ends = linkEnds(now);
  for (const [path, was] of before) {
    const is = ends.get(path) ?? [];
    assert.equal(is.length, was.length, `${path} after ${where}`);
    assert.deepEqual(
      is.filter((_, at) => was[at] !== ''),
      was.filter((end) => end !== ''),
      `${path} after ${where}`,
    );
  }
}

function randomMove({ files, random }: World): Move | undefined {
  const path = random.pick([...files.keys()]);
  const folder = dirname(path);
  const from = random.below(3) === 0 && folder !== root ? folder : path;
  const name = from.slice(from.lastIndexOf('/') + 1);
  const to = random.pick([
    `${dirname(from)}/${withOtherCase(name)}`,
    `${root}/${name}`,
    `${root}/new place/${name}`,
    `${root}/talks/${name}`,
    `${dirname(from)}/50% & ${name}`,
    `${dirname(from)}/50%25 (x) ${name}`,
  ]);
  const isTaken = [...files.keys()].some((each) => stemOf(each) === stemOf(to) || each.startsWith(`${to}/`));
  return (isTaken && stemOf(to) !== stemOf(from)) || to === from || to.startsWith(`${from}/`)
    ? undefined
    : { from, to };
}

/** Two notes that differ in their suffix only would take each other's links. */
function stemOf(path: string): string {
  return path.replace(/\.\w+$/, '').toLowerCase();
}

function withOtherCase(name: string): string {
  const dot = name.lastIndexOf('.');
  const stem = dot < 0 ? name : name.slice(0, dot);
  const other = stem === stem.toUpperCase() ? stem.toLowerCase() : stem.toUpperCase();
  return other + name.slice(stem.length);
}

function afterMove(snapshot: Snapshot, files: Files, move: Move): Files {
  return movedFiles(changedFiles(files, { edits: moveEdits(snapshot, [move], files) }), [move]);
}

const newNames: readonly ((old: string) => string)[] = [
  (old) => `${old} x`,
  (old) => old.toUpperCase(),
  () => 'Zq: (x) <y>',
  () => 'neu & «alt»',
  () => 'a_b_',
  () => 'a * b `c`',
  () => 'C#',
  () => '50%',
  () => 'p [q] r',
  () => 'x\\y',
];

/** Starts of everything that may have a name, or lead somewhere. */
function spots({ note: { headings, anchors, links } }: NoteEntry): number[] {
  return [
    ...headings.map(({ titleSpan }) => titleSpan.start),
    ...anchors.map(({ nameSpan }) => nameSpan.start),
    ...links.map(({ targetSpan }) => targetSpan.start),
  ];
}

function checkChanges(world: World, changes: NoteChanges, what: string): Files {
  const { files, snapshot } = world;
  const after = changedFiles(files, changes);
  const now = snapshotOfFiles(after);
  const where = `${what}\n${changedLines(files, after)}`;
  assert.deepEqual(freshCodes(codesIn(snapshot), codesIn(now)), [], where);
  for (const [path, text] of after) {
    const before = files.get(path) ?? '';
    assert.ok(!before.includes('\r\n') || !/[^\r]\n/.test(text), `line breaks of ${path} after ${where}`);
    assert.ok(/\n\r?\n$/.test(before) || !/\n\r?\n$/.test(text), `the end of ${path} after ${where}`);
  }
  return after;
}

/** A refactoring loses no address. */
function checkRefactoring(world: World, changes: NoteChanges, what: string): void {
  const after = checkChanges(world, changes, what);
  const urls = (each: Snapshot): Set<string> =>
    new Set([...linkEnds(each).values()].flat().filter((end) => /^https?:/.test(end)));
  assert.deepEqual(urls(snapshotOfFiles(after)), urls(world.snapshot), `${what}\n${changedLines(world.files, after)}`);
}

describe('in workspaces of chance', function () {
  this.timeout(600_000);

  it('every link leads where it led after a move, and after the way back', () => {
    eachWorld((world) => {
      const { files, notes, snapshot } = world;
      for (let tries = 0; tries < 6; tries++) {
        const move = randomMove(world);
        if (move === undefined) {
          continue;
        }
        const what = `${move.from} > ${move.to}`;
        const after = movedFiles(changedFiles(files, { edits: moveEdits(snapshot, [move], notes) }), [move]);
        checkLinks(world, after, linkEnds(snapshot, [move]), what);
        const back = { from: move.to, to: move.from };
        checkLinks(world, afterMove(snapshotOfFiles(after), after, back), linkEnds(snapshot), `${what} and back`);
      }
    });
  });

  it('every link leads where it led after a rename', () => {
    let made = 0;
    eachWorld((world) => {
      const { notes, files, snapshot, random } = world;
      for (const entry of snapshot.notes.entries()) {
        const { path } = entry;
        const isClear = !findings(snapshot, path).some(({ code }) => code === 'target.duplicate');
        for (const offset of spots(entry).filter(() => isClear && random.below(3) === 0)) {
          const prompt = prepareRename(snapshot, notes, path, offset);
          const name = 'refused' in prompt ? '' : random.pick(newNames)(prompt.placeholder);
          const changes = rename(snapshot, notes, path, offset, name, new RenameMemory());
          if ('refused' in changes) {
            continue;
          }
          made++;
          const after = changedFiles(files, changes);
          checkLinks(world, after, linkEnds(snapshot, changes.renames), `${path}@${offset} > ${name}`);
        }
      }
    });
    assert.ok(made > 5 * COUNT, String(made));
  });

  it('quick fixes take their finding away and bring no other', () => {
    eachWorld((world) => {
      const { files, snapshot, random } = world;
      const before = codesIn(snapshot);
      for (const entry of snapshot.notes.entries()) {
        const text = files.get(entry.path)!;
        for (const finding of findings(snapshot, entry.path).filter(() => random.below(3) === 0)) {
          for (const { title, changes } of quickFixes({ snapshot, entry, text, finding })) {
            const what = `${entry.path} ${finding.code} ${finding.message} ${title}`;
            const then = codesIn(snapshotOfFiles(checkChanges(world, changes, what)));
            // What an unused target referred to may be unused now.
            const isLess = (then.get(finding.code) ?? 0) < before.get(finding.code)!;
            assert.ok(isLess || finding.code === 'target.unused', what);
          }
        }
      }
    });
  });

  it('refactorings keep what links say', () => {
    eachWorld((world) => {
      const { files, snapshot, random } = world;
      for (const entry of snapshot.notes.entries()) {
        const { path } = entry;
        const text = files.get(path)!;
        const request = { snapshot, entry, text, selection: { start: 0, end: 0 } };
        for (const offset of spots(entry).filter(() => random.below(3) === 0)) {
          for (const { title, changes } of refactorings({ ...request, selection: { start: offset, end: offset } })) {
            checkRefactoring(world, changes, `${path}@${offset} ${title}`);
          }
          for (const how of ['up', 'down', 'promote', 'demote'] satisfies SectionEdit[]) {
            const edits = editSection(entry, text, offset, how);
            if (!('refused' in edits)) {
              checkRefactoring(world, { edits: [edits] }, `${path}@${offset} ${how}`);
            }
          }
        }
        for (const { title, changes } of noteRefactorings(request)) {
          checkRefactoring(world, changes, `${path} ${title}`);
        }
      }
    });
  });
});
