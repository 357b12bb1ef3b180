/** The Backlinks view: notes that link to a note, and the lines in which they do. */
import { linksInto, type PlacedUse } from '../core/index/backlinks.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import { displayPath } from '../core/index/workspaceRoot.ts';
import { basename, type NotePath } from '../core/text/path.ts';
import { compareText } from './compareText.ts';
import { contextLine } from './excerpt.ts';
import type { CurrentNote } from './noteEdits.ts';
import { noteTitle, ordinalCounter, sectionAt } from './sections.ts';
import type { TreeRow } from './treeRow.ts';

/** So many notes show their lines at once. */
const EXPANDED = 12;

/** One row for each note that links to the note at `path`, by title. */
export function backlinkNotes(snapshot: Snapshot, path: NotePath): readonly TreeRow[] {
  const counts = new Map<NotePath, number>();
  for (const use of linksInto(snapshot, path)) {
    counts.set(use.path, (counts.get(use.path) ?? 0) + 1);
  }
  const rows = [...counts].map(([from, count]): TreeRow => {
    const { note } = snapshot.notes.get(from)!;
    const file = displayPath(snapshot.roots, from);
    return {
      id: JSON.stringify([path, from]),
      label: noteTitle(note, basename(from)),
      description: count === 1 ? file : `${file} · ${count}`,
      tooltip: file,
      icon: 'note',
      kind: 'note',
      hasChildren: true,
      expanded: counts.size <= EXPANDED,
      path: from,
    };
  });
  return rows.sort((a, b) => compareText(a.label, b.label) || compareText(a.path ?? '', b.path ?? ''));
}

/** The note whose lines a row of `backlinkNotes` has below it; `undefined` for any other row. */
export function backlinkSource(row: string): NotePath | undefined {
  try {
    const [, from, more]: readonly unknown[] = JSON.parse(row);
    return typeof from === 'string' && more === undefined ? from : undefined;
  } catch {
    // An id from another program.
    return undefined;
  }
}

/** One row for each link to the note at `path` in the note `from`, which reads `current` now: the line it stands in. */
export function backlinkLines(
  snapshot: Snapshot,
  path: NotePath,
  from: NotePath,
  current: CurrentNote,
): readonly TreeRow[] {
  const ordinal = ordinalCounter();
  return linksInto(snapshot, path)
    .filter((use) => use.path === from)
    .map((use) => {
      const { start } = spanOf(use);
      const { line, marked } = contextLine(current.text, current.entry.note, spanOf(use));
      const title = current.entry.note.headings[sectionAt(current.entry.note, start)]?.title;
      return {
        id: JSON.stringify([path, from, line, ordinal(line)]),
        parent: JSON.stringify([path, from]),
        label: line,
        highlight: marked,
        ...(title === undefined ? {} : { description: title }),
        tooltip: `${displayPath(snapshot.roots, from)}:${current.entry.note.lines.lineAt(start) + 1}`,
        icon: 'link',
        kind: 'link',
        hasChildren: false,
        path: from,
        span: use.span,
      };
    });
}

/** The whole link, as far as it is one: that is what a reader looks for in the line. */
function spanOf({ holder }: PlacedUse) {
  return holder.span;
}
