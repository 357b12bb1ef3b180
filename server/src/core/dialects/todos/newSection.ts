/** Makes a section for to-dos where there is none yet. */
import type { TextEdit } from '../../model/edit.ts';
import type { NoteText } from './noteText.ts';
import { insertLines } from './putTodos.ts';

/**
 * The edit that puts a section of `lines`, its title first, at the end of section `parent`, -1 for the note's end; but before
 * definitions that stand there, such as the addresses of links.
 */
export function newSection(source: NoteText, parent: number, lines: readonly string[]): TextEdit {
  const { note, count } = source;
  const sectionEnd = note.headings[parent]?.sectionEnd ?? source.text.length;
  const end = sectionEnd >= source.text.length ? count : source.lineAt(sectionEnd);
  const at = behindText(source, end);
  const hasTextBehind = at < count && !isBlankFrom(source, at);
  const isBlankBehind = at >= count || source.isBlank(at);
  const before = at === 0 || source.isBlank(at - 1) ? [] : [''];
  return insertLines(source, at, [...before, ...lines, ...(hasTextBehind && !isBlankBehind ? [''] : [])]);
}

/** Up from `end` over blank lines and definitions. */
function behindText(source: NoteText, end: number): number {
  const defined = definitionLines(source);
  let line = end;
  while (line > 0 && (source.isBlank(line - 1) || defined.has(line - 1))) {
    line--;
  }
  return line;
}

/** Lines that do nothing but define a name. */
function definitionLines(source: NoteText): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { kind, span } of source.note.anchors) {
    const first = source.lineAt(span.start);
    const startsLine = source.text.slice(source.startOf(first), span.start).trim() === '';
    if (startsLine && kind !== 'inline' && kind !== 'embedded' && kind !== 'name-option') {
      for (let line = first; line <= source.lineAt(Math.max(span.start, span.end - 1)); line++) {
        lines.add(line);
      }
    }
  }
  return lines;
}

function isBlankFrom(source: NoteText, from: number): boolean {
  for (let line = from; line < source.count; line++) {
    if (!source.isBlank(line)) {
      return false;
    }
  }
  return true;
}
