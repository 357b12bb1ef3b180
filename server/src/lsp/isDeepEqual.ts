/** Compares what is sent: plain data as JSON has it, in which an absent property and an undefined one are the same. */

/** Whether `a` and `b` would be the same to the one who receives them. Ends at the first difference. */
export function isDeepEqual(a: unknown, b: unknown): boolean {
  if (a === b || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return a === b;
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, at) => isDeepEqual(x, b[at]));
  }
  const [mine, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return (
    Object.keys(mine).every((key) => isDeepEqual(mine[key], other[key])) &&
    Object.keys(other).every((key) => key in mine || other[key] === undefined)
  );
}
