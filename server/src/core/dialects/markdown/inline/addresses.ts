/** Addresses in text with no marks around them, as they come up while a run is scanned. */
import type { TextRun } from '../../textRun.ts';
import {
  addressEnd,
  isLooseStart,
  isMailCharacter,
  looseAddressEnd,
  mailEnd,
  mailStart,
  mayStartHost,
  schemeStart,
  wwwStart,
} from './bareUrl.ts';
import { emptied } from './emptied.ts';
import type { InlineSink } from './inlineSink.ts';

const AT = 64;
const SLASH = 47;

interface Pending {
  readonly from: number;
  /** Where the host starts; for a mail address its end, negative. */
  readonly host: number;
  readonly prefix: string;
}

export class AddressReader {
  #text = '';
  #from = 0;
  #to = 0;
  readonly #sink: InlineSink;
  /** Addresses that are read by looser rules once it is known that they are no link's text. */
  #pending: Pending[] = [];
  /** Where constructs start that an address does not go on over. */
  #borders: number[] = [];
  /** Behind the last construct: words before this are not text. */
  #textStart = 0;

  constructor(sink: InlineSink) {
    this.#sink = sink;
  }

  /** Another run begins. */
  reset({ text, from, to }: TextRun): void {
    this.#text = text;
    this.#from = from;
    this.#to = to;
    this.#textStart = from;
    this.#pending = emptied(this.#pending);
    this.#borders = emptied(this.#borders);
  }

  /** How many wait. */
  get pending(): number {
    return this.#pending.length;
  }

  /** Those that wait, but for the first `kept`, are a link's text. */
  drop(kept: number): void {
    if (this.#pending.length > kept) {
      this.#pending.length = kept;
    }
  }

  /** A construct that nothing goes on over stands from `at` to `end`. Answers `end`. */
  passed(at: number, end: number): number {
    if (this.#pending.length > 0) {
      this.#borders.push(at);
    }
    this.#textStart = end;
    return end;
  }

  /** Reads the address whose scheme ends with the colon at `at`; answers where to go on. */
  readScheme(at: number, inBrackets: boolean): number {
    const text = this.#text;
    if (at + 3 > this.#to || text.charCodeAt(at + 1) !== SLASH || text.charCodeAt(at + 2) !== SLASH) {
      return at + 1;
    }
    const start = schemeStart(text, at, this.#textStart);
    return start < 0 || !mayStartHost(text, at + 3, this.#to)
      ? at + 1
      : this.#read({ from: start, host: at + 3, prefix: '' }, at + 3, inBrackets);
  }

  /** Reads the address that may start with the `w` at `at`; answers where to go on. */
  readWww(at: number, inBrackets: boolean): number {
    const text = this.#text;
    const isWww =
      at + 4 < this.#to && (text.charCodeAt(at + 1) | 32) === 119 && text.slice(at, at + 4).toLowerCase() === 'www.';
    const start = isWww ? wwwStart(text, at, this.#from) : 'none';
    if (start === 'none' || this.#isMailBefore(at)) {
      return at + 1;
    }
    return this.#read({ from: at, host: at, prefix: 'http://' }, at + 4, inBrackets || start === 'loose');
  }

  /** Reads the mail address whose `@` stands at `at`; answers where to go on. */
  readMail(at: number, inBrackets: boolean): number {
    const start = mailStart(this.#text, at, this.#textStart);
    const end = start < at ? mailEnd(this.#text, at + 1, this.#to) : -1;
    if (end < 0) {
      return at + 1;
    }
    if (inBrackets) {
      this.#pending.push({ from: start, host: -end, prefix: 'mailto:' });
      return at + 1;
    }
    this.#sink.bareUrl(start, end, 'mailto:');
    return this.passed(start, end);
  }

  /** Reads those that waited and turned out to be text. */
  finish(): void {
    if (this.#pending.length === 0) {
      return;
    }
    const borders = this.#borders.sort((a, b) => a - b);
    let border = 0;
    let last = this.#from;
    for (const { from, host, prefix } of this.#pending) {
      while (border < borders.length && borders[border]! <= from) {
        border++;
      }
      const to = borders[border] ?? this.#to;
      const end = host < 0 ? -host : this.#looseEnd(from, host, to);
      if (from >= last && end >= 0 && end <= to) {
        this.#sink.bareUrl(from, end, prefix);
        last = end;
      }
    }
  }

  #looseEnd(from: number, host: number, to: number): number {
    return isLooseStart(this.#text, from, this.#from) ? looseAddressEnd(this.#text, host, to) : -1;
  }

  /** `pending` is read at once, or later by looser rules. */
  #read(pending: Pending, otherwise: number, isLater: boolean): number {
    const end = isLater ? -1 : addressEnd(this.#text, pending.host, this.#to);
    if (end < 0) {
      this.#pending.push(pending);
      return otherwise;
    }
    this.#sink.bareUrl(pending.from, end, pending.prefix);
    return this.passed(pending.from, end);
  }

  /** Whether what looks like a host at `at` stands before the `@` of a mail address. */
  #isMailBefore(at: number): boolean {
    let end = at;
    while (end < this.#to && isMailCharacter(this.#text.charCodeAt(end))) {
      end++;
    }
    return end < this.#to && this.#text.charCodeAt(end) === AT && mailEnd(this.#text, end + 1, this.#to) >= 0;
  }
}
