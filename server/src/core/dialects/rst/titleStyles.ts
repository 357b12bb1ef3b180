/**
 * Which adornment means which level: by order of first appearance, overlined and not being two different styles.
 * Source: reStructuredText specification, "Sections".
 */
export class TitleStyles {
  readonly #styles: string[] = [];
  #level = 0;

  /**
   * Level of a title in `style`, the adornment character, twice where the title is overlined. `undefined` where it is
   * inconsistent: a new style that is not directly below the current section, or a level that skips one.
   */
  enter(style: string): number | undefined {
    let level = this.#styles.indexOf(style) + 1;
    if (level === 0) {
      if (this.#styles.length !== this.#level) {
        return undefined;
      }
      level = this.#styles.push(style);
    }
    if (level > this.#level + 1) {
      return undefined;
    }
    this.#level = level;
    return level;
  }
}
