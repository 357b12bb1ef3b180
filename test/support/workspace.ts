/** A workspace in memory: snapshots of fixtures, all folders listed, and edits to them. */
import { defaultParseOptions } from '../../server/src/core/dialects/dialect.ts';
import { dialectFor } from '../../server/src/core/dialects/registry.ts';
import { FolderFacts, type FolderItem } from '../../server/src/core/index/folderFacts.ts';
import { type NoteChange, type NoteEntry, NoteIndex } from '../../server/src/core/index/noteIndex.ts';
import type { Snapshot } from '../../server/src/core/index/snapshot.ts';
import type { Note } from '../../server/src/core/model/note.ts';
import { basename, dirname, type NotePath } from '../../server/src/core/text/path.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import { type FixtureFile, parseFixture } from './fixture.ts';

export const parseOptions = defaultParseOptions;

/** The workspace folder of every fixture. */
export const root = '/ws';

/** A note read from `text`; `undefined` where no dialect reads a file of that name. */
export function entryOf(path: NotePath, text: string): NoteEntry | undefined {
  const dialect = dialectFor(path);
  return dialect && { path, dialect, note: dialect.parse(text, parseOptions) };
}

/** The workspace that a fixture describes, everything on disk and indexed. */
export function snapshotOf(fixture: string | readonly FixtureFile[]): Snapshot {
  const files = typeof fixture === 'string' ? parseFixture(fixture).files : fixture;
  const changes: NoteChange[] = files.map(({ path, text }) => ({ path, entry: entryOf(path, text) }));
  return {
    notes: NoteIndex.empty.with(changes.filter(({ entry }) => entry !== undefined)),
    files: FolderFacts.empty.with(listingsOf(files.map(({ path }) => path))),
    roots: [root],
  };
}

/** `snapshot` with one note's text replaced; nothing happened to the disk. */
export function edited(snapshot: Snapshot, path: NotePath, text: string): Snapshot {
  return { ...snapshot, notes: snapshot.notes.with([{ path, entry: entryOf(path, text) }]) };
}

/** The only note of a fixture, or the one at `path`. */
export function noteOf(snapshot: Snapshot, path: NotePath = `${root}/note.rst`): Note {
  return snapshot.notes.get(path)!.note;
}

/** `2:0-2:5`, 0-based lines and columns. */
export function spanText(note: Note, span: Span): string {
  const start = note.lines.positionAt(span.start);
  const end = note.lines.positionAt(span.end);
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** Listings of every folder from the workspace folder down to those files. */
export function listingsOf(paths: readonly NotePath[]): Map<NotePath, readonly FolderItem[]> {
  const folders = new Map<NotePath, Map<string, FolderItem['kind']>>([[root, new Map()]]);
  for (const path of paths) {
    let kind: FolderItem['kind'] = 'file';
    for (let at = path; at !== root && at !== dirname(at); at = dirname(at)) {
      const names = folders.get(dirname(at)) ?? new Map<string, FolderItem['kind']>();
      folders.set(dirname(at), names.set(basename(at), kind));
      kind = 'folder';
    }
  }
  return new Map([...folders].map(([folder, names]) => [folder, [...names].map(([name, kind]) => ({ name, kind }))]));
}
