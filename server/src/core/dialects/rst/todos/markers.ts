/** `TODO:` and `FIXME:` in text and comments, and what they become when they are done. */
import type { TodoState } from '../../../model/todo.ts';
import { ownString } from '../../../text/ownString.ts';
import { isEscaped } from '../escapes.ts';
import { type InlineText, spanIn } from '../inline/inlineText.ts';
import { scanInline } from '../inline/markup.ts';
import { PlainSink } from '../inline/plainSink.ts';
import type { Lines } from '../lines.ts';
import type { NoteBuilder } from '../noteBuilder.ts';

/** An open marker, and the word that checking makes of it. */
export const markerWords: readonly { readonly open: string; readonly done: string }[] = [
  { open: 'TODO', done: 'DONE' },
  { open: 'FIXME', done: 'FIXED' },
];

/** A whole word with a colon or an owner and a colon behind, or the first of several words on its line. */
const MARKER = /(?<![\p{L}\p{N}_-])(TODO|FIXME|DONE|FIXED)(?:(\([^()\n]*\))?:(?!:)|(?=[ \t]+\S))/uy;

/** What the words start with. Markers are tried there only: a search on its own would run to the end of the note. */
const INITIALS = 'TFD';

/** Whether `text` can hold markers at all. */
export function hasMarkers(text: string): boolean {
  return markerWords.some(({ open, done }) => text.includes(open) || text.includes(done));
}

/** Takes note of the markers in the piece of `run` between `from` and `to`. */
export function readMarkers(run: InlineText, from: number, to: number, note: NoteBuilder): void {
  for (let at = from; at < to; at++) {
    if (!INITIALS.includes(run.text[at]!)) {
      continue;
    }
    MARKER.lastIndex = at;
    const match = MARKER.exec(run.text);
    if (match === null) {
      continue;
    }
    const hasColon = match[0].endsWith(':');
    if ((hasColon || startsLine(run, at)) && !isEscaped(run.text, at, run.from)) {
      addMarker(run, at, match[1]!, at + match[0].length, note);
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

function startsLine(run: InlineText, at: number): boolean {
  return at === run.from || run.text.charCodeAt(at - 1) === 10;
}

function addMarker(run: InlineText, at: number, word: string, behind: number, note: NoteBuilder): void {
  const markerSpan = spanIn(run, at, at + word.length);
  if (note.isInTodo(markerSpan.start)) {
    return;
  }
  const lineBreak = run.text.indexOf('\n', behind);
  const end = lineBreak < 0 || lineBreak > run.to ? run.to : lineBreak;
  note.addTodo({
    kind: 'marker',
    state: stateOf(word),
    text: ownString(plainText(run.text, behind, end)),
    span: { start: markerSpan.start, end: spanIn(run, at, end).end },
    markerSpan,
    parent: -1,
  });
}

function plainText(text: string, from: number, to: number): string {
  const sink = new PlainSink(text);
  scanInline(text, from, to, sink);
  return sink.plain;
}

function stateOf(word: string): TodoState {
  return markerWords.some(({ open }) => open === word) ? 'open' : 'done';
}
