/**
 * Backslash escapes. Source: reStructuredText specification, "Escaping mechanism".
 */

const BACKSLASH = 92;
const SPACE = 32;
const DELETE = 127;
/** White space to Python, to which the breaks of lines belong that docutils knows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that docutils takes for white space.
const WHITE = /[^\S\ufeff]|[\x1c-\x1f\x85]/;
const ALL_WHITE = new RegExp(WHITE.source, 'g');
const ESCAPED_OR_WHITE = new RegExp(`\\\\([\\s\\S]?)|${WHITE.source}`, 'g');

/** Whether the character at `at` is escaped: an odd number of backslashes stands before it, none of them before `base`. */
export function isEscaped(text: string, at: number, base = 0): boolean {
  let start = at;
  while (start > base && text.charCodeAt(start - 1) === BACKSLASH) {
    start--;
  }
  return (at - start) % 2 === 1;
}

/** `text` with its escapes carried out: `\*` is a star, and a backslash before white space vanishes with it. */
export function unescapeText(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\([\s\S]?)/g, (_, escaped: string) => (/\s/.test(escaped) ? '' : escaped))
    : text;
}

/** Whether `text` is ASCII without white space, control characters and backslashes, as nearly every URI is. */
export function isUnbroken(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= SPACE || code >= DELETE || code === BACKSLASH) {
      return false;
    }
  }
  return true;
}

/** The URI that `text` writes: unescaped white space is dropped, escaped white space is a space. */
export function unescapeUri(text: string): string {
  if (isUnbroken(text)) {
    return text;
  }
  if (!text.includes('\\')) {
    return WHITE.test(text) ? text.replace(ALL_WHITE, '') : text;
  }
  return text.replace(ESCAPED_OR_WHITE, (all, escaped?: string) =>
    all[0] !== '\\' || escaped === undefined ? '' : /\s/.test(escaped) ? ' ' : escaped,
  );
}
