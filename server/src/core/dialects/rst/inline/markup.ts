/**
 * Inline markup, left to right: the first start-string that is recognised wins, and what stands between two constructs
 * is searched for URIs. Source: reStructuredText specification, "Inline Markup"; docutils' `Inliner`.
 */
import { allowsEnd, allowsStart, arePaired, isWhite, isWord } from '../characters.ts';
import { isEscaped } from '../escapes.ts';
import { labelKind } from '../explicit/footnote.ts';
import { simpleNameEnd, simpleNameStart } from '../names.ts';
import { type BackquoteEnd, findBackquoteEnd, findEnd } from './endStrings.ts';
import type { InlineSink } from './inlineSink.ts';
import { findUri } from './standaloneUri.ts';

const ASTERISK = 42;
const BACKQUOTE = 96;
const UNDERSCORE = 95;
const BAR = 124;
const BRACKET = 91;
const COLON = 58;
const AT = 64;

/** Characters without which a run is plain text. */
const interesting = new Uint8Array(128);
for (const code of [ASTERISK, BACKQUOTE, UNDERSCORE, BAR, COLON, AT]) {
  interesting[code] = 1;
}

/** Whether anything between `from` and `to` can be inline markup or a URI. */
export function hasMarkup(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 && interesting[code] === 1) {
      return true;
    }
  }
  return false;
}

/** Reads `text` between `from` and `to`, and gives what it finds to `sink`, with offsets into `text`. */
export function scanInline(text: string, from: number, to: number, sink: InlineSink): void {
  new InlineScanner(text, from, to, sink).run();
}

class InlineScanner {
  readonly #text: string;
  readonly #to: number;
  readonly #sink: InlineSink;
  /** What stands before is read; a start-string here needs nothing before it. */
  #base: number;
  /** Where the text that no construct has claimed yet starts. */
  #plainFrom: number;
  /** End-strings that were looked for in vain, so that no run is searched twice. */
  readonly #missing = new Set<string>();

  constructor(text: string, from: number, to: number, sink: InlineSink) {
    this.#text = text;
    this.#to = to;
    this.#sink = sink;
    this.#base = from;
    this.#plainFrom = from;
  }

  run(): void {
    let at = this.#base;
    while (at < this.#to) {
      const code = this.#text.charCodeAt(at);
      at = code < 128 && (interesting[code] === 1 || code === BRACKET) ? this.#tryAt(at, code) : at + 1;
    }
    this.#flush(this.#to);
  }

  /** Tries the construct that `code` may start; answers where to go on. */
  #tryAt(at: number, code: number): number {
    switch (code) {
      case ASTERISK:
        return this.#asterisk(at);
      case BACKQUOTE:
        return this.#backquote(at);
      case UNDERSCORE:
        return this.#underscore(at);
      case BAR:
        return this.#bar(at);
      case BRACKET:
        return this.#bracket(at);
      default:
        return at + 1;
    }
  }

  #startsAt(at: number, length: number): boolean {
    const behind = at + length;
    return (
      (at === this.#base || allowsStart(this.#text.charCodeAt(at - 1))) &&
      !(behind < this.#to && isWhite(this.#text.charCodeAt(behind)))
    );
  }

  #endsAt(at: number): boolean {
    return at >= this.#to || allowsEnd(this.#text.charCodeAt(at));
  }

  /** Rule 5: a start-string in matching quotes or brackets, or at the very end, is text. */
  #isQuoted(start: number, behind: number): boolean {
    if (start === this.#base) {
      return false;
    }
    return behind >= this.#to || arePaired(this.#text[start - 1]!, this.#text[behind]!);
  }

  /** The text before `at` is complete. */
  #flush(at: number): void {
    if (at > this.#plainFrom) {
      this.#plain(this.#plainFrom, at);
    }
  }

  #plain(from: number, to: number): void {
    let at = from;
    for (let uri = findUri(this.#text, at, to); uri !== undefined; uri = findUri(this.#text, at, to)) {
      if (uri.start > at) {
        this.#sink.text(at, uri.start);
      }
      this.#sink.url(uri.start, uri.end, uri.isMail);
      at = uri.end;
    }
    if (at < to) {
      this.#sink.text(at, to);
    }
  }

  /** Reads the construct from `start` to `end`, or to where `read` says. */
  #construct(start: number, end: number, read: () => number | void): number {
    this.#flush(start);
    return this.#resume(read() ?? end);
  }

  #resume(at: number): number {
    this.#plainFrom = at;
    this.#base = at;
    return at;
  }

  /** A start-string that is only text; markup may start right behind it. */
  #skip(behind: number): number {
    this.#base = behind;
    return behind;
  }

  /** A start-string without end-string: docutils reports it and reads on behind. */
  #unclosed(start: number, behind: number): number {
    return this.#construct(start, behind, () => this.#sink.text(start, behind));
  }

  /** Reads up to the end-string `close`; `use` gets the bounds of what stands between. */
  #enclosed(
    start: number,
    behind: number,
    close: string,
    use: (from: number, to: number, end: number) => number | void,
  ): number {
    if (this.#isQuoted(start, behind)) {
      return this.#skip(behind);
    }
    const end = this.#missing.has(close) ? -1 : findEnd(this.#text, behind, this.#to, close);
    if (end < 0) {
      this.#missing.add(close);
    }
    return end <= behind
      ? this.#unclosed(start, behind)
      : this.#construct(start, end + close.length, () => use(behind, end, end + close.length));
  }

  #asterisk(at: number): number {
    const length = this.#text.charCodeAt(at + 1) === ASTERISK && at + 1 < this.#to ? 2 : 1;
    if (!this.#startsAt(at, length)) {
      return at + length;
    }
    return this.#enclosed(at, at + length, length === 2 ? '**' : '*', (from, to) => this.#sink.styled(from, to));
  }

  #bar(at: number): number {
    if (!this.#startsAt(at, 1) || this.#text.charCodeAt(at + 1) === BAR) {
      return at + 1;
    }
    return this.#enclosed(at, at + 1, '|', (from, to, end) => {
      let behind = end;
      while (behind < end + 2 && behind < this.#to && this.#text.charCodeAt(behind) === UNDERSCORE) {
        behind++;
      }
      this.#sink.substitution(at, behind, from, to);
      return behind;
    });
  }

  #backquote(at: number): number {
    const isLiteral = at + 1 < this.#to && this.#text.charCodeAt(at + 1) === BACKQUOTE;
    if (isLiteral) {
      return this.#startsAt(at, 2)
        ? this.#enclosed(at, at + 2, '``', (from, to) => this.#sink.literal(from, to))
        : at + 1;
    }
    const role = this.#roleBefore(at);
    const start = role < 0 ? at : role;
    if (isEscaped(this.#text, at, this.#base) || (role < 0 && !this.#startsAt(at, 1))) {
      return at + 1;
    }
    if (at + 1 < this.#to && isWhite(this.#text.charCodeAt(at + 1))) {
      return at + 1;
    }
    if (role < 0 && this.#isQuoted(at, at + 1)) {
      return this.#skip(at + 1);
    }
    return this.#interpreted(start, at);
  }

  /** Offset of the colon that opens the role before the backquote at `at`, or -1. */
  #roleBefore(at: number): number {
    if (this.#text.charCodeAt(at - 1) !== COLON || at - 2 < this.#base) {
      return -1;
    }
    const name = simpleNameStart(this.#text, this.#base, at - 1);
    const open = name - 1;
    const isRole = name < at - 1 && open >= this.#base && this.#text.charCodeAt(open) === COLON;
    return isRole && (open === this.#base || allowsStart(this.#text.charCodeAt(open - 1))) ? open : -1;
  }

  /** Interpreted text or a phrase reference, whose role or backquote starts at `start`. */
  #interpreted(start: number, quote: number): number {
    const from = quote + 1;
    const found = this.#missing.has('`') ? undefined : findBackquoteEnd(this.#text, from, this.#to);
    if (found === undefined) {
      this.#missing.add('`');
    }
    if (found === undefined || found.close === from) {
      return this.#unclosed(quote, from);
    }
    return this.#construct(start, found.end, () => this.#useInterpreted(start, quote, found));
  }

  #useInterpreted(start: number, quote: number, { close, end, suffixRole, underscores }: BackquoteEnd): void {
    const prefixRole = start < quote ? this.#text.slice(start + 1, quote - 1) : undefined;
    const role = prefixRole ?? suffixRole;
    if (underscores > 0 && role === undefined) {
      this.#sink.phraseReference(start, end, quote + 1, close, underscores === 2);
    } else if (underscores > 0 || (prefixRole !== undefined && suffixRole !== undefined)) {
      this.#sink.text(start, end);
    } else {
      this.#sink.interpreted(start, end, quote + 1, close, role);
    }
  }

  #underscore(at: number): number {
    const text = this.#text;
    if (at + 1 < this.#to && text.charCodeAt(at + 1) === BACKQUOTE && this.#startsAt(at, 2)) {
      return this.#enclosed(at, at + 2, '`', (from, to, end) => this.#sink.inlineTarget(at, end, from, to));
    }
    return this.#simpleReference(at) ?? at + 1;
  }

  /** `name_` or `name__`, whose first underscore stands at `at`. */
  #simpleReference(at: number): number | undefined {
    const text = this.#text;
    if (at === this.#base || !isWord(text.charCodeAt(at - 1))) {
      return undefined;
    }
    const isDouble = at + 1 < this.#to && text.charCodeAt(at + 1) === UNDERSCORE;
    const end = isDouble ? at + 2 : at + 1;
    if (!this.#endsAt(end)) {
      return undefined;
    }
    let start = simpleNameStart(text, this.#base, at);
    while (start < at && !(start === this.#base || allowsStart(text.charCodeAt(start - 1)))) {
      start = nextNameStart(text, start, at);
    }
    if (start >= at || isEscaped(text, start, this.#base)) {
      return undefined;
    }
    return this.#construct(start, end, () => this.#sink.simpleReference(start, end, start, at, isDouble));
  }

  #bracket(at: number): number {
    const text = this.#text;
    if (at !== this.#base && !allowsStart(text.charCodeAt(at - 1))) {
      return at + 1;
    }
    const close = labelEnd(text, at + 1, this.#to);
    if (text.charCodeAt(close) !== 93 || text.charCodeAt(close + 1) !== UNDERSCORE || close + 2 > this.#to) {
      return at + 1;
    }
    const kind = labelKind(text.slice(at + 1, close));
    if (kind === undefined || !this.#endsAt(close + 2)) {
      return at + 1;
    }
    return this.#construct(at, close + 2, () =>
      this.#sink.labelReference(at, close + 2, at + 1, close, kind === 'citation'),
    );
  }
}

/** Where a later part of the name that starts at `start` could start: behind its next joiner. */
function nextNameStart(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isWord(text.charCodeAt(at))) {
    at++;
  }
  return at + 1;
}

function labelEnd(text: string, from: number, to: number): number {
  const code = text.charCodeAt(from);
  if (code === ASTERISK) {
    return from + 1;
  }
  return simpleNameEnd(text, code === 35 ? from + 1 : from, to);
}
