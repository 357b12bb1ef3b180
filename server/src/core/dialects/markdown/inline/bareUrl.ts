/**
 * Addresses in text with no marks around them. Source: GitHub Flavored Markdown, "Autolinks (extension)"; where that
 * leaves a choice, as micromark has it.
 */
import {
  characterTable,
  isAlpha,
  isAlphanumeric,
  isAsciiControl,
  isPunctuation,
  isUnicodeSpace,
  isWhite,
} from '../characters.ts';

const DOT = 46;
const UNDERSCORE = 95;
const HYPHEN = 45;
const OPEN = 40;
const CLOSE = 41;
const trailing = characterTable('!"\'),*.:;?_~');
const pathMarks = characterTable('!"&\')*,.:;<?]_~');
const beforeWww = characterTable('(*_[]~ \t\n\r');

/** Whether `www.` at `at` may start an address: by GitHub's own rules, by looser ones, or not at all. */
export function wwwStart(text: string, at: number, from: number): 'strict' | 'loose' | 'none' {
  if (at <= from) {
    return 'strict';
  }
  const before = text.charCodeAt(at - 1);
  if (before < 128 && beforeWww[before] === 1) {
    return 'strict';
  }
  return isLooseStart(text, at, from) ? 'loose' : 'none';
}

/** Whether an address that is read by looser rules may start at `at`: not right behind a letter of any script. */
export function isLooseStart(text: string, at: number, from: number): boolean {
  const before = at > from ? text.charCodeAt(at - 1) : 32;
  return isUnicodeSpace(before) || isPunctuation(before);
}

/** Start of the `http` or `https` that ends at `colon`, which no letter stands before; -1 where there is none. */
export function schemeStart(text: string, colon: number, from: number): number {
  for (const length of [4, 5]) {
    const start = colon - length;
    const word = start < from ? '' : text.slice(start, colon).toLowerCase();
    if ((word === 'http' || word === 'https') && (start === from || !isAlpha(text.charCodeAt(start - 1)))) {
      return start;
    }
  }
  return -1;
}

/** End of the address whose host starts at `host`; -1 where there is none. */
export function addressEnd(text: string, host: number, to: number): number {
  const path = hostEnd(text, host, to);
  return path < 0 ? -1 : pathEnd(text, path, to);
}

/** Whether a host may start at `at`, behind `//`. */
export function mayStartHost(text: string, at: number, to: number): boolean {
  const code = at < to ? text.charCodeAt(at) : 0;
  return !(isAsciiControl(code) || isUnicodeSpace(code) || isPunctuation(code));
}

function hostEnd(text: string, from: number, to: number): number {
  let inLast = false;
  let inSecondLast = false;
  let at = from;
  let isFilled = false;
  let noTrailBefore = 0;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT || code === UNDERSCORE) {
      if (at >= noTrailBefore) {
        const behind = trailEnd(text, at, to);
        if (behind < 0) {
          break;
        }
        noTrailBefore = behind;
      }
      if (code === UNDERSCORE) {
        inLast = true;
      } else {
        inSecondLast = inLast;
        inLast = false;
      }
    } else if (isUnicodeSpace(code) || (code !== HYPHEN && isPunctuation(code))) {
      break;
    } else {
      isFilled = true;
    }
  }
  return inLast || inSecondLast || !isFilled ? -1 : at;
}

function pathEnd(text: string, from: number, to: number): number {
  let opened = 0;
  let closed = 0;
  let noTrailBefore = 0;
  let at = from;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN) {
      opened++;
    } else if (code === CLOSE && closed < opened) {
      closed++;
    } else if (code < 128 && pathMarks[code] === 1) {
      if (at >= noTrailBefore) {
        const behind = trailEnd(text, at, to);
        if (behind < 0) {
          break;
        }
        noTrailBefore = behind;
      }
      closed += code === CLOSE ? 1 : 0;
    } else if (isUnicodeSpace(code)) {
      break;
    }
  }
  return at;
}

/**
 * -1 where nothing but punctuation stands from `from` up to white space or `<`: it ends the sentence, not the address.
 * Otherwise where the first thing stands that belongs to the address after all.
 */
function trailEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code < 128 && trailing[code] === 1) {
      at++;
    } else if (code === 38) {
      const end = nameEnd(text, at + 1, to);
      if (end === at + 1 || end >= to || text.charCodeAt(end) !== 59) {
        return Math.max(at, from + 1);
      }
      at = end + 1;
    } else if (code === 93) {
      at++;
      const next = at < to ? text.charCodeAt(at) : 32;
      if (next === OPEN || next === 91 || isUnicodeSpace(next)) {
        return -1;
      }
    } else {
      return code === 60 || isUnicodeSpace(code) ? -1 : Math.max(at, from + 1);
    }
  }
  return -1;
}

function nameEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isAlpha(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

const HOST = /[\w-]*\.[\w.-]*/y;
const looseTrailing = characterTable('!"&\'),.:;<>?]}');

/**
 * The same by looser rules, for an address in brackets that turned out to be text, or behind a quotation mark: micromark
 * finds these once all else is known.
 */
export function looseAddressEnd(text: string, host: number, to: number): number {
  HOST.lastIndex = host;
  const match = HOST.exec(text);
  const hostTo = match === null ? -1 : Math.min(to, host + match[0].length);
  if (hostTo < 0 || !isHost(text.slice(host, hostTo))) {
    return -1;
  }
  let end = hostTo;
  while (end < to && !isWhite(text.charCodeAt(end))) {
    end++;
  }
  return withoutTrail(text, host, end);
}

/** Two parts at least, the last two with a letter or digit and no underscore. */
function isHost(host: string): boolean {
  const parts = host.split('.');
  return (
    parts.length > 1 &&
    !isPunctuation(host.charCodeAt(0)) &&
    parts.slice(-2).every((part) => part === '' || (!part.includes('_') && /[0-9A-Za-z]/.test(part)))
  );
}

/** Leaves out punctuation at the end, but for parentheses that were opened. */
function withoutTrail(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) < 128 && looseTrailing[text.charCodeAt(end - 1)] === 1) {
    end--;
  }
  let open = 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    open += code === OPEN ? 1 : code === CLOSE ? -1 : 0;
  }
  for (let at = end; at < to && open > 0; at++) {
    if (text.charCodeAt(at) === CLOSE) {
      open--;
      end = at + 1;
    }
  }
  return end;
}

/** Start of what may stand before the `@` at `at`, not before `from`. */
export function mailStart(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && isMailCharacter(text.charCodeAt(start - 1))) {
    start--;
  }
  return start;
}

/** End of the mail host that starts at `from`; -1 where there is none. */
export function mailEnd(text: string, from: number, to: number): number {
  let at = from;
  let hasDot = false;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT) {
      if (at + 1 >= to || !isAlphanumeric(text.charCodeAt(at + 1))) {
        break;
      }
      hasDot = true;
    } else if (code !== HYPHEN && code !== UNDERSCORE && !isAlphanumeric(code)) {
      break;
    }
  }
  return hasDot && isAlpha(text.charCodeAt(at - 1)) ? at : -1;
}

/** A character of a mail address before its `@`. */
export function isMailCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === 43 || code === HYPHEN || code === DOT || code === UNDERSCORE;
}
