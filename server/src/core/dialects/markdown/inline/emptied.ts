/** `list` where nothing is in it, else a new one: that is faster than taking all out of an old one. */
export function emptied<T>(list: T[]): T[] {
  return list.length === 0 ? list : [];
}
