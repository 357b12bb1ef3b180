/**
 * What annotations are about. A phrase is looked for behind the annotation in its own section, then anywhere in that
 * section, then in the rest of the note: so it is found again after edits around it, and when it was moved.
 */
import type { Annotation } from '../../model/annotation.ts';
import type { Heading } from '../../model/note.ts';
import type { Span } from '../../text/span.ts';
import { PhraseFinder } from './phraseFinder.ts';
import type { UnattachedAnnotation } from './readAnnotation.ts';

/** The annotations, each with what it is about. `annotations` and `headings` are in document order. */
export function attach(
  text: string,
  annotations: readonly UnattachedAnnotation[],
  headings: readonly Heading[],
): readonly Annotation[] {
  const spans = annotations.map(({ span }) => span);
  const finder = new PhraseFinder(text, spans);
  const following = followingLines(text, spans);
  let heading = -1;
  return annotations.map(({ occurrence, ...annotation }, index) => {
    while (heading + 1 < headings.length && headings[heading + 1]!.span.start <= annotation.span.start) {
      heading++;
    }
    const ranges = searchRanges(text, annotation.span, headings[heading], headings[0]);
    const { phrase } = annotation;
    const found = phrase === undefined ? following[index] : finder.find(phrase, occurrence, ranges);
    const target = found ?? (finder.isExhausted ? following[index] : undefined);
    return { ...annotation, heading, ...(target === undefined ? {} : { target }) };
  });
}

function searchRanges(
  text: string,
  { start, end }: Span,
  heading: Heading | undefined,
  first: Heading | undefined,
): readonly Span[] {
  const sectionStart = heading?.span.start ?? 0;
  const sectionEnd = heading?.sectionEnd ?? first?.span.start ?? text.length;
  return [
    { start: end, end: sectionEnd },
    { start: sectionStart, end: start },
    { start: sectionEnd, end: text.length },
    { start: 0, end: sectionStart },
  ];
}

/** For each annotation the first line behind it that is neither blank nor an annotation. */
function followingLines(text: string, annotations: readonly Span[]): readonly (Span | undefined)[] {
  const lines: (Span | undefined)[] = new Array(annotations.length);
  for (let index = annotations.length - 1; index >= 0; index--) {
    let at = annotations[index]!.end;
    while (at < text.length && isWhite(text.charCodeAt(at))) {
      at++;
    }
    lines[index] = annotations[index + 1]?.start === at ? lines[index + 1] : lineFrom(text, at);
  }
  return lines;
}

function lineFrom(text: string, start: number): Span | undefined {
  if (start >= text.length) {
    return undefined;
  }
  let end = start;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) {
    end++;
  }
  while (isWhite(text.charCodeAt(end - 1))) {
    end--;
  }
  return { start, end };
}

function isWhite(code: number): boolean {
  return code === 32 || code === 9 || isLineBreak(code);
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
