/** Collects what the constructs of reStructuredText find. */
import { Anchor, type AnchorParts } from '../../model/anchor.ts';
import type { Note } from '../../model/note.ts';
import { NoteCollector } from '../noteCollector.ts';
import type { Docinfo } from './docinfo.ts';
import { hasNamelessFootnotes, numberFootnotes } from './footnoteNumbers.ts';

export class NoteBuilder extends NoteCollector {
  #anonymousReferences = 0;
  /** What fields below the first title say of the note. */
  docinfo: Docinfo | undefined;
  #ownRoles: Set<string> | undefined;
  #terms: Anchor[] | undefined;

  /** Takes note of an entry of a glossary, or of a token of a grammar. */
  addTerm(term: AnchorParts): void {
    this.#terms ??= [];
    this.#terms.push(new Anchor(term));
  }

  /** Takes note of a role that the note itself defines. */
  addOwnRole(name: string): void {
    this.#ownRoles ??= new Set();
    this.#ownRoles.add(name);
  }

  hasOwnRole(name: string): boolean {
    return this.#ownRoles?.has(name) ?? false;
  }

  /** Number of the next anonymous reference, from 0. */
  nextAnonymousReference(): number {
    return this.#anonymousReferences++;
  }

  override finish(): Note {
    this.meta = this.docinfo;
    const note = super.finish();
    const numbered = hasNamelessFootnotes(note) ? { ...note, ...numberFootnotes(note.anchors, note.links) } : note;
    return this.#terms === undefined ? numbered : { ...numbered, terms: this.#terms };
  }
}
