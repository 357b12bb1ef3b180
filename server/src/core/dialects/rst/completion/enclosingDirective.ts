/** The directive whose block a line belongs to, found by indentation alone: the line itself is not finished yet. */
import { lineStart } from '../../completion/cursorLine.ts';

export interface EnclosingDirective {
  readonly name: string;
  /** All lines between are options: another one may follow. */
  readonly takesOptions: boolean;
}

/** Longer blocks are not looked through. */
const MOST_LINES = 500;

const DIRECTIVE = /^[ \t]*\.\.[ \t]+(?:\|[^|]*\|[ \t]+)?([\w:.+-]+?)[ \t]?::(?:[ \t]|$)/;
const OPTION = /^[ \t]+:[\w-]+:(?:[ \t]|$)/;

/** The directive around the line that starts at `start` and is indented by `indent` characters. */
export function enclosingDirective(text: string, start: number, indent: number): EnclosingDirective | undefined {
  let takesOptions = true;
  let end = start - 1;
  for (let count = 0; count < MOST_LINES && end >= 0 && indent > 0; count++) {
    const from = lineStart(text, end);
    const line = text.slice(from, end).trimEnd();
    const isOuter = line !== '' && line.search(/\S/) < indent;
    if (isOuter) {
      const name = DIRECTIVE.exec(line)?.[1];
      return name === undefined ? undefined : { name: name.toLowerCase(), takesOptions };
    }
    takesOptions &&= OPTION.test(line);
    end = from - 1;
  }
  return undefined;
}
