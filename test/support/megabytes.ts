/** Large texts that repeat themselves, for finding what is read in more than linear time. */

/** About how long they are. */
export const SIZE = 1 << 20;

/** `piece`, over and over. */
export function repeated(piece: string): string {
  return piece.repeat(Math.ceil(SIZE / piece.length));
}

/** Lines that go deeper and deeper. */
export function deep(line: string, step: number): string {
  const lines: string[] = [];
  for (let length = 0, indent = 0; length < SIZE; length += indent + line.length, indent += step) {
    lines.push(' '.repeat(indent) + line);
  }
  return lines.join('\n');
}
