/** The labels that a note defines. */
import type { Definitions } from './inline/inlineSink.ts';
import { normalizeLabel } from './labels.ts';

const LONGEST_LABEL = 999;

export class NoteDefinitions implements Definitions {
  readonly #links = new Set<string>();
  readonly #footnotes = new Set<string>();

  get usesFootnotes(): boolean {
    return this.#footnotes.size > 0;
  }

  addDefinition(name: string): void {
    this.#links.add(name);
  }

  addFootnote(name: string): void {
    this.#footnotes.add(name);
  }

  hasDefinition(text: string, from: number, to: number): boolean {
    return has(this.#links, text, from, to);
  }

  hasFootnote(text: string, from: number, to: number): boolean {
    return has(this.#footnotes, text, from, to);
  }
}

function has(names: ReadonlySet<string>, text: string, from: number, to: number): boolean {
  return names.size > 0 && to > from && to - from <= LONGEST_LABEL && names.has(normalizeLabel(text.slice(from, to)));
}
