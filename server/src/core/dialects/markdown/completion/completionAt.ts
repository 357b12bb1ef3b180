/** What someone is about to write in Markdown. */
import type { CompletionPlace } from '../../../model/completion.ts';
import { type CursorLine, cursorLine, isMarkup, placeAt } from '../../completion/cursorLine.ts';
import { mentionAt } from '../../completion/mentions.ts';
import { fileAddress } from '../edits/writePath.ts';
import { parseMarkdown } from '../parse.ts';

const WIKI = /!?\[\[([^\]|#]*)(?:#([^\]|]*))?$/;
const DESTINATION = /(!?)\[[^[\]]*\]\(<?([^\s)#]*)(?:#([^\s)]*))?$/;
const REFERENCE = /\]\[([^\]]*)$/;
const FOOTNOTE = /\[\^([^\]\s]*)$/;
const SHORTCUT = /(?:^|[^\]\w!\\])\[([^\]^[]*)$/;
const DEFINITION = /^ {0,3}\[[^\]]+\]:[ \t]+<?([^\s#]*)(?:#(\S*))?$/;
const ATTRIBUTE = /<\w[^>]*\s(?:href|(src))=["']([^"'#]*)$/;
const CHECKBOX = /^\s*(?:[-*+]|\d+[.)])\s+\[$/;

/** What is about to be written at `offset` of `text`; `undefined` in prose, in code and in comments. */
export function completionAt(text: string, offset: number): CompletionPlace | undefined {
  const line = cursorLine(text, offset);
  const found = linkPlace(line) ?? mentionPlace(line);
  return found !== undefined && isMarkup(parse, line, found.from) ? found.place : undefined;
}

interface Found {
  readonly place: CompletionPlace;
  /** Where the construct starts. */
  readonly from: number;
}

function parse(text: string) {
  return parseMarkdown(text, { todoSections: [] });
}

function linkPlace(line: CursorLine): Found | undefined {
  const { before } = line;
  const wiki = WIKI.exec(before);
  if (wiki !== null) {
    const [, name = '', heading] = wiki;
    return found(line, wiki, wikiPlace(line, name, heading));
  }
  const definition = DEFINITION.exec(before);
  if (definition !== null) {
    return { place: pathPlace(line, definition[1]!, definition[2], false, ''), from: line.start };
  }
  const destination = DESTINATION.exec(before);
  if (destination !== null) {
    return found(line, destination, pathPlace(line, destination[2]!, destination[3], destination[1] === '!', ')'));
  }
  const attribute = ATTRIBUTE.exec(before);
  if (attribute !== null) {
    return found(line, attribute, pathPlace(line, attribute[2]!, undefined, attribute[1] !== undefined, ''));
  }
  return namePlace(line);
}

function namePlace(line: CursorLine): Found | undefined {
  const footnote = FOOTNOTE.exec(line.before);
  if (footnote !== null) {
    return found(line, footnote, placeAt(line, { type: 'name', spaces: ['footnote'] }, footnote[1]!, ']'));
  }
  const name = REFERENCE.exec(line.before) ?? (CHECKBOX.test(line.before) ? null : SHORTCUT.exec(line.before));
  return name === null
    ? undefined
    : found(line, name, placeAt(line, { type: 'name', spaces: ['definition'] }, name[1]!, ']'));
}

function mentionPlace(line: CursorLine): Found | undefined {
  const place = mentionAt(line);
  return place && { place, from: place.span.start - 1 };
}

function wikiPlace(line: CursorLine, name: string, heading: string | undefined): CompletionPlace {
  return heading === undefined
    ? placeAt(line, { type: 'note-name' }, name, ']]')
    : placeAt(line, { type: 'note-heading', name }, heading, ']]');
}

function pathPlace(
  line: CursorLine,
  path: string,
  fragment: string | undefined,
  images: boolean,
  close: string,
): CompletionPlace {
  const place =
    fragment === undefined
      ? placeAt(line, { type: 'path', to: 'file', images }, path, close)
      : placeAt(line, { type: 'fragment', path }, fragment, close);
  return { ...place, spell: fileAddress };
}

function found({ start }: CursorLine, match: RegExpExecArray, place: CompletionPlace): Found {
  return { place, from: start + match.index };
}
