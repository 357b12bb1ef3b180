/** Which of many names are worth sending: the editor sorts and marks what is left. */

/** Whether all letters of `written` stand in `name` in order, whatever their case. */
export function fits(name: string, written: string): boolean {
  const folded = name.toLowerCase();
  let at = -1;
  for (const letter of written.toLowerCase()) {
    at = folded.indexOf(letter, at + 1);
    if (at < 0) {
      return false;
    }
  }
  return true;
}
