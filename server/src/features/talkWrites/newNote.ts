/** A new note about a talk or an event: which file, in which format, and what stands in it. */

import { dialects } from '../../core/dialects/registry.ts';
import type { TalkFacts } from '../../core/dialects/talkWrites.ts';
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { workspaceRoot } from '../../core/index/workspaceRoot.ts';
import { dirname, join, type NotePath } from '../../core/text/path.ts';
import { slug } from '../../core/text/slug.ts';
import { eventOf, type TalkOptions } from '../talks.ts';

export interface NewNotePlace {
  readonly folder: NotePath;
  /** A note beside it that shows how notes are written here. */
  readonly like?: NoteEntry;
}

/** Where such a note goes: beside the note at hand, where that is about an event, else where most of these are. */
export function newNotePlace(snapshot: Snapshot, options: TalkOptions, near?: NotePath): NewNotePlace | undefined {
  const events = [...snapshot.notes.entries()].filter((entry) => eventOf(entry, options) !== undefined);
  const counts = new Map<NotePath, number>();
  for (const { path } of events) {
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const isNearEvents = near !== undefined && counts.has(dirname(near));
  const root = near === undefined ? snapshot.roots[0] : (workspaceRoot(snapshot.roots, near) ?? dirname(near));
  const folder = isNearEvents ? dirname(near) : (most?.[0] ?? root);
  if (folder === undefined) {
    return undefined;
  }
  const beside = events.filter(({ path }) => dirname(path) === folder);
  const like = beside.find(({ path }) => path === near) ?? mostCommon(beside) ?? events[0];
  return like === undefined ? { folder } : { folder, like };
}

/** The file, which does not exist yet, and its text. `likeText` is that of `place.like`. */
export function newNote(
  snapshot: Snapshot,
  { folder, like }: NewNotePlace,
  facts: TalkFacts,
  likeText?: string,
): { readonly path: NotePath; readonly text: string } {
  const dialect = like?.dialect ?? dialects[0]!;
  const name = slug(facts.title) || 'talk';
  let path = join(folder, `${name}${dialect.extensions[0]}`);
  for (let number = 2; isThere(snapshot, path); number++) {
    path = join(folder, `${name}-${number}${dialect.extensions[0]}`);
  }
  const style = like === undefined || likeText === undefined ? undefined : { text: likeText, note: like.note };
  const text = dialect.talks.newNote(facts, style);
  return { path, text: likeText?.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text };
}

function isThere(snapshot: Snapshot, path: NotePath): boolean {
  return snapshot.notes.get(path) !== undefined || !['missing', 'unknown'].includes(snapshot.files.lookup(path).state);
}

/** A note in the format that most of them have. */
function mostCommon(entries: readonly NoteEntry[]): NoteEntry | undefined {
  const counts = new Map<string, number>();
  for (const { dialect } of entries) {
    counts.set(dialect.id, (counts.get(dialect.id) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return entries.find(({ dialect }) => dialect.id === best?.[0]);
}
