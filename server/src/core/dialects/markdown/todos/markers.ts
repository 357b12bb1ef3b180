/** `TODO:` and `FIXME:` in text and comments. */
import type { NoteCollector } from '../../noteCollector.ts';
import { partOf, spanIn, type TextRun } from '../../textRun.ts';
import { findMarkers, type Marker } from '../../todoMarkers.ts';

/**
 * Takes note of the markers in `run`, but not of those in `opaque`: bounds of code, addresses and HTML, one after the
 * other.
 */
export function readRunMarkers(
  run: TextRun,
  opaque: readonly number[],
  note: NoteCollector,
  plain: (run: TextRun) => string,
): void {
  let next = 0;
  for (const marker of findMarkers(run.text, run.from, run.to)) {
    while (next < opaque.length && opaque[next + 1]! <= marker.from) {
      next += 2;
    }
    const isOpaque = next < opaque.length && opaque[next]! <= marker.from;
    const isEscaped = marker.from > run.from && run.text.charCodeAt(marker.from - 1) === 92;
    if (!isOpaque && !isEscaped) {
      const lineEnd = withoutDestination(run.text, marker, opaque[next]);
      addMarker(run, { ...marker, lineEnd }, note, plain);
    }
  }
}

/** The same in the text of a comment. */
export function readCommentMarkers(run: TextRun, note: NoteCollector): void {
  for (const marker of findMarkers(run.text, run.from, run.to)) {
    addMarker(run, marker, note, ({ text, from, to }) => text.slice(from, to).trim());
  }
}

/** The text of a marker in a link's text ends with that: at `border`, where the link's destination starts. */
function withoutDestination(text: string, { behind, lineEnd }: Marker, border = lineEnd): number {
  const isInLink = border < lineEnd && text.charCodeAt(border) === 93 && !text.slice(behind, border).includes('[');
  return isInLink ? border : lineEnd;
}

function addMarker(
  run: TextRun,
  { from, to, behind, lineEnd, state }: Marker,
  note: NoteCollector,
  plain: (run: TextRun) => string,
): void {
  const markerSpan = spanIn(run, from, to);
  if (!note.isInTodo(markerSpan.start)) {
    const text = plain(partOf(run, behind, lineEnd));
    const span = { start: markerSpan.start, end: spanIn(run, from, lineEnd).end };
    note.addTodo({ kind: 'marker', state, text, span, markerSpan, parent: -1 });
  }
}
