/** What people read, in their language. English is what the sources say. */

const ZERO = 48;
const CLOSE = 125;

let texts: Readonly<Record<string, string>> = {};

/** Texts of another language by the English ones. Said once, before anything is read or answered. */
export function speak(others: Readonly<Record<string, string>>): void {
  texts = others;
}

/** `text` in the user's language, `{0}`, `{1}` and so on filled in. */
export function say(text: string, ...values: readonly (string | number)[]): string {
  const own = texts[text];
  const written = typeof own === 'string' ? own : text;
  let said = '';
  let from = 0;
  for (let at = written.indexOf('{'); at >= 0; at = written.indexOf('{', at + 1)) {
    const digit = written.charCodeAt(at + 1) - ZERO;
    if (digit >= 0 && digit <= 9 && written.charCodeAt(at + 2) === CLOSE) {
      said += written.slice(from, at) + String(values[digit]);
      from = at + 3;
    }
  }
  return said + written.slice(from);
}

/** Marks texts that `say` is given later, so that a test finds them. */
export function sayable<T>(table: T): T {
  return table;
}
