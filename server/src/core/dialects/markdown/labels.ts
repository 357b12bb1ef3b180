/** Names: labels of definitions, and what a section answers to. */
import { slug } from 'github-slugger';
import { ownString } from '../../text/ownString.ts';

/** How labels and names are compared: without case, white space folded. Source: CommonMark, "matches". */
export function normalizeLabel(label: string): string {
  const folded = caseFolded(label);
  return ownString(UNFOLDED.test(folded) ? folded.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '') : folded);
}

/** White space that is not one single space between two words; only such as Markdown knows. */
const UNFOLDED = /^[ \t\r\n]|[ \t\r\n]$|[ \t\r\n]{2}|[\t\r\n]/;

const NOT_ASCII = /[^\0-\x7f]/;

/** Lower case alone does not fold all letters: `ẞ` matches `SS`. */
function caseFolded(text: string): string {
  const lower = text.toLowerCase();
  return NOT_ASCII.test(lower) ? lower.toUpperCase().toLowerCase() : lower;
}

/** Titles of such characters need no table of all scripts. */
const SIMPLE = /^[a-z0-9 _-]*$/;

/** What may stand behind a title: `{#id}` or `^id`. */
const ID = /(?: \{#([^\s{}]+)\}| (\^[a-z0-9-]+))$/;

function addName(names: string[], name: string): void {
  if (name !== '' && !names.includes(name)) {
    names.push(name);
  }
}

/** Gives the sections of one note the names that links can use for them. */
export class SectionNames {
  /** How often each name was given, and so the number of the next one like it. */
  readonly #given = new Map<string, number>();

  /**
   * GitHub's name first, in which repeated titles are numbered; then the title itself, for wiki links, without the id that
   * may stand behind it; then that id.
   */
  of(title: string): readonly string[] {
    const name = normalizeLabel(title);
    const unique = this.#unique(SIMPLE.test(name) ? name.replaceAll(' ', '-') : ownString(slug(title)));
    const id = name.includes('^') || name.endsWith('}') ? ID.exec(name) : null;
    const names: string[] = [];
    addName(names, unique);
    if (id === null) {
      addName(names, name);
    } else {
      addName(names, name.slice(0, id.index));
      addName(names, id[1] ?? id[2]!);
    }
    return names;
  }

  /** As github-slugger's class has it, without which the package's table is asked for every title. */
  #unique(wanted: string): string {
    let name = wanted;
    while (this.#given.has(name)) {
      const number = this.#given.get(wanted)! + 1;
      this.#given.set(wanted, number);
      name = `${wanted}-${number}`;
    }
    this.#given.set(name, 0);
    return name;
  }
}
