/** Names: labels of definitions, and what a section answers to. */
import GithubSlugger from 'github-slugger';
import { foldSpace } from '../../text/foldSpace.ts';
import { ownString } from '../../text/ownString.ts';

/** How labels and names are compared: without case, white space folded. Source: CommonMark, "matches". */
export function normalizeLabel(label: string): string {
  return ownString(foldSpace(caseFolded(label)));
}

/** Lower case alone does not fold all letters: `ẞ` matches `SS`. */
function caseFolded(text: string): string {
  const lower = text.toLowerCase();
  return NOT_ASCII.test(lower) ? lower.toUpperCase().toLowerCase() : lower;
}

const NOT_ASCII = /[^\0-\x7f]/;

/** Gives the sections of one note the names that links can use for them. */
export class SectionNames {
  readonly #slugger = new GithubSlugger();

  /** GitHub's name first, in which repeated titles are numbered; then the title itself, for wiki links. */
  of(title: string): readonly string[] {
    const slug = ownString(this.#slugger.slug(title));
    const name = normalizeLabel(title);
    return [...new Set([slug, name])].filter((each) => each !== '');
  }
}
