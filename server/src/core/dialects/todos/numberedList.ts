/** Lists that count: 1., 2., 3. They go on counting when an item comes or goes, since a gap would part them in two. */
import type { TextEdit } from '../../model/edit.ts';
import type { NoteText } from './noteText.ts';

interface NumberedItem {
  readonly ordinal: number;
  /** Where the digits start in the line. */
  readonly at: number;
  readonly digits: string;
  /** What tells the list from another: indentation and punctuation. */
  readonly style: string;
}

interface LineRange {
  readonly from: number;
  readonly to: number;
}

function numberedItem(source: NoteText, line: number): NumberedItem | undefined {
  const [, before = '', digits = '', behind] = /^(\s*\(?)(\d{1,6})([.)])(?:\s|$)/.exec(source.line(line)) ?? [];
  return behind === undefined
    ? undefined
    : { ordinal: Number(digits), at: before.length, digits, style: before + behind };
}

/** The items of the list from `line` on that count up from there, by their lines. */
function itemsFrom(source: NoteText, line: number): readonly (NumberedItem & { readonly line: number })[] {
  const items: (NumberedItem & { readonly line: number })[] = [];
  const first = numberedItem(source, line);
  const column = source.indent(line);
  for (let at = line; first !== undefined && at < source.count; at++) {
    const indent = source.indent(at);
    if (indent < 0 || (indent > column && at > line)) {
      continue;
    }
    const item = numberedItem(source, at);
    if (item?.style !== first.style || item.ordinal !== first.ordinal + items.length) {
      break;
    }
    items.push({ ...item, line: at });
  }
  return items;
}

/** The last item of the counting list whose item starts at `line`: its own line and number; `undefined` for other lists. */
export function lastNumbered(
  source: NoteText,
  line: number,
): { readonly line: number; readonly ordinal: number } | undefined {
  return itemsFrom(source, line).at(-1);
}

/** Edits that close the gaps which `taken` items leave; a number that gets shorter keeps its width. */
export function renumbered(source: NoteText, taken: readonly LineRange[]): readonly TextEdit[] {
  const edits = new Map<number, TextEdit>();
  const isTaken = (line: number) => taken.some(({ from, to }) => line >= from && line < to);
  const seen = new Set<number>();
  for (const { from } of taken) {
    const items = itemsFrom(source, from);
    let next = items[0]?.ordinal ?? 0;
    for (const { line, ordinal, at, digits } of seen.has(from) ? [] : items) {
      seen.add(line);
      if (!isTaken(line)) {
        const start = source.startOf(line) + at;
        const end = start + digits.length + 1;
        const mark = source.text.charAt(end - 1);
        const number = String(next++);
        if (number !== String(ordinal)) {
          const text = number + mark + ' '.repeat(Math.max(0, digits.length - number.length));
          edits.set(line, { span: { start, end }, text });
        }
      }
    }
  }
  return [...edits.values()];
}
