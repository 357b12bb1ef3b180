/** What starts with `<`: autolinks, comments, tags and other raw HTML. Source: CommonMark, "Autolinks", "Raw HTML". */
import type { TextRun } from '../../textRun.ts';
import { characterTable, isAlpha, isAlphanumeric, isAsciiControl } from '../characters.ts';
import { tagEnd } from '../htmlTag.ts';

const GREATER = 62;
const LESS = 60;
const AT = 64;
const LONGEST_SCHEME = 32;
const LONGEST_HOST_PART = 63;
const mailCharacters = characterTable(
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+/=?^_`{|}~-",
);

export type AngleKind = 'url' | 'mail' | 'tag' | 'comment' | 'other';

export interface Angle {
  readonly kind: AngleKind;
  readonly end: number;
}

/** Finds constructs in one run after the other; remembers which closing marks there are no more of. */
export class AngleReader {
  #text = '';
  #to = 0;
  readonly #absent = new Set<string>();

  /** Another run begins. */
  reset({ text, to }: TextRun): void {
    this.#text = text;
    this.#to = to;
    if (this.#absent.size > 0) {
      this.#absent.clear();
    }
  }

  /** The construct that starts with the `<` at `at`, if there is one. */
  read(at: number): Angle | undefined {
    const code = at + 1 < this.#to ? this.#text.charCodeAt(at + 1) : 0;
    if (code === 33) {
      return this.#bang(at);
    }
    if (code === 63) {
      return found('other', this.#closed('?>', at + 2));
    }
    const url = isAlpha(code) ? urlEnd(this.#text, at + 1, this.#to) : -1;
    if (url >= 0) {
      return { kind: 'url', end: url };
    }
    const mail = code < 128 && mailCharacters[code] === 1 ? mailEnd(this.#text, at + 1, this.#to) : -1;
    if (mail >= 0) {
      return { kind: 'mail', end: mail };
    }
    return found('tag', tagEnd(this.#text, at, this.#to));
  }

  #bang(at: number): Angle | undefined {
    const text = this.#text;
    if (text.startsWith('--', at + 2)) {
      const short = text.startsWith('>', at + 4) ? at + 5 : text.startsWith('->', at + 4) ? at + 6 : -1;
      return found('comment', short >= 0 && short <= this.#to ? short : this.#closed('-->', at + 4));
    }
    if (text.startsWith('[CDATA[', at + 2)) {
      return found('other', this.#closed(']]>', at + 9));
    }
    return isAlpha(text.charCodeAt(at + 2)) ? found('other', this.#closed('>', at + 3)) : undefined;
  }

  /** Behind the next `mark`; -1 where there is none in the run. */
  #closed(mark: string, from: number): number {
    if (this.#absent.has(mark)) {
      return -1;
    }
    const at = this.#text.indexOf(mark, from);
    if (at < 0 || at + mark.length > this.#to) {
      this.#absent.add(mark);
      return -1;
    }
    return at + mark.length;
  }
}

function found(kind: AngleKind, end: number): Angle | undefined {
  return end < 0 ? undefined : { kind, end };
}

function urlEnd(text: string, from: number, to: number): number {
  let at = from + 1;
  const limit = Math.min(to, from + LONGEST_SCHEME + 1);
  while (at < limit && isSchemeCharacter(text.charCodeAt(at))) {
    at++;
  }
  if (at - from < 2 || at >= to || text.charCodeAt(at) !== 58) {
    return -1;
  }
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) {
      return at + 1;
    }
    if (code === LESS || code === 32 || isAsciiControl(code)) {
      return -1;
    }
  }
  return -1;
}

function isSchemeCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === 43 || code === 45 || code === 46;
}

function mailEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) < 128 && mailCharacters[text.charCodeAt(at)] === 1) {
    at++;
  }
  if (at >= to || text.charCodeAt(at) !== AT) {
    return -1;
  }
  for (;;) {
    const start = at + 1;
    at = start;
    while (at < to && (isAlphanumeric(text.charCodeAt(at)) || text.charCodeAt(at) === 45)) {
      at++;
    }
    const isPart = at > start && at - start <= LONGEST_HOST_PART && text.charCodeAt(start) !== 45;
    if (!isPart || text.charCodeAt(at - 1) === 45 || at >= to) {
      return -1;
    }
    const code = text.charCodeAt(at);
    if (code !== 46) {
      return code === GREATER ? at + 1 : -1;
    }
  }
}
