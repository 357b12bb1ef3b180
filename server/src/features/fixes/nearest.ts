/** Names that somebody may have meant. */

const MOST = 3;
/** Longer names are not compared letter by letter. */
const LONGEST = 80;

/** The names among `candidates` that are little different from `name`, nearest first; at most three. */
export function nearest(name: string, candidates: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const found: { readonly name: string; readonly distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const distance = candidate === name ? -1 : distanceWithin(wanted, candidate.toLowerCase(), limit);
    if (distance >= 0) {
      found.push({ name: candidate, distance });
    }
  }
  return found
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map((each) => each.name);
}

/** How many letters have to be put in, taken out or changed; -1 where that is more than `limit`. */
function distanceWithin(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > LONGEST) {
    return -1;
  }
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    if (Math.min(...next) > limit) {
      return -1;
    }
    row = next;
  }
  return row[b.length]! <= limit ? row[b.length]! : -1;
}
