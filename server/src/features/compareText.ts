/** Orders texts without regard to case, the same on every machine. */
export function compareText(a: string, b: string): number {
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  return left < right ? -1 : Number(left > right);
}
