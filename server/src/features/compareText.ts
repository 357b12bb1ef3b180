/** Orders texts without regard to case, the same on every machine. */
export function compareText(a: string, b: string): number {
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  return left < right ? -1 : Number(left > right);
}

/** `items` in the order of `compareText` by what `textOf` says, then by `tieOf`; each text is made comparable once. */
export function sortedByText<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  tieOf: (item: T) => string,
): readonly T[] {
  return items
    .map((item) => ({ item, text: textOf(item).toLowerCase(), tie: tieOf(item) }))
    .sort((a, b) => order(a.text, b.text) || order(a.tie, b.tie))
    .map(({ item }) => item);
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
