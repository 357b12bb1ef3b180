/** HTML blocks: how they start, and what ends them. Source: CommonMark, "HTML blocks". */
import { isAlpha, isAlphanumeric, isSpace } from '../characters.ts';
import { tagEnd } from '../htmlTag.ts';
import { trimmedEnd } from './lineShapes.ts';

/** What ends an HTML block: one of these on a line, or a blank line. */
export type HtmlEnd = readonly string[] | 'blank';

export interface HtmlStart {
  readonly end: HtmlEnd;
  /** Only the first tag is HTML: what is in it is a script or so. */
  readonly raw: boolean;
}

const rawEnds = ['</script>', '</pre>', '</style>', '</textarea>'];
const rawNames: ReadonlySet<string> = new Set(['script', 'pre', 'style', 'textarea']);
const blockNames: ReadonlySet<string> = new Set(
  `address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset
  figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem
  nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul`.split(
    /\s+/,
  ),
);
const LONGEST_NAME = 10;

const comment: HtmlStart = { end: ['-->'], raw: false };
const instruction: HtmlStart = { end: ['?>'], raw: true };
const declaration: HtmlStart = { end: ['>'], raw: true };
const cdata: HtmlStart = { end: [']]>'], raw: true };
const script: HtmlStart = { end: rawEnds, raw: true };
const block: HtmlStart = { end: 'blank', raw: false };

/** The HTML block that starts with the `<` at `first` in the line that ends at `end`, if there is one. */
export function htmlStart(text: string, first: number, end: number, interrupts: boolean): HtmlStart | undefined {
  const code = first + 1 < end ? text.charCodeAt(first + 1) : 0;
  if (code === 33) {
    return bangStart(text, first, end);
  }
  if (code === 63) {
    return instruction;
  }
  const isClosing = code === 47;
  const from = isClosing ? first + 2 : first + 1;
  let to = from;
  while (to < end && isAlphanumeric(text.charCodeAt(to))) {
    to++;
  }
  const next = to < end ? text.charCodeAt(to) : 0;
  const isDelimited = to >= end || isSpace(next) || next === 62;
  const name = to - from <= LONGEST_NAME ? text.slice(from, to).toLowerCase() : '';
  if (!isClosing && isDelimited && rawNames.has(name)) {
    return script;
  }
  if (blockNames.has(name) && (isDelimited || (next === 47 && text.charCodeAt(to + 1) === 62 && to + 1 < end))) {
    return block;
  }
  return !interrupts && isTagAlone(text, first, end) && (isClosing || !rawNames.has(name)) ? block : undefined;
}

/** Whether what ends the block stands in the line from `from` to `end`, which is not blank. */
export function endsHtml(text: string, from: number, end: number, wanted: HtmlEnd): boolean {
  if (wanted === 'blank') {
    return false;
  }
  const line = text.slice(from, end);
  return wanted.length === 1 ? line.includes(wanted[0]!) : includesAny(line.toLowerCase(), wanted);
}

function includesAny(line: string, wanted: readonly string[]): boolean {
  return wanted.some((each) => line.includes(each));
}

function bangStart(text: string, first: number, end: number): HtmlStart | undefined {
  if (text.startsWith('--', first + 2) && first + 4 <= end) {
    return comment;
  }
  if (first + 2 < end && isAlpha(text.charCodeAt(first + 2))) {
    return declaration;
  }
  return text.startsWith('[CDATA[', first + 2) ? cdata : undefined;
}

function isTagAlone(text: string, first: number, end: number): boolean {
  const behind = tagEnd(text, first, end);
  return behind >= 0 && trimmedEnd(text, behind, end) === behind;
}
