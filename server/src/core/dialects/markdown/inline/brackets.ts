/**
 * Brackets wait on a stack until it is known whether they are links. Source: CommonMark, "Appendix: A parsing strategy",
 * "look for link or image".
 */

import type { TextRun } from '../../textRun.ts';
import { footnoteLabelEnd } from '../blocks/footnote.ts';
import { isAlphanumeric } from '../characters.ts';
import { labelEnd } from '../destination.ts';
import type { AddressReader } from './addresses.ts';
import { emptied } from './emptied.ts';
import type { Definitions, FoundLink, InlineSink, LinkForm } from './inlineSink.ts';
import { readResource } from './resource.ts';
import { readWikiLink } from './wikiLink.ts';

const BANG = 33;
const OPEN_PARENTHESIS = 40;
const OPEN = 91;
const CLOSE = 93;
const CARET = 94;

interface Bracket {
  /** Of the `[`, or the `!` of an image. */
  readonly from: number;
  readonly textFrom: number;
  readonly isImage: boolean;
  readonly mark: number;
  /** Addresses that waited before it. */
  readonly pending: number;
}

export class BracketReader {
  #text = '';
  #from = 0;
  #to = 0;
  readonly #sink: InlineSink;
  readonly #definitions: Definitions;
  readonly #addresses: AddressReader;
  #brackets: Bracket[] = [];
  /** Below this on the stack, brackets cannot be links, since links do not hold links. */
  #inactive = 0;

  constructor(sink: InlineSink, definitions: Definitions, addresses: AddressReader) {
    this.#sink = sink;
    this.#definitions = definitions;
    this.#addresses = addresses;
  }

  /** Another run begins. */
  reset({ text, from, to }: TextRun): void {
    this.#text = text;
    this.#from = from;
    this.#to = to;
    this.#brackets = emptied(this.#brackets);
    this.#inactive = 0;
  }

  /** Whether any is open. */
  get isOpen(): boolean {
    return this.#brackets.length > 0;
  }

  /** Reads the `[` at `at`; the character at `escaped` means itself. Answers where to go on. */
  open(at: number, escaped: number): number {
    const text = this.#text;
    const isImage = at > this.#from && text.charCodeAt(at - 1) === BANG && escaped !== at - 1;
    const next = at + 1 < this.#to ? text.charCodeAt(at + 1) : 0;
    const end = next === CARET ? this.#footnote(at) : next === OPEN ? this.#wikiLink(at, isImage) : -1;
    if (end >= 0) {
      return end;
    }
    this.#brackets.push({
      from: isImage ? at - 1 : at,
      textFrom: at + 1,
      isImage,
      mark: this.#sink.mark(),
      pending: this.#addresses.pending,
    });
    return at + 1;
  }

  /** Reads the `]` at `at`; answers where to go on. */
  close(at: number): number {
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
    this.#addresses.drop(bracket.pending);
    this.#inactive = bracket.isImage ? this.#inactive : index;
    return this.#addresses.passed(link.from, link.to);
  }

  /** Reads the footnote reference at `at`; answers its end or -1. */
  #footnote(at: number): number {
    const text = this.#text;
    const end = footnoteLabelEnd(text, at, this.#to);
    if (end < 0) {
      return -1;
    }
    const next = end < this.#to ? text.charCodeAt(end) : 0;
    const isDefined = this.#definitions.hasFootnote(text, at + 2, end - 1);
    const isMeant = this.#definitions.usesFootnotes && next !== OPEN_PARENTHESIS && next !== OPEN;
    if (!isDefined && !isMeant) {
      return -1;
    }
    this.#sink.footnote(at, end, at + 2, end - 1, isDefined);
    return this.#addresses.passed(at, end);
  }

  /** Reads the wiki link whose brackets open at `at`; answers its end or -1. */
  #wikiLink(at: number, isEmbed: boolean): number {
    const wiki = readWikiLink(this.#text, at, this.#to, isEmbed);
    if (wiki === undefined || this.#isLinkInBrackets(at, wiki.to)) {
      return -1;
    }
    this.#sink.wikiLink(wiki);
    return this.#addresses.passed(wiki.from, wiki.to);
  }

  /** Whether CommonMark has a link where a wiki link stands: `[[1]](a.md)`, or `[[1]]` where `[1]` is defined. */
  #isLinkInBrackets(at: number, end: number): boolean {
    const text = this.#text;
    const next = end < this.#to ? text.charCodeAt(end) : 0;
    if (this.#definitions.hasDefinition(text, at + 2, end - 2)) {
      return true;
    }
    if (next === OPEN_PARENTHESIS) {
      return readResource(text, end, this.#to) !== undefined;
    }
    const label = next === OPEN ? labelEnd(text, end, this.#to) : -1;
    return label >= 0 && this.#definitions.hasDefinition(text, end + 1, label - 1);
  }

  /** The link that ends with what stands behind the `]` at `at`, if it is one. */
  #linkAt(bracket: Bracket, at: number): FoundLink | undefined {
    const text = this.#text;
    const next = at + 1 < this.#to ? text.charCodeAt(at + 1) : 0;
    if (next === OPEN_PARENTHESIS) {
      const resource = readResource(text, at + 1, this.#to);
      if (resource !== undefined) {
        return found(bracket, at, 'inline', resource.end, resource.from, resource.to);
      }
    }
    if (next === OPEN) {
      return this.#reference(bracket, at);
    }
    return this.#definitions.hasDefinition(text, bracket.textFrom, at)
      ? found(bracket, at, 'shortcut', at + 1, bracket.textFrom, at)
      : undefined;
  }

  /** A full or collapsed reference, whose label starts behind the `]` at `at`. */
  #reference(bracket: Bracket, at: number): FoundLink | undefined {
    const isCollapsed = at + 2 < this.#to && this.#text.charCodeAt(at + 2) === CLOSE;
    const end = isCollapsed ? at + 3 : labelEnd(this.#text, at + 1, this.#to);
    if (end < 0) {
      return undefined;
    }
    const from = isCollapsed ? bracket.textFrom : at + 2;
    const link = found(bracket, at, isCollapsed ? 'collapsed' : 'full', end, from, isCollapsed ? at : end - 1);
    if (this.#definitions.hasDefinition(this.#text, link.targetFrom, link.targetTo)) {
      return link;
    }
    return this.#looksLikeReference(link) ? { ...link, isUndefined: true } : undefined;
  }

  /** Whether a label that nothing defines was meant as one: not a checkbox, an index `a[i][j]`, or a footnote. */
  #looksLikeReference({ from, textFrom, textTo, targetFrom, targetTo }: FoundLink): boolean {
    const text = this.#text;
    const before = from > this.#from ? text.charCodeAt(from - 1) : 32;
    return (
      !isBox(text, textFrom, textTo) &&
      !isBox(text, targetFrom, targetTo) &&
      !isAlphanumeric(before) &&
      before !== CLOSE &&
      text.charCodeAt(targetFrom) !== CARET &&
      labelEnd(text, targetFrom - 1, targetTo + 1) === targetTo + 1 &&
      text.slice(textFrom, textTo).trim() !== ''
    );
  }
}

function isBox(text: string, from: number, to: number): boolean {
  return to === from + 1 && ' xX'.includes(text[from]!);
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
