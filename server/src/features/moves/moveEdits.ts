/** Links that have to change when files and folders move: those into, out of and inside of what moves. */

import type { NoteEntry } from '../../core/index/noteIndex.ts';
import { nameKey } from '../../core/index/noteSymbols.ts';
import { pathSpelling } from '../../core/index/pathSpelling.ts';
import { resolve } from '../../core/index/resolve.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { targetUses } from '../../core/index/targetUses.ts';
import type { Anchor } from '../../core/model/anchor.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import type { Link, PathTarget } from '../../core/model/link.ts';
import { basename, isInside, type NotePath } from '../../core/text/path.ts';
import type { NoteEdits, Texts } from '../noteEdits.ts';
import { type Move, movedPath } from './movedPaths.ts';
import { movedSnapshot } from './movedSnapshot.ts';

/** A link and the path that it is to have. */
interface LinkMove {
  readonly holder: Link | Anchor;
  readonly leadsTo: NotePath;
  readonly path: string;
}

/** A note and its links that change. */
interface NoteMove {
  readonly entry: NoteEntry;
  readonly links: readonly LinkMove[];
}

/** Notes that `moves` change, for their texts to be fetched. */
export function notesToUpdate(snapshot: Snapshot, moves: readonly Move[]): readonly NotePath[] {
  return planMoves(snapshot, moves).map(({ entry }) => entry.path);
}

/**
 * Edits, at the places of before, that keep every link leading to what it leads to now. Links that lead nowhere stay as
 * they are. `texts` holds the notes that may be changed. `editorsOwn`: moves that the editor follows by itself, where it
 * knows the links; these are left to it.
 */
export function moveEdits(
  snapshot: Snapshot,
  moves: readonly Move[],
  texts: Texts,
  editorsOwn: readonly Move[] = [],
): readonly NoteEdits[] {
  return planMoves(snapshot, moves, texts).flatMap(({ entry, links }) => {
    const text = texts.get(entry.path);
    const ours = links.filter((link) => !isLeft(entry, link, editorsOwn));
    const edits = text === undefined ? [] : ours.flatMap((link) => linkEdit(entry, text, link) ?? []);
    return edits.length === 0 ? [] : [{ path: entry.path, edits }];
  });
}

function isLeft({ dialect, path }: NoteEntry, { holder, leadsTo }: LinkMove, editorsOwn: readonly Move[]): boolean {
  return dialect.isEditorsOwn(holder) && editorsOwn.some(({ from }) => isInside(leadsTo, from) || isInside(path, from));
}

function linkEdit({ dialect }: NoteEntry, text: string, { holder, path }: LinkMove): TextEdit | undefined {
  return dialect.edits.writePath(text, holder, { path });
}

function planMoves(snapshot: Snapshot, moves: readonly Move[], among?: Texts): readonly NoteMove[] {
  const real = moves.filter(({ from, to }) => from !== to);
  const after = movedSnapshot(snapshot, real);
  const plan: NoteMove[] = [];
  for (const path of among?.keys() ?? concerned(snapshot, real)) {
    const entry = snapshot.notes.get(path);
    const links = entry === undefined ? [] : linkMoves(snapshot, after, entry, real);
    if (entry !== undefined && links.length > 0) {
      plan.push({ entry, links });
    }
  }
  return plan;
}

/** Notes that move, and those that name what moves somewhere in a path. */
function concerned(snapshot: Snapshot, moves: readonly Move[]): ReadonlySet<NotePath> {
  const paths = new Set<NotePath>();
  for (const { from } of moves) {
    const name = basename(from);
    for (const key of [nameKey(name), `/${name.toLowerCase()}`]) {
      for (const path of snapshot.notes.wanters(key)) {
        paths.add(path);
      }
    }
  }
  for (const { path } of snapshot.notes.entries()) {
    if (moves.some(({ from }) => isInside(path, from))) {
      paths.add(path);
    }
  }
  return paths;
}

function linkMoves(before: Snapshot, after: Snapshot, entry: NoteEntry, moves: readonly Move[]): readonly LinkMove[] {
  const from = entry.path;
  const newFrom = movedPath(moves, from);
  return targetUses(entry.note).flatMap(({ holder, target }) => {
    if (target.type !== 'path' || !isWritten(target)) {
      return [];
    }
    const leadsTo = pathOf(before, from, target);
    if (leadsTo === undefined) {
      return [];
    }
    const willLeadTo = movedPath(moves, leadsTo);
    if (newFrom === from && willLeadTo === leadsTo) {
      return [];
    }
    const still = resolve(after, newFrom, target);
    if (still.type !== 'case-mismatch' && pathOf(after, newFrom, target) === willLeadTo) {
      return [];
    }
    return [{ holder, leadsTo, path: pathSpelling(after, newFrom, target, willLeadTo) }];
  });
}

function isWritten({ path, glob }: PathTarget): boolean {
  return path !== '' && glob !== true;
}

/** The file, folder or note that `target` leads to; `undefined` where it leads nowhere that is known. */
function pathOf(snapshot: Snapshot, from: NotePath, target: PathTarget): NotePath | undefined {
  const resolution = resolve(snapshot, from, target);
  switch (resolution.type) {
    case 'note':
    case 'file':
    case 'case-mismatch':
    case 'missing-fragment':
      return resolution.path;
    default:
      return undefined;
  }
}
