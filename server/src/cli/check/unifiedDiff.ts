/** Edits of a text as a diff that `patch` and `git apply` take. */
import type { TextEdit } from '../../core/model/edit.ts';

const CONTEXT = 3;

interface Hunk {
  /** Lines of the text before, half-open. */
  readonly start: number;
  readonly end: number;
  readonly edits: readonly TextEdit[];
}

/** The diff of `edits`, which are in the order of `text`, for the file that is shown as `name`; '' where there are none. */
export function unifiedDiff(name: string, text: string, edits: readonly TextEdit[]): string {
  if (edits.length === 0) {
    return '';
  }
  const lines = text.split(/(?<=\n)/);
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.length;
  }
  const lineOf = (offset: number): number => starts.findLastIndex((start) => start <= offset);
  let shift = 0;
  let result = `--- a/${name}\n+++ b/${name}\n`;
  for (const { start, end, edits: inside } of hunksOf(edits, lineOf)) {
    const before = lines.slice(start, end);
    const after = changed(before.join(''), starts[start]!, inside).split(/(?<=\n)/);
    const [from, to] = [Math.max(0, start - CONTEXT), Math.min(lines.length, end + CONTEXT)];
    const [lead, tail] = [lines.slice(from, start), lines.slice(end, to)];
    const more = lead.length + tail.length;
    result += `@@ -${from + 1},${before.length + more} +${from + 1 + shift},${after.length + more} @@\n`;
    result += [...signed(' ', lead), ...signed('-', before), ...signed('+', after), ...signed(' ', tail)].join('');
    shift += after.length - before.length;
  }
  return result;
}

/** Edits whose surroundings would touch are shown together. */
function hunksOf(edits: readonly TextEdit[], lineOf: (offset: number) => number): readonly Hunk[] {
  const hunks: Hunk[] = [];
  for (const edit of edits) {
    const [start, end] = [lineOf(edit.span.start), lineOf(Math.max(edit.span.start, edit.span.end - 1)) + 1];
    const last = hunks.at(-1);
    if (last !== undefined && start <= last.end + 2 * CONTEXT) {
      hunks[hunks.length - 1] = { start: last.start, end, edits: [...last.edits, edit] };
    } else {
      hunks.push({ start, end, edits: [edit] });
    }
  }
  return hunks;
}

function changed(text: string, offset: number, edits: readonly TextEdit[]): string {
  let after = '';
  let from = 0;
  for (const { span, text: written } of edits) {
    after += text.slice(from, span.start - offset) + written;
    from = span.end - offset;
  }
  return after + text.slice(from);
}

function signed(sign: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`));
}
