/** Front matter: YAML between `---` at the top of a note, which says what the note is. */
import { parse } from 'yaml';
import type { NoteMeta } from '../../model/note.ts';
import type { LineIndex } from '../../text/lineIndex.ts';
import { ownString } from '../../text/ownString.ts';
import { listed } from '../listed.ts';

/** More is not read, only passed over. */
const LONGEST = 1 << 16;
const BOM = 0xfeff;

export interface FrontMatter {
  /** Bounds with the lines of marks. */
  readonly start: number;
  readonly end: number;
  /** Bounds of what stands between. */
  readonly from: number;
  readonly to: number;
  /** The first line behind it. */
  readonly behind: number;
}

/** The front matter of `text`, which is closed and starts with a key; `---` can be a break or underline a title, too. */
export function findFrontMatter(text: string, lines: LineIndex): FrontMatter | undefined {
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  const mark = text.slice(start, start + 3);
  if ((mark !== '---' && mark !== '+++') || lineAt(text, lines, 0).slice(start).trimEnd() !== mark) {
    return undefined;
  }
  let isStarted = false;
  for (let line = 1; line < lines.lineCount; line++) {
    const written = lineAt(text, lines, line).trimEnd();
    if (written === mark || (written === '...' && mark === '---')) {
      const to = lines.startOf(line);
      return { start, end: to + 3, from: lines.startOf(1), to, behind: line + 1 };
    }
    if (!isStarted && !COMMENT.test(written)) {
      if (!(SIMPLE_KEY.test(written) || KEY.test(written))) {
        return undefined;
      }
      isStarted = true;
    }
  }
  return undefined;
}

const COMMENT = /^\s*(?:#|$)/;
/** Most keys need no table of all scripts. */
const SIMPLE_KEY = /^[A-Za-z0-9_.-]+:(?:\s|$)/;
const KEY = /^(?:[^\s:=#-][^:=]*[:=](?:\s|$)|[\p{L}\p{N}_.-]+[:=]|[{[])/u;

function lineAt(text: string, lines: LineIndex, line: number): string {
  return text.slice(lines.startOf(line), lines.startOf(line + 1));
}

const fields = {
  title: 'title',
  event: 'event',
  conference: 'event',
  date: 'date',
  speaker: 'speakers',
  speakers: 'speakers',
  presenter: 'speakers',
  presenters: 'speakers',
  tag: 'tags',
  tags: 'tags',
  keywords: 'tags',
  alias: 'aliases',
  aliases: 'aliases',
} as const;

const WANTED = /^(["']?)(title|event|conference|date|speakers?|presenters?|tags?|keywords|alias(?:es)?)\1[ \t]*:/gim;
/** Values that stand for themselves: no YAML has to be read for them. */
const QUOTED = /^(?:"([^"\\\n\r]*)"|'([^'\n\r]*)')$/;
const LIST = /^\[([^[\]\n\r]*[^[\]\n\r,\s])\s*\]$/;
const PLAIN = /^[\p{L}\p{N}@][^:#[\]{}&*!|>'"%@`,\n\r]*$/u;

const YAML_LIST = /^\s*(?:\[|-\s)/;

type Field = (typeof fields)[keyof typeof fields];

type Writable = {
  title?: string;
  event?: string;
  date?: string;
  speakers: string[];
  tags: string[];
  aliases: string[];
};

/** What `source`, the text between the marks, says; `undefined` where it has none of the fields that count. */
export function readMeta(source: string): NoteMeta | undefined {
  const meta: Writable = { speakers: [], tags: [], aliases: [] };
  let isFound = false;
  WANTED.lastIndex = source.length > LONGEST ? source.length : 0;
  for (let match = WANTED.exec(source); match !== null; match = WANTED.exec(source)) {
    const from = match.index + match[0].length;
    const written = source.slice(from, valueEnd(source, from));
    const values = valuesOf(written);
    if (values.length > 0) {
      isFound = true;
      setField(meta, fields[match[2]!.toLowerCase() as keyof typeof fields], values, YAML_LIST.test(written));
    }
  }
  return isFound ? meta : undefined;
}

function setField(meta: Writable, field: Field, values: readonly string[], isList: boolean): void {
  if (field === 'title' || field === 'event' || field === 'date') {
    meta[field] ??= values[0]!;
  } else if (field === 'tags') {
    meta.tags.push(
      ...values
        .flatMap((value) => value.split(/[\s,]+/))
        .map(bareTag)
        .filter((tag) => tag !== ''),
    );
  } else if (field === 'speakers' && !isList) {
    meta.speakers.push(...values.flatMap(listed).map(ownString));
  } else {
    meta[field].push(...values);
  }
}

function bareTag(tag: string): string {
  return ownString(tag.replace(/^#/, ''));
}

/** A value goes on over lines that are indented, blank, or items of a list. */
const NEXT = /\r?\n(?=[^\s-]|-(?! ))|\r(?=[^\s\n-]|-(?! ))/g;

function valueEnd(source: string, from: number): number {
  NEXT.lastIndex = from;
  return NEXT.exec(source)?.index ?? source.length;
}

/** The texts that the YAML value `written` is or lists. */
function valuesOf(written: string): readonly string[] {
  const value = written.trim();
  const list = LIST.exec(value)?.[1];
  const items = (list === undefined ? [value] : list.split(',')).map((item) => simpleValue(item.trim()));
  return items.includes(undefined)
    ? otherValues(written.replace(LINE_END, '\n'))
    : items.filter((item) => item !== undefined && item !== '' && !isNothing(item)).map((item) => ownString(item!));
}

/** YAML knows no CR alone. */
const LINE_END = /\r\n?/g;
/** What people write for a text although YAML has a meaning for a colon or an `@` in it. */
const MEANT = /^[\p{L}\p{N}@][^\n]*$/u;
const ITEM = /^\s*-[ \t]+(.*)$/;

/** The same for a value that YAML has to be read for; one that is no YAML says what it seems to mean. */
function otherValues(written: string): readonly string[] {
  const read = yamlValue(written);
  return read === undefined ? meantValues(written) : textsOf(read.value);
}

function meantValues(written: string): readonly string[] {
  const value = written.trim();
  if (MEANT.test(value)) {
    return [ownString(value)];
  }
  const items = value.split('\n').map((line) => ITEM.exec(line)?.[1]?.trim());
  return items.every((item) => item !== undefined) ? items.flatMap(meantItem) : [];
}

function meantItem(item: string): readonly string[] {
  const text = simpleValue(item) ?? (MEANT.test(item) ? item : '');
  return text === '' ? [] : [ownString(text)];
}

/** What a value says that is plain or in quotation marks with nothing special in them; `undefined` for any other. */
function simpleValue(written: string): string | undefined {
  const quoted = QUOTED.exec(written);
  return quoted === null ? (PLAIN.test(written) ? written : undefined) : (quoted[1] ?? quoted[2])!.trim();
}

function isNothing(text: string): boolean {
  return text === 'null' || text === 'Null' || text === 'NULL';
}

/** What YAML has for `written`; `undefined` where it is no YAML: somebody else's format, or not finished yet. */
function yamlValue(written: string): { readonly value: unknown } | undefined {
  try {
    const read: unknown = parse(`value:${written}`, { logLevel: 'error', schema: 'failsafe', uniqueKeys: false });
    return { value: typeof read === 'object' && read !== null && 'value' in read ? read.value : undefined };
  } catch {
    return undefined;
  }
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    const text = value.trim();
    return text === '' || text === '~' || isNothing(text) ? [] : [ownString(text)];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => (Array.isArray(item) ? [] : textsOf(item)));
  }
  if (typeof value === 'object' && value !== null && 'name' in value) {
    return textsOf(value.name);
  }
  return [];
}
