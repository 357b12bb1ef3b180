/**
 * The inline pass: goes over a run of text once and tells a sink what it finds. Brackets wait on a stack until it is
 * known whether they are links. Source: CommonMark, "Appendix: A parsing strategy", phase 2.
 */
import { footnoteLabelEnd } from '../blocks/footnote.ts';
import { runEnd } from '../blocks/lineShapes.ts';
import { characterTable, isAlphanumeric, isAsciiPunctuation } from '../characters.ts';
import { labelEnd, readDestination, skipWhite, titleEnd } from '../destination.ts';
import type { TextRun } from '../textRun.ts';
import { AngleReader } from './angle.ts';
import {
  addressEnd,
  isMailCharacter,
  looseAddressEnd,
  mailEnd,
  mailStart,
  mayStartHost,
  schemeStart,
  wwwStart,
} from './bareUrl.ts';
import { CodeSpans } from './codeSpans.ts';
import type { Definitions, FoundLink, InlineSink, LinkForm } from './inlineSink.ts';
import { mathEnd } from './math.ts';
import { readWikiLink } from './wikiLink.ts';

const special = characterTable('\\`<[]:@wW&*_~$');

/** Where the first character from `from` to `to` stands that may mean something; -1 where there is none. */
export function findSpecial(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 && special[code] === 1) {
      return at;
    }
  }
  return -1;
}

interface Bracket {
  /** Of the `[`, or the `!` of an image. */
  readonly from: number;
  readonly textFrom: number;
  readonly isImage: boolean;
  readonly mark: number;
  /** Addresses that were passed over before it. */
  readonly pending: number;
}

interface Pending {
  readonly from: number;
  readonly host: number;
  readonly prefix: string;
}

export class InlineScanner {
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  readonly #sink: InlineSink;
  readonly #definitions: Definitions;
  readonly #code = new CodeSpans();
  readonly #angle: AngleReader;
  readonly #brackets: Bracket[] = [];
  /** Below this on the stack, brackets cannot be links, since links do not hold links. */
  #inactive = 0;
  /** Addresses that are read by looser rules once it is known that they are no link's text. */
  readonly #pending: Pending[] = [];
  /** Where constructs start that an address does not go on over. */
  readonly #borders: number[] = [];
  /** Behind the last construct: words before this are not text. */
  #textStart: number;
  #escaped = -1;

  constructor(run: TextRun, sink: InlineSink, definitions: Definitions) {
    this.#text = run.text;
    this.#from = run.from;
    this.#to = run.to;
    this.#sink = sink;
    this.#definitions = definitions;
    this.#angle = new AngleReader(run.text, run.to);
    this.#textStart = run.from;
  }

  /** Scans from `first` on, before which nothing is special. */
  scan(first: number): void {
    const text = this.#text;
    const to = this.#to;
    let at = first;
    while (at < to) {
      const code = text.charCodeAt(at);
      at = code < 128 && special[code] === 1 ? this.#read(code, at) : at + 1;
    }
    if (this.#pending.length > 0) {
      this.#readPending();
    }
  }

  /** Reads what the character `code` at `at` starts; answers where to go on. */
  #read(code: number, at: number): number {
    switch (code) {
      case 92:
        return this.#readEscape(at);
      case 96:
        return this.#readCode(at);
      case 60:
        return this.#readAngle(at);
      case 91:
        return this.#open(at);
      case 93:
        return this.#close(at);
      case 58:
        return this.#readScheme(at);
      case 87:
      case 119:
        return this.#readWww(at);
      case 64:
        return this.#readMail(at);
      case 36:
        return this.#readMath(at);
      default:
        return this.#sink.other(at, this.#to);
    }
  }

  #readEscape(at: number): number {
    if (at + 1 < this.#to && isAsciiPunctuation(this.#text.charCodeAt(at + 1))) {
      this.#sink.escape(at);
      this.#escaped = at + 1;
      return at + 2;
    }
    return at + 1;
  }

  #readCode(at: number): number {
    const end = runEnd(this.#text, at, this.#to);
    const close = this.#code.closing(this.#text, end, this.#to, end - at);
    if (close < 0) {
      return end;
    }
    const behind = close + end - at;
    this.#sink.code(at, behind, end, close);
    return this.#behind(at, behind);
  }

  #readMath(at: number): number {
    const end = this.#escaped === at ? -1 : mathEnd(this.#text, at, this.#from, this.#to);
    if (end < 0) {
      return at + 1;
    }
    this.#sink.math(at, end);
    return this.#behind(at, end);
  }

  #readAngle(at: number): number {
    const found = this.#angle.read(at);
    if (found === undefined) {
      return at + 1;
    }
    const { kind, end } = found;
    if (kind === 'url' || kind === 'mail') {
      this.#sink.autolink(at, end, kind === 'mail');
    } else if (kind === 'comment') {
      this.#sink.comment(at, end);
    } else {
      this.#sink.tag(at, end);
    }
    return this.#behind(at, end);
  }

  /** A construct that nothing goes on over stands from `at` to `end`. */
  #behind(at: number, end: number): number {
    if (this.#pending.length > 0) {
      this.#borders.push(at);
    }
    this.#textStart = end;
    return end;
  }

  #open(at: number): number {
    const text = this.#text;
    const isImage = at > this.#from && text.charCodeAt(at - 1) === 33 && this.#escaped !== at - 1;
    const next = at + 1 < this.#to ? text.charCodeAt(at + 1) : 0;
    if (next === 94) {
      const end = footnoteLabelEnd(text, at, this.#to);
      const isDefined = end >= 0 && this.#definitions.hasFootnote(text, at + 2, end - 1);
      if (isDefined || (end >= 0 && this.#looksLikeFootnote(end))) {
        this.#sink.footnote(at, end, at + 2, end - 1, isDefined);
        return this.#behind(at, end);
      }
    }
    if (next === 91) {
      const wiki = readWikiLink(text, at, this.#to, isImage);
      if (wiki !== undefined && !this.#isLinkInBrackets(at, wiki.to)) {
        this.#sink.wikiLink(wiki);
        return this.#behind(wiki.from, wiki.to);
      }
    }
    this.#brackets.push({
      from: isImage ? at - 1 : at,
      textFrom: at + 1,
      isImage,
      mark: this.#sink.mark(),
      pending: this.#pending.length,
    });
    return at + 1;
  }

  /** Whether a footnote that is not defined was meant as one: not a link's text. */
  #looksLikeFootnote(end: number): boolean {
    const next = end < this.#to ? this.#text.charCodeAt(end) : 0;
    return this.#definitions.usesFootnotes && next !== 40 && next !== 91;
  }

  /** Whether CommonMark has a link where a wiki link stands: `[[1]](a.md)`, or `[[1]]` where `[1]` is defined. */
  #isLinkInBrackets(at: number, end: number): boolean {
    const text = this.#text;
    const next = end < this.#to ? text.charCodeAt(end) : 0;
    if (this.#definitions.hasDefinition(text, at + 2, end - 2)) {
      return true;
    }
    if (next === 40) {
      return this.#readResource(end) !== undefined;
    }
    const label = next === 91 ? labelEnd(text, end, this.#to) : -1;
    return label >= 0 && this.#definitions.hasDefinition(text, end + 1, label - 1);
  }

  #close(at: number): number {
    const bracket = this.#brackets.pop();
    if (bracket === undefined) {
      return at + 1;
    }
    const index = this.#brackets.length;
    const isActive = bracket.isImage || index >= this.#inactive;
    const link = isActive ? this.#linkAt(bracket, at) : undefined;
    this.#inactive = Math.min(this.#inactive, index);
    if (link === undefined) {
      return at + 1;
    }
    if (link.isUndefined) {
      this.#sink.link(link, this.#sink.mark());
      return at + 1;
    }
    this.#sink.enclose(bracket.mark, bracket.isImage);
    this.#sink.link(link, bracket.mark);
    this.#pending.length = Math.min(this.#pending.length, bracket.pending);
    if (!bracket.isImage) {
      this.#inactive = index;
    }
    return this.#behind(link.from, link.to);
  }

  /** The link that ends with what stands behind the `]` at `at`, if it is one. */
  #linkAt(bracket: Bracket, at: number): FoundLink | undefined {
    const text = this.#text;
    const next = at + 1 < this.#to ? text.charCodeAt(at + 1) : 0;
    if (next === 40) {
      const resource = this.#readResource(at + 1);
      if (resource !== undefined) {
        return found(bracket, at, 'inline', resource.end, resource.from, resource.to);
      }
    }
    const { textFrom } = bracket;
    if (next === 91) {
      return this.#reference(bracket, at);
    }
    return this.#definitions.hasDefinition(text, textFrom, at)
      ? found(bracket, at, 'shortcut', at + 1, textFrom, at)
      : undefined;
  }

  /** A full or collapsed reference, whose label starts behind the `]` at `at`. */
  #reference(bracket: Bracket, at: number): FoundLink | undefined {
    const text = this.#text;
    const { textFrom } = bracket;
    const isCollapsed = at + 2 < this.#to && text.charCodeAt(at + 2) === 93;
    const end = isCollapsed ? at + 3 : labelEnd(text, at + 1, this.#to);
    const from = isCollapsed ? textFrom : at + 2;
    const to = isCollapsed ? at : end - 1;
    if (end < 0) {
      return undefined;
    }
    const form = isCollapsed ? 'collapsed' : 'full';
    if (this.#definitions.hasDefinition(text, from, to)) {
      return found(bracket, at, form, end, from, to);
    }
    return this.#looksLikeReference(bracket, at, from, to)
      ? { ...found(bracket, at, form, end, from, to), isUndefined: true }
      : undefined;
  }

  /** Whether a label that nothing defines was meant as one: not a checkbox, an index `a[i][j]`, or a footnote. */
  #looksLikeReference({ from, textFrom }: Bracket, textTo: number, labelFrom: number, labelTo: number): boolean {
    const text = this.#text;
    const before = from > this.#from ? text.charCodeAt(from - 1) : 32;
    const isBox = textTo - textFrom === 1 && ' xX'.includes(text[textFrom]!);
    const isBoxLabel = labelTo - labelFrom === 1 && ' xX'.includes(text[labelFrom]!);
    return (
      !isBox &&
      !isBoxLabel &&
      !isAlphanumeric(before) &&
      before !== 93 &&
      text.charCodeAt(labelFrom) !== 94 &&
      labelEnd(text, labelFrom - 1, labelTo + 1) === labelTo + 1 &&
      text.slice(textFrom, textTo).trim() !== ''
    );
  }

  /** `(destination "title")` at `at`. */
  #readResource(at: number): { readonly end: number; readonly from: number; readonly to: number } | undefined {
    const text = this.#text;
    const to = this.#to;
    const start = skipWhite(text, at + 1, to);
    if (start < to && text.charCodeAt(start) === 41) {
      return { end: start + 1, from: start, to: start };
    }
    const destination = readDestination(text, start, to);
    if (destination === undefined) {
      return undefined;
    }
    let end = skipWhite(text, destination.end, to);
    if (end > destination.end) {
      const title = titleEnd(text, end, to);
      end = title < 0 ? end : skipWhite(text, title, to);
    }
    return end < to && text.charCodeAt(end) === 41
      ? { end: end + 1, from: destination.from, to: destination.to }
      : undefined;
  }

  #readScheme(at: number): number {
    const text = this.#text;
    if (at + 3 > this.#to || text.charCodeAt(at + 1) !== 47 || text.charCodeAt(at + 2) !== 47) {
      return at + 1;
    }
    const start = schemeStart(text, at, this.#textStart);
    return start < 0 || !mayStartHost(text, at + 3, this.#to) ? at + 1 : this.#readAddress(start, at + 3, '', at + 3);
  }

  #readWww(at: number): number {
    const text = this.#text;
    const isWww =
      at + 4 < this.#to && (text.charCodeAt(at + 1) | 32) === 119 && text.slice(at, at + 4).toLowerCase() === 'www.';
    const start = isWww ? wwwStart(text, at, this.#from) : 'none';
    if (start === 'none') {
      return at + 1;
    }
    let end = at;
    while (end < this.#to && isMailCharacter(text.charCodeAt(end))) {
      end++;
    }
    if (end < this.#to && text.charCodeAt(end) === 64 && mailEnd(text, end + 1, this.#to) >= 0) {
      return at + 1;
    }
    if (start === 'loose') {
      this.#pending.push({ from: at, host: at, prefix: 'http://' });
      return at + 4;
    }
    return this.#readAddress(at, at, 'http://', at + 4);
  }

  #readAddress(start: number, host: number, prefix: string, otherwise: number): number {
    const end = this.#brackets.length > 0 ? -1 : addressEnd(this.#text, host, this.#to);
    if (end < 0) {
      this.#pending.push({ from: start, host, prefix });
      return otherwise;
    }
    this.#sink.bareUrl(start, end, prefix);
    return this.#behind(start, end);
  }

  #readMail(at: number): number {
    const text = this.#text;
    const start = mailStart(text, at, this.#textStart);
    const end = start < at ? mailEnd(text, at + 1, this.#to) : -1;
    if (end < 0) {
      return at + 1;
    }
    if (this.#brackets.length > 0) {
      this.#pending.push({ from: start, host: -end, prefix: 'mailto:' });
      return at + 1;
    }
    this.#sink.bareUrl(start, end, 'mailto:');
    return this.#behind(start, end);
  }

  /** Addresses in brackets that turned out to be text. */
  #readPending(): void {
    const borders = this.#borders.sort((a, b) => a - b);
    let border = 0;
    let last = this.#from;
    for (const { from, host, prefix } of this.#pending) {
      while (border < borders.length && borders[border]! <= from) {
        border++;
      }
      const to = borders[border] ?? this.#to;
      const end = host < 0 ? -host : looseAddressEnd(this.#text, host, to);
      if (from >= last && end >= 0 && end <= to) {
        this.#sink.bareUrl(from, end, prefix);
        last = end;
      }
    }
  }
}

function found(
  { from, textFrom, isImage }: Bracket,
  textTo: number,
  form: LinkForm,
  to: number,
  targetFrom: number,
  targetTo: number,
): FoundLink {
  return { form, isImage, isUndefined: false, from, to, textFrom, textTo, targetFrom, targetTo };
}
