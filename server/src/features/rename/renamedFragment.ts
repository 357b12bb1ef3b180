/** How a link's fragment names a place that is called something else now. */

import { percentDecoded } from '../../core/text/percentDecoded.ts';
import { slug } from '../../core/text/slug.ts';

/** What a place is called: `name` is one that links compare by, `title` the one that people read. */
export interface PlaceName {
  readonly name: string;
  readonly title: string;
  /** Whether a fragment leads there, where that takes more than the name: others may be called the same. */
  readonly leadsHere?: (fragment: string) => boolean;
}

/** As many places of one name are told apart by number. */
const MOST_ALIKE = 100;

/** See `plainFragment`; with a number behind it where it takes one to lead there. */
export function renamedFragment(written: string, from: PlaceName, to: PlaceName): string {
  const fragment = plainFragment(written, from, to);
  if (to.leadsHere?.(fragment) !== false) {
    return fragment;
  }
  for (let count = 0; count <= MOST_ALIKE; count++) {
    const numbered = count === 0 ? slug(to.name) : `${slug(to.title)}-${count}`;
    if (to.leadsHere(numbered)) {
      return numbered;
    }
  }
  return fragment;
}

/** The fragment, neither escaped nor encoded, in the habit of `written`: a title where that was one, else as in web pages. */
function plainFragment(written: string, from: PlaceName, to: PlaceName): string {
  const plain = percentDecoded(written);
  if (plain === from.name) {
    return /\s/.test(to.name) && !/\s/.test(plain) ? slug(to.name) : to.name;
  }
  if (plain.includes('#')) {
    // A title below another one: only the last of them is this place.
    const last = plain.lastIndexOf('#') + 1;
    return plain.slice(0, last) + plainFragment(plain.slice(last), from, to);
  }
  return plain.trim().toLowerCase() === from.title.toLowerCase() ? to.title : slug(to.name);
}
