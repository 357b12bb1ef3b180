/** `TODO:` and `FIXME:` in text and comments. */
import { ownString } from '../../../text/ownString.ts';
import { offsetIn, spanIn, type TextRun } from '../../textRun.ts';
import { findMarkers, type Marker } from '../../todoMarkers.ts';
import { isEscaped } from '../escapes.ts';
import { scanInline } from '../inline/markup.ts';
import { PlainSink } from '../inline/plainSink.ts';
import type { Lines } from '../lines.ts';
import type { NoteBuilder } from '../noteBuilder.ts';

/** Takes note of the markers in the piece of `run` between `from` and `to`. */
export function readMarkers(run: TextRun, from: number, to: number, note: NoteBuilder): void {
  // A line of many pieces would be read to its end for each of them.
  if (to <= from || note.isInTodo(offsetIn(run, to - 1))) {
    return;
  }
  for (const marker of findMarkers(run.text, from, to, run.from, run.to)) {
    if (!isEscaped(run.text, marker.from, run.from)) {
      addMarker(run, marker, note);
    }
  }
}

/** The same in the lines of a comment, whose first starts at `content`. */
export function readCommentMarkers(lines: Lines, from: number, to: number, content: number, note: NoteBuilder): void {
  for (let line = from; line < to; line++) {
    if (lines.indent[line]! >= 0) {
      const start = line === from ? Math.max(content, lines.first[line]!) : lines.first[line]!;
      const end = lines.end[line]!;
      readMarkers({ text: lines.text, from: start, to: end }, start, end, note);
    }
  }
}

function addMarker(run: TextRun, { from, to, behind, lineEnd, state }: Marker, note: NoteBuilder): void {
  const markerSpan = spanIn(run, from, to);
  if (note.isInTodo(markerSpan.start)) {
    return;
  }
  note.addTodo({
    kind: 'marker',
    state,
    text: ownString(plainText(run.text, behind, lineEnd)),
    span: { start: markerSpan.start, end: spanIn(run, from, lineEnd).end },
    markerSpan,
    parent: -1,
  });
}

function plainText(text: string, from: number, to: number): string {
  const sink = new PlainSink(text);
  scanInline(text, from, to, sink);
  return sink.plain;
}
