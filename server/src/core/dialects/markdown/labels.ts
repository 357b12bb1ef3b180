/** Names: labels of definitions, and what a section answers to. */
import { slug } from 'github-slugger';
import { ownString } from '../../text/ownString.ts';

/** How labels and names are compared: without case, white space folded. Source: CommonMark, "matches". */
export function normalizeLabel(label: string): string {
  const lower = label.toLowerCase();
  if (isPlain(lower)) {
    // With a capital in it, the engine has made a new string already.
    return lower === label ? ownString(label) : lower;
  }
  // Lower case alone does not fold all letters: `ẞ` matches `SS`.
  const folded = NOT_ASCII.test(lower) ? lower.toUpperCase().toLowerCase() : lower;
  return ownString(UNFOLDED.test(folded) ? folded.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '') : folded);
}

const SPACE = 32;
const LAST_ASCII = 126;

/** Whether `text` is plain characters with one space between words, as most labels are: looked at one by one, which is fast. */
function isPlain(text: string): boolean {
  let before = SPACE;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < SPACE || code > LAST_ASCII || (code === SPACE && before === SPACE)) {
      return false;
    }
    before = code;
  }
  return before !== SPACE;
}

/** White space that is not one single space between two words; only such as Markdown knows. */
const UNFOLDED = /^[ \t\r\n]|[ \t\r\n]$|[ \t\r\n]{2}|[\t\r\n]/;

const NOT_ASCII = /[^\0-\x7f]/;

/** Titles of such characters need no table of all scripts. */
const SIMPLE = /^[a-z0-9 _-]*$/;

/** What may stand behind a title: `{#id}` or `^id`. */
const ID = /(?: \{#([^\s{}]+)\}| (\^[a-z0-9-]+))$/;

/** `names` without empty ones, each once. */
function distinct(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => name !== '' && names.indexOf(name) === at);
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
    // Joined, since a string in which parts are replaced can keep those parts.
    const unique = this.#unique(SIMPLE.test(name) ? name.split(' ').join('-') : ownString(slug(title)));
    const id = name.includes('^') || name.endsWith('}') ? ID.exec(name) : null;
    return distinct(id === null ? [unique, name] : [unique, name.slice(0, id.index), id[1] ?? id[2]!]);
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
