/**
 * The inline pass: goes over a run of text once and tells a sink what it finds. Source: CommonMark, "Appendix: A parsing
 * strategy", phase 2.
 */

import type { TextRun } from '../../textRun.ts';
import { runEnd } from '../blocks/lineShapes.ts';
import { characterTable, isAsciiPunctuation } from '../characters.ts';
import { AddressReader } from './addresses.ts';
import { AngleReader } from './angle.ts';
import { BracketReader } from './brackets.ts';
import { CodeSpans } from './codeSpans.ts';
import type { Definitions, InlineSink } from './inlineSink.ts';
import { mathEnd } from './math.ts';

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

export class InlineScanner {
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  readonly #sink: InlineSink;
  readonly #code = new CodeSpans();
  readonly #angle: AngleReader;
  readonly #addresses: AddressReader;
  readonly #brackets: BracketReader;
  /** The last character that a backslash took the meaning from. */
  #escaped = -1;

  constructor(run: TextRun, sink: InlineSink, definitions: Definitions) {
    this.#text = run.text;
    this.#from = run.from;
    this.#to = run.to;
    this.#sink = sink;
    this.#angle = new AngleReader(run.text, run.to);
    this.#addresses = new AddressReader(run, sink);
    this.#brackets = new BracketReader(run, sink, definitions, this.#addresses);
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
    this.#addresses.finish();
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
