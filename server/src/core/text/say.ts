/** What people read, in their language. English is what the sources say. */

let texts: Readonly<Record<string, string>> = {};

/** Texts of another language by the English ones. Said once, before anything is read or answered. */
export function speak(others: Readonly<Record<string, string>>): void {
  texts = others;
}

/** `text` in the user's language, `{0}`, `{1}` and so on filled in. */
export function say(text: string, ...values: readonly (string | number)[]): string {
  const own = texts[text];
  return (typeof own === 'string' ? own : text).replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)]));
}

/** Marks texts that `say` is given later, so that a test finds them. */
export function sayable<T>(table: T): T {
  return table;
}
