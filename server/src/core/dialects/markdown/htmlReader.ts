/** Reads the links and anchors in blocks of HTML, and the to-dos and wishes in comments. */
import { readIgnore } from '../../model/ignore.ts';
import { readAnnotation } from '../annotations/readAnnotation.ts';
import type { NoteCollector } from '../noteCollector.ts';
import { offsetIn, partOf, spanIn, type TextRun } from '../textRun.ts';
import { isWhite } from './characters.ts';
import { htmlFacts } from './htmlFacts.ts';
import { tagEnd } from './htmlTag.ts';
import type { Part } from './part.ts';
import { readCommentMarkers } from './todos/markers.ts';

const OPEN_COMMENT = '<!--';
const CLOSE_COMMENT = '-->';

export class HtmlReader {
  readonly #note: NoteCollector;
  readonly #hasMarkers: boolean;

  constructor(note: NoteCollector, hasMarkers: boolean) {
    this.#note = note;
    this.#hasMarkers = hasMarkers;
  }

  /** Reads a block of HTML. Only a comment may stand between a title and its lead. */
  read({ from, to, raw }: Extract<Part, { type: 'html' }>): void {
    const { text } = this.#note;
    if (!text.startsWith(OPEN_COMMENT, from)) {
      this.#note.takeLead();
    }
    let at = from;
    while (at >= 0 && at < to) {
      const end = text.startsWith(OPEN_COMMENT, at) ? this.#readCommentAt(at, to) : this.#readTagAt(at, to);
      if (raw) {
        return;
      }
      at = nextAngle(text, end, to);
    }
  }

  /** Reads the comment that `run` is. */
  readComment(run: TextRun): void {
    const { text } = run;
    const isClosed = run.to - run.from >= 7 && text.startsWith(CLOSE_COMMENT, run.to - 3);
    let from = run.from + OPEN_COMMENT.length;
    let to = Math.max(from, isClosed ? run.to - 3 : run.to);
    while (from < to && isWhite(text.charCodeAt(from))) {
      from++;
    }
    while (to > from && isWhite(text.charCodeAt(to - 1))) {
      to--;
    }
    const ignore = readIgnore(text.slice(from, to), spanIn(run, run.from, run.to));
    if (ignore !== undefined) {
      this.#note.addIgnore(ignore);
    }
    const start = offsetIn(run, from);
    const annotation = readAnnotation(
      this.#note.text,
      spanIn(run, run.from, run.to),
      start,
      offsetIn(run, to),
      restore,
    );
    if (annotation !== undefined) {
      this.#note.addAnnotation(annotation);
    }
    if (this.#hasMarkers) {
      readCommentMarkers(partOf(run, from, to), this.#note);
    }
  }

  #readCommentAt(at: number, to: number): number {
    const { text } = this.#note;
    const close = text.indexOf(CLOSE_COMMENT, at + 2);
    const end = close < 0 || close + 3 > to ? to : close + 3;
    this.readComment({ text, from: at, to: end });
    return end;
  }

  #readTagAt(at: number, to: number): number {
    const { text } = this.#note;
    const end = tagEnd(text, at, to);
    if (end < 0) {
      return at + 1;
    }
    const span = { start: at, end };
    for (const fact of htmlFacts(text, at, end)) {
      const target = { start: fact.from, end: fact.to };
      if (fact.type === 'anchor') {
        this.#note.addAnchor({ kind: 'id', name: fact.name, span, nameSpan: target });
      } else {
        this.#note.addLink({ kind: fact.kind, span, target: fact.target, targetSpan: target });
      }
    }
    return end;
  }
}

function nextAngle(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) === 60) {
      return at;
    }
  }
  return -1;
}

/** Undoes what keeps an annotation's text from ending its comment; see edits/annotationEdits.ts. */
function restore(text: string): string {
  return text.replace(/(--!?)&(gt|amp);/g, (_, hyphens, name) => `${hyphens}${name === 'gt' ? '>' : '&'}`);
}
