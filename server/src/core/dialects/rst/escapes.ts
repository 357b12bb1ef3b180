/**
 * Backslash escapes. Source: reStructuredText specification, "Escaping mechanism".
 */

const BACKSLASH = 92;

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

/** The URI that `text` writes: unescaped white space is dropped, escaped white space is a space. */
export function unescapeUri(text: string): string {
  if (!text.includes('\\')) {
    return /\s/.test(text) ? text.replace(/\s+/g, '') : text;
  }
  return text.replace(/\\([\s\S]?)|\s+/g, (all, escaped?: string) =>
    all[0] !== '\\' || escaped === undefined ? '' : /\s/.test(escaped) ? ' ' : escaped,
  );
}
