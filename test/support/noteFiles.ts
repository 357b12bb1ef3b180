/** Files of a workspace in memory, before and after the edits that a feature gives. */
import type { TextEdit } from '../../server/src/core/model/edit.ts';
import type { NotePath } from '../../server/src/core/text/path.ts';
import type { NoteChanges } from '../../server/src/features/noteEdits.ts';
import { type FixtureFile, parseFixture } from './fixture.ts';
import { root } from './workspace.ts';

export type Files = ReadonlyMap<NotePath, string>;

/** The files of a fixture by path, each of which ends in a line break unless it is empty. */
export function filesOf(fixture: string): Files {
  return new Map(
    parseFixture(fixture).files.map(({ path, text }) => [
      path,
      text === '' || text.endsWith('\n') ? text : `${text}\n`,
    ]),
  );
}

export function fixtureFiles(files: Files): FixtureFile[] {
  return [...files].map(([path, text]) => ({ path, text }));
}

/** `text` with `edits` carried out, which must not overlap. */
function withEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: put } of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    if (span.start < at) {
      throw new Error(`edits overlap at ${span.start}`);
    }
    result += text.slice(at, span.start) + put;
    at = span.end;
  }
  return result + text.slice(at);
}

/** `files` after `changes`: files created, edited and renamed, in this order. */
export function changedFiles(files: Files, { edits, creates = [], renames = [] }: NoteChanges): Files {
  const after = new Map(files);
  for (const { path, text } of creates) {
    after.set(path, text);
  }
  for (const { path, edits: own } of edits) {
    after.set(path, withEdits(after.get(path) ?? '', own));
  }
  return movedFiles(after, renames);
}

/** `files` after files or folders got other names. */
export function movedFiles(files: Files, moves: readonly { readonly from: NotePath; readonly to: NotePath }[]): Files {
  const moved = [...files].map(([path, text]): [NotePath, string] => {
    const move = moves.find(({ from }) => path === from || path.startsWith(`${from}/`));
    return [move === undefined ? path : move.to + path.slice(move.from.length), text];
  });
  return new Map(moved);
}

/** Files as a fixture, in the order of their paths, for comparing. Those that read as in `before` are left out. */
export function shownFiles(files: Files, before: Files = new Map()): string {
  return [...files]
    .filter(([path, text]) => before.get(path) !== text)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => `//- ${path.slice(root.length)}\n${text}`)
    .join('');
}
