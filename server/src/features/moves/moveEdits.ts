/** Links that have to change when files and folders move: those into, out of and inside of what moves. */

import type { NoteEntry } from '../../core/index/noteIndex.ts';
import { noteNameSpelling } from '../../core/index/noteNameSpelling.ts';
import { wantedNames } from '../../core/index/noteNames.ts';
import { nameKey, noteNameKey } from '../../core/index/noteSymbols.ts';
import { detourOf, pathSpelling } from '../../core/index/pathSpelling.ts';
import { resolve } from '../../core/index/resolve.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { targetUses } from '../../core/index/targetUses.ts';
import type { Anchor } from '../../core/model/anchor.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import type { Link, NoteNameTarget, PathTarget } from '../../core/model/link.ts';
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
    const edits =
      text === undefined
        ? []
        : entry.dialect.edits.inTables(
            text,
            entry.note,
            ours.flatMap((link) => linkEdit(entry, text, link) ?? []),
          );
    return edits.length === 0 ? [] : [{ path: entry.path, edits }];
  });
}

/** Links that can say in no way where they lead to after `moves`. */
export function lostLinks(
  snapshot: Snapshot,
  moves: readonly Move[],
  texts: Texts,
): readonly (LinkMove & { readonly entry: NoteEntry })[] {
  return planMoves(snapshot, moves, texts).flatMap(({ entry, links }) => {
    const text = texts.get(entry.path);
    return text === undefined
      ? []
      : links.filter((link) => linkEdit(entry, text, link) === undefined).map((link) => ({ ...link, entry }));
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

/** Notes that move, and those that name what moves somewhere in a path or in a wiki link. */
function concerned(snapshot: Snapshot, moves: readonly Move[]): ReadonlySet<NotePath> {
  const paths = new Set<NotePath>();
  const add = (key: string): void => {
    for (const path of snapshot.notes.wanters(key)) {
      paths.add(path);
    }
  };
  const moved = new Set(moves.map(({ from }) => from));
  for (const { path } of snapshot.notes.entries()) {
    if (moves.some(({ from }) => isInside(path, from))) {
      paths.add(path);
      moved.add(path);
    }
  }
  for (const { from } of moves) {
    add(nameKey(basename(from)));
    add(`/${basename(from).toLowerCase()}`);
  }
  for (const path of moved) {
    for (const name of wantedNames(basename(path))) {
      add(noteNameKey(name));
    }
  }
  return paths;
}

function linkMoves(before: Snapshot, after: Snapshot, entry: NoteEntry, moves: readonly Move[]): readonly LinkMove[] {
  const newFrom = movedPath(moves, entry.path);
  return targetUses(entry.note).flatMap(({ target, holder }) => {
    if (target.type !== 'path' && target.type !== 'note-name') {
      return [];
    }
    const leadsTo = isWritten(target) ? pathOf(before, entry.path, target, newFrom !== entry.path) : undefined;
    if (leadsTo === undefined) {
      return [];
    }
    const to = movedPath(moves, leadsTo);
    if ((newFrom === entry.path && to === leadsTo) || leadsStill(after, newFrom, target, to)) {
      return [];
    }
    const path =
      target.type === 'path'
        ? pathSpelling(after, newFrom, target, to, detourOf(entry.path, target, leadsTo))
        : noteNameSpelling(after, newFrom, target, to);
    return [{ holder, leadsTo, path }];
  });
}

function isWritten(target: PathTarget | NoteNameTarget): boolean {
  return target.type === 'note-name' ? target.name !== '' : target.path !== '' && target.glob !== true;
}

function leadsStill(after: Snapshot, from: NotePath, target: PathTarget | NoteNameTarget, to: NotePath): boolean {
  const { type } = resolve(after, from, target);
  return type !== 'case-mismatch' && pathOf(after, from, target, true) === to;
}

/** Whether it is clear what a path means, also where nothing is there. */
function isPlain({ path, to }: PathTarget): boolean {
  return /^(?!.*\/\/)[\p{L}\p{N}._/~+-]+$/u.test(path) && (to === 'note' || /\/|\.\w+$/.test(path));
}

/**
 * The file, folder or note that `target` leads to; `undefined` where it leads nowhere that is known. `evenMissing`: a
 * path to nothing goes on meaning what it meant, so that it does not come to lead to something else.
 */
function pathOf(
  snapshot: Snapshot,
  from: NotePath,
  target: PathTarget | NoteNameTarget,
  evenMissing: boolean,
): NotePath | undefined {
  const resolution = resolve(snapshot, from, target);
  switch (resolution.type) {
    case 'note':
    case 'file':
    case 'case-mismatch':
    case 'missing-fragment':
      return resolution.path;
    case 'missing':
      return evenMissing && target.type === 'path' && isPlain(target) ? resolution.candidates[0] : undefined;
    default:
      return undefined;
  }
}
