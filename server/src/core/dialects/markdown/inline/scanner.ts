/**
 * The inline pass: goes over a run of text once and tells a sink what it finds. Source: CommonMark, "Appendix: A parsing
 * strategy", phase 2.
 */

import type { TextRun } from '../../textRun.ts';
import { runEnd } from '../blocks/lineShapes.ts';
import { isAsciiPunctuation, isLineEnd } from '../characters.ts';
import { AddressReader } from './addresses.ts';
import { AngleReader } from './angle.ts';
import { BracketReader } from './brackets.ts';
import { CodeSpans } from './codeSpans.ts';
import type { Definitions, InlineSink } from './inlineSink.ts';
import { mathEnd } from './math.ts';

const COLON = 58;
const SLASH = 47;
const W = 119;

/** Where the first character from `from` to `to` stands that may be the first of one of `marks`; -1 where there is none. */
function findMark(text: string, from: number, to: number, marks: Uint8Array): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 && marks[code] === 1 && (!isCommon(code) || isAddressStart(code, text.charCodeAt(at + 1)))) {
      return at;
    }
  }
  return -1;
}

/** A character that stands in every other line, and means something before another one only. */
function isCommon(code: number): boolean {
  return code === COLON || (code | 32) === W;
}

function isAddressStart(code: number, next: number): boolean {
  return code === COLON ? next === SLASH : (next | 32) === W;
}

/** Tells one sink of one run after the other. */
export class InlineScanner {
  #text = '';
  #from = 0;
  #to = 0;
  readonly #sink: InlineSink;
  readonly #code = new CodeSpans();
  readonly #angle = new AngleReader();
  readonly #addresses: AddressReader;
  readonly #brackets: BracketReader;
  /** The last character that a backslash took the meaning from. */
  #escaped = -1;

  constructor(sink: InlineSink, definitions: Definitions) {
    this.#sink = sink;
    this.#addresses = new AddressReader(sink);
    this.#brackets = new BracketReader(sink, definitions, this.#addresses);
  }

  /** Whether there is nothing in `run` that the sink would be told of. */
  isPlain({ text, from, to }: TextRun): boolean {
    return findMark(text, from, to, this.#sink.marks) < 0;
  }

  /** Tells the sink of `run`. Answers whether there was anything to tell; if not, the sink knows nothing of the run. */
  scan(run: TextRun): boolean {
    const { text, to } = run;
    const { marks } = this.#sink;
    let at = findMark(text, run.from, to, marks);
    if (at < 0) {
      return false;
    }
    this.#reset(run);
    while (at >= 0) {
      at = findMark(text, this.#read(text.charCodeAt(at), at), to, marks);
    }
    this.#addresses.finish();
    return true;
  }

  #reset(run: TextRun): void {
    this.#text = run.text;
    this.#from = run.from;
    this.#to = run.to;
    this.#escaped = -1;
    this.#code.reset();
    this.#angle.reset(run);
    this.#addresses.reset(run);
    this.#brackets.reset(run);
    this.#sink.start(run);
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
        return this.#brackets.open(at, this.#escaped);
      case 93:
        return this.#brackets.close(at);
      case 58:
        return this.#addresses.readScheme(at, this.#brackets.isOpen);
      case 87:
      case 119:
        return this.#addresses.readWww(at, this.#brackets.isOpen);
      case 64:
        return this.#addresses.readMail(at, this.#brackets.isOpen);
      case 36:
        return this.#readMath(at);
      default:
        return this.#sink.other(at, this.#to);
    }
  }

  #readEscape(at: number): number {
    const next = at + 1 < this.#to ? this.#text.charCodeAt(at + 1) : 0;
    if (isAsciiPunctuation(next) || isLineEnd(next)) {
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
    return this.#addresses.passed(at, behind);
  }

  #readMath(at: number): number {
    const end = mathEnd(this.#text, at, this.#from, this.#to);
    if (end < 0) {
      return at + 1;
    }
    this.#sink.math(at, end);
    return this.#addresses.passed(at, end);
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
    return this.#addresses.passed(at, end);
  }
}
