/**
 * Inline markup, left to right: the first start-string that is recognised wins, and what stands between two constructs
 * is searched for URIs. Source: reStructuredText specification, "Inline Markup"; docutils' `Inliner`.
 */
import { allowsEnd, allowsStart, arePaired, isWhite } from '../characters.ts';
import { isEscaped } from '../escapes.ts';
import { labelKind } from '../explicit/footnote.ts';
import { simpleNameEnd } from '../names.ts';
import { type BackquoteEnd, findBackquoteEnd, findEnd } from './endStrings.ts';
import { isInteresting } from './findMarkup.ts';
import type { InlineSink } from './inlineSink.ts';
import { findSimpleReference, roleBefore } from './names.ts';
import { findUri } from './standaloneUri.ts';

const ASTERISK = 42;
const BACKQUOTE = 96;
const UNDERSCORE = 95;
const BAR = 124;
const BRACKET = 91;
const SPACE = 32;

/**
 * Reads `text` between `from` and `to`, and gives what it finds to `sink`, with offsets into `text`. No markup stands
 * before `first`; see `findMarkup`.
 */
export function scanInline(text: string, from: number, to: number, sink: InlineSink, first = from): void {
  new InlineScanner(text, from, to, sink).run(first);
}

class InlineScanner {
  readonly #text: string;
  readonly #to: number;
  readonly #sink: InlineSink;
  /** What stands before is read; a start-string here needs nothing before it. */
  #base: number;
  /** Where the text that no construct has claimed yet starts. */
  #plainFrom: number;
  /** Where the first colon or at sign of that text stands, before which there is no URI; -1 without one. */
  #uriSign = -1;
  /** End-strings that were looked for in vain, so that no run is searched twice. Most runs have none. */
  #missing: Set<string> | undefined;

  constructor(text: string, from: number, to: number, sink: InlineSink) {
    this.#text = text;
    this.#to = to;
    this.#sink = sink;
    this.#base = from;
    this.#plainFrom = from;
  }

  /** `from`: where the first character stands that can be markup. */
  run(from: number): void {
    let at = from;
    while (at < this.#to) {
      const code = this.#text.charCodeAt(at);
      at = isInteresting(code) ? this.#tryAt(at, code) : at + 1;
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
        if (this.#uriSign < 0) {
          this.#uriSign = at;
        }
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
    const text = this.#text;
    if (start === this.#base) {
      return false;
    }
    if (behind >= this.#to) {
      return true;
    }
    // Most start-strings stand behind a space, which is no opener.
    return text.charCodeAt(start - 1) !== SPACE && arePaired(text[start - 1]!, text[behind]!);
  }

  /** The text before `at` is complete. */
  #flush(at: number): void {
    if (this.#uriSign >= 0) {
      this.#plain(this.#plainFrom, at, this.#uriSign);
      this.#uriSign = -1;
    } else if (at > this.#plainFrom) {
      this.#sink.text(this.#plainFrom, at);
    }
  }

  #plain(from: number, to: number, sign: number): void {
    let at = from;
    for (let uri = findUri(this.#text, at, to, sign); uri !== undefined; uri = findUri(this.#text, at, to)) {
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

  #resume(at: number): number {
    this.#plainFrom = at;
    this.#base = at;
    return at;
  }

  /** A start-string without end-string: docutils reports it and reads on behind. */
  #unclosed(start: number, behind: number): void {
    this.#flush(start);
    this.#sink.text(start, behind);
    this.#resume(behind);
  }

  /**
   * Offset of the end-string `close` for the start-string from `start` to `behind`, the text before which is then
   * complete; -1 where the start-string is only text, and `#base` says where to go on.
   */
  #closeOf(start: number, behind: number, close: string): number {
    if (this.#isQuoted(start, behind)) {
      this.#base = behind;
      return -1;
    }
    const end = this.#missing?.has(close) ? -1 : findEnd(this.#text, behind, this.#to, close);
    if (end < 0) {
      this.#addMissing(close);
    }
    if (end <= behind) {
      this.#unclosed(start, behind);
      return -1;
    }
    this.#flush(start);
    return end;
  }

  #addMissing(close: string): void {
    this.#missing ??= new Set();
    this.#missing.add(close);
  }

  #asterisk(at: number): number {
    const length = this.#text.charCodeAt(at + 1) === ASTERISK && at + 1 < this.#to ? 2 : 1;
    if (!this.#startsAt(at, length)) {
      return at + length;
    }
    const end = this.#closeOf(at, at + length, length === 2 ? '**' : '*');
    if (end < 0) {
      return this.#base;
    }
    this.#sink.styled(at + length, end);
    return this.#resume(end + length);
  }

  #bar(at: number): number {
    if (!this.#startsAt(at, 1) || this.#text.charCodeAt(at + 1) === BAR) {
      return at + 1;
    }
    const close = this.#closeOf(at, at + 1, '|');
    if (close < 0) {
      return this.#base;
    }
    let end = close + 1;
    while (end < close + 3 && end < this.#to && this.#text.charCodeAt(end) === UNDERSCORE) {
      end++;
    }
    this.#sink.substitution(at, end, at + 1, close);
    return this.#resume(end);
  }

  #backquote(at: number): number {
    const isLiteral = at + 1 < this.#to && this.#text.charCodeAt(at + 1) === BACKQUOTE;
    if (isLiteral) {
      return this.#literal(at);
    }
    const role = roleBefore(this.#text, this.#base, at);
    const start = role < 0 ? at : role;
    if (isEscaped(this.#text, at, this.#base) || (role < 0 && !this.#startsAt(at, 1))) {
      return at + 1;
    }
    if (at + 1 < this.#to && isWhite(this.#text.charCodeAt(at + 1))) {
      return at + 1;
    }
    if (role < 0 && this.#isQuoted(at, at + 1)) {
      this.#base = at + 1;
      return at + 1;
    }
    return this.#interpreted(start, at);
  }

  #literal(at: number): number {
    if (!this.#startsAt(at, 2)) {
      return at + 1;
    }
    const end = this.#closeOf(at, at + 2, '``');
    if (end < 0) {
      return this.#base;
    }
    this.#sink.literal(at + 2, end);
    return this.#resume(end + 2);
  }

  /** Interpreted text or a phrase reference, whose role or backquote starts at `start`. */
  #interpreted(start: number, quote: number): number {
    const from = quote + 1;
    // Another key than that of inline targets, whose backquote may have less behind it.
    const found = this.#missing?.has('`_') ? undefined : findBackquoteEnd(this.#text, from, this.#to);
    if (found === undefined) {
      this.#addMissing('`_');
    }
    if (found === undefined || found.close === from) {
      this.#unclosed(quote, from);
      return from;
    }
    this.#flush(start);
    this.#useInterpreted(start, quote, found);
    return this.#resume(found.end);
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
      return this.#inlineTarget(at);
    }
    return this.#simpleReference(at) ?? at + 1;
  }

  #inlineTarget(at: number): number {
    const end = this.#closeOf(at, at + 2, '`');
    if (end < 0) {
      return this.#base;
    }
    this.#sink.inlineTarget(at, end + 1, at + 2, end);
    return this.#resume(end + 1);
  }

  /** `name_` or `name__`, whose first underscore stands at `at`. */
  #simpleReference(at: number): number | undefined {
    const found = findSimpleReference(this.#text, this.#base, at, this.#to);
    if (found === undefined) {
      return undefined;
    }
    const { start, end } = found;
    this.#flush(start);
    this.#sink.simpleReference(start, end, start, at, end === at + 2);
    return this.#resume(end);
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
    this.#flush(at);
    this.#sink.labelReference(at, close + 2, at + 1, close, kind === 'citation');
    return this.#resume(close + 2);
  }
}

function labelEnd(text: string, from: number, to: number): number {
  const code = text.charCodeAt(from);
  if (code === ASTERISK) {
    return from + 1;
  }
  return simpleNameEnd(text, code === 35 ? from + 1 : from, to);
}
