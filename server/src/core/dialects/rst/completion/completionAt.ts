/** What someone is about to write in reStructuredText. */
import type { CompletionPlace, CompletionSubject } from '../../../model/completion.ts';
import { type CursorLine, cursorLine, isMarkup, placeAt } from '../../completion/cursorLine.ts';
import { mentionAt } from '../../completion/mentions.ts';
import { uriPath } from '../edits/writeTarget.ts';
import { parseRst } from '../parse.ts';
import { enclosingDirective } from './enclosingDirective.ts';
import { directives, optionsOf, roles } from './knownWords.ts';

/** What may stand before inline markup. */
const LEAD = `(?:^|[\\s'"(\\[{<\\-/:])`;

const ROLE_TEXT = /:([\w.+-]+(?::[\w.+-]+)*):`([^`]*)$/;
const ROLE_NAME = new RegExp(`${LEAD}:([A-Za-z][\\w-]*)$`);
const NAME = new RegExp(`${LEAD}\`([^\`\\s][^\`]*|)$`);
const LABEL = new RegExp(`${LEAD}\\[([#*]?[\\w.-]*)$`);
/** A line that starts with a bar is one of a line block or a table. */
const SUBSTITUTION = /^[ \t]*([^\s|].*[\s'"([{<\-/:]|)\|([^|\s][^|]*|)$/;
const DIRECTIVE_PATH = /^[ \t]*\.\.[ \t]+(?:\|[^|]*\|[ \t]+)?(image|figure|include|literalinclude)[ \t]?::[ \t]+(.*)$/;
const TARGET_PATH = /^[ \t]*\.\.[ \t]+_(?:`[^`]*`|[^:`]*):[ \t]+([./]\S*)$/;
const DIRECTIVE_NAME = /^[ \t]*\.\.[ \t]+([A-Za-z][\w-]*)$/;
const OPTION_NAME = /^([ \t]+):([\w-]*)$/;
const ENTRY = /^([ \t]+)([^\s:].*)$/;
const CHECKBOX = /^\s*(?:[-*+•]|[\w#]+[.)])\s+\[$/;

/** What is about to be written at `offset` of `text`; `undefined` in prose, in literal text and in comments. */
export function completionAt(text: string, offset: number): CompletionPlace | undefined {
  const line = cursorLine(text, offset);
  const inBlock = explicitPlace(line) ?? blockPlace(line);
  if (inBlock !== undefined) {
    return inBlock;
  }
  const found = inlinePlace(line) ?? mentionPlace(line);
  return found !== undefined && isMarkup(parse, line, found.from) ? found.place : undefined;
}

interface Found {
  readonly place: CompletionPlace;
  /** Where the construct starts, or what stands before it. */
  readonly from: number;
}

function parse(text: string) {
  return parseRst(text, { todoSections: [] });
}

/** On a line that starts with `..`. */
function explicitPlace(line: CursorLine): CompletionPlace | undefined {
  const path = DIRECTIVE_PATH.exec(line.before);
  if (path !== null) {
    const images = path[1] === 'image' || path[1] === 'figure';
    const place = placeAt(line, { type: 'path', to: 'file', images }, path[2]!);
    return images ? { ...place, spell: uriPath } : place;
  }
  const value = TARGET_PATH.exec(line.before);
  if (value !== null) {
    return { ...placeAt(line, { type: 'path', to: 'file', images: false }, value[1]!), spell: uriPath };
  }
  const name = DIRECTIVE_NAME.exec(line.before);
  return name === null ? undefined : placeAt(line, { type: 'word', kind: 'directive', words: directives }, name[1]!);
}

/** On a line that belongs to a directive: one of its options, or an entry of a toctree. */
function blockPlace(line: CursorLine): CompletionPlace | undefined {
  const { text, start, before } = line;
  const option = OPTION_NAME.exec(before);
  const entry = option === null ? ENTRY.exec(before) : null;
  const indent = (option ?? entry)?.[1];
  const around = indent === undefined ? undefined : enclosingDirective(text, start, indent.length);
  if (around === undefined) {
    return undefined;
  }
  if (option !== null) {
    const words = around.takesOptions ? optionsOf(around.name) : [];
    return placeAt(line, { type: 'word', kind: 'option', words }, option[2]!);
  }
  const isPath = around.name === 'toctree' && entry !== null;
  return isPath ? titledPlace(line, { type: 'path', to: 'note', images: false }, entry[2]!, '') : undefined;
}

function inlinePlace(line: CursorLine): Found | undefined {
  const { before } = line;
  const role = ROLE_TEXT.exec(before);
  if (role !== null) {
    const subject = subjectOfRole(role[1]!.toLowerCase());
    return subject && found(line, role, titledPlace(line, subject, role[2]!, '`'));
  }
  const name = NAME.exec(before);
  if (name !== null) {
    const isPath = name[1]!.includes('<');
    const subject: CompletionSubject = isPath
      ? { type: 'path', to: 'file', images: false }
      : { type: 'name', spaces: ['target'] };
    const place = titledPlace(line, subject, name[1]!, '`_');
    return found(line, name, isPath ? { ...place, spell: uriPath } : place);
  }
  const label = CHECKBOX.test(before) ? null : LABEL.exec(before);
  if (label !== null) {
    return found(line, label, placeAt(line, { type: 'name', spaces: ['footnote', 'citation'] }, label[1]!, ']_'));
  }
  const substitution = SUBSTITUTION.exec(before);
  if (substitution !== null) {
    const place = placeAt(line, { type: 'name', spaces: ['substitution'] }, substitution[2]!, '|');
    return { place, from: place.span.start - 1 };
  }
  const word = ROLE_NAME.exec(before);
  return word === null
    ? undefined
    : found(line, word, placeAt(line, { type: 'word', kind: 'role', words: roles }, word[1]!));
}

function mentionPlace(line: CursorLine): Found | undefined {
  const place = mentionAt(line);
  return place && { place, from: place.span.start - 1 };
}

function found({ start }: CursorLine, match: RegExpExecArray, place: CompletionPlace): Found {
  return { place, from: start + match.index };
}

/** `title <target` or the target alone. */
function titledPlace(line: CursorLine, subject: CompletionSubject, content: string, close: string): CompletionPlace {
  const angle = content.lastIndexOf('<');
  const target = content.slice(angle + 1);
  return placeAt(line, subject, target, angle < 0 ? close : `>${close}`);
}

function subjectOfRole(role: string): CompletionSubject | undefined {
  switch (role) {
    case 'doc':
      return { type: 'path', to: 'note', images: false };
    case 'download':
      return { type: 'path', to: 'file', images: false };
    case 'ref':
    case 'numref':
      return { type: 'label' };
    default:
      return undefined;
  }
}
