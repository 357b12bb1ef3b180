/** The Annotations view: notes, and what is written in their margins. */

import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { displayPath } from '../../core/index/workspaceRoot.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import { basename } from '../../core/text/path.ts';
import { say } from '../../core/text/say.ts';
import { compareText } from '../compareText.ts';
import { readRowId, writeRowId } from '../rowId.ts';
import { noteTitle } from '../sections.ts';
import type { TreeRow } from '../treeRow.ts';
import { annotationIds } from './annotationId.ts';

export interface AnnotationsOptions {
  readonly showResolved: boolean;
}

/** The children of row `parent`, the notes where it is absent; empty where that row is no more. */
export function annotationsTree(snapshot: Snapshot, options: AnnotationsOptions, parent?: string): readonly TreeRow[] {
  if (parent === undefined) {
    return noteRows(snapshot, options);
  }
  const id = readRowId(parent);
  const entry = id?.type === 'note' ? snapshot.notes.get(id.path) : undefined;
  return entry === undefined ? [] : annotationRows(entry, options, parent);
}

/** Annotations of the whole workspace that are not resolved. */
export function openAnnotationCount(snapshot: Snapshot): number {
  let open = 0;
  for (const { note } of snapshot.notes.entries()) {
    open += openIn(note.annotations);
  }
  return open;
}

function noteRows(snapshot: Snapshot, options: AnnotationsOptions): readonly TreeRow[] {
  const shown = [...snapshot.notes.entries()].filter(({ note }) => shownIn(note.annotations, options).length > 0);
  return shown
    .sort((a, b) => compareText(titleOf(a), titleOf(b)) || compareText(a.path, b.path))
    .map((entry) => {
      const open = openIn(entry.note.annotations);
      return {
        id: writeRowId({ type: 'note', path: entry.path }),
        label: titleOf(entry),
        description: `${open === 0 ? say('all resolved') : say('{0} open', open)} · ${basename(entry.path)}`,
        tooltip: displayPath(snapshot.roots, entry.path),
        icon: 'note',
        kind: 'note',
        hasChildren: true,
        expanded: true,
        path: entry.path,
        span: entry.note.headings[0]?.titleSpan ?? { start: 0, end: 0 },
      };
    });
}

function annotationRows({ path, note }: NoteEntry, options: AnnotationsOptions, parent: string): readonly TreeRow[] {
  const ids = annotationIds(note, path);
  return note.annotations.flatMap((annotation, index) =>
    isShown(annotation, options) ? [annotationRow(annotation, { path, id: ids[index]!, parent })] : [],
  );
}

function annotationRow(
  { remarks, state, phrase, target, span }: Annotation,
  { path, id, parent }: { path: string; id: string; parent: string },
): TreeRow {
  const [first] = remarks;
  const { author, date, text } = first!;
  const replies = remarks.length - 1;
  const details = [
    ...(target === undefined ? [say('detached')] : []),
    ...(state === 'resolved' ? [say('resolved')] : []),
    author,
    date,
    ...(replies === 0 ? [] : [replies === 1 ? say('1 reply') : say('{0} replies', replies)]),
  ];
  const about =
    phrase === undefined ? [] : [target === undefined ? say('“{0}” is gone from the note', phrase) : `“${phrase}”`];
  return {
    id,
    parent,
    label: text.split('\n', 1)[0] || '…',
    description: details.filter((detail) => detail !== '').join(' · '),
    tooltip: [...about, ...remarks.map((remark) => `${remark.author}: ${remark.text}`)].join('\n\n'),
    icon: target === undefined ? 'debug-disconnect' : state === 'open' ? 'comment-unresolved' : 'comment',
    kind: 'annotation',
    hasChildren: false,
    path,
    span: target ?? span,
    annotation: { path, id, text, state },
  };
}

function titleOf({ note, path }: NoteEntry): string {
  return noteTitle(note, basename(path));
}

function openIn(annotations: readonly Annotation[]): number {
  return annotations.filter(({ state }) => state === 'open').length;
}

function shownIn(annotations: readonly Annotation[], options: AnnotationsOptions): readonly Annotation[] {
  return annotations.length === 0 ? annotations : annotations.filter((each) => isShown(each, options));
}

function isShown({ state }: Annotation, { showResolved }: AnnotationsOptions): boolean {
  return showResolved || state === 'open';
}
