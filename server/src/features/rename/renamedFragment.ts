/** How a link's fragment names a place that is called something else now. */

import { percentDecoded } from '../../core/index/percentDecoded.ts';
import { slug } from '../../core/text/slug.ts';

/** What a place is called: `name` is one that links compare by, `title` the one that people read. */
export interface PlaceName {
  readonly name: string;
  readonly title: string;
}

/** The fragment, neither escaped nor encoded, in the habit of `written`: a title where that was one, else as in web pages. */
export function renamedFragment(written: string, from: PlaceName, to: PlaceName): string {
  const plain = percentDecoded(written);
  if (plain === from.name) {
    return /\s/.test(to.name) && !/\s/.test(plain) ? slug(to.name) : to.name;
  }
  if (plain.includes('#')) {
    // A title below another one: only the last of them is this place.
    const last = plain.lastIndexOf('#') + 1;
    return plain.slice(0, last) + renamedFragment(plain.slice(last), from, to);
  }
  return plain.trim().toLowerCase() === from.title.toLowerCase() ? to.title : slug(to.name);
}
