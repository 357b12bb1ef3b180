/** Empties `list`; an empty one is left alone, since setting a length takes longer than looking at it. */
export function clear(list: unknown[]): void {
  if (list.length > 0) {
    list.length = 0;
  }
}
