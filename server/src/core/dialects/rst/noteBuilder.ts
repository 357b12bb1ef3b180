/** Collects what the constructs of reStructuredText find. */
import type { Note } from '../../model/note.ts';
import { NoteCollector } from '../noteCollector.ts';
import { numberFootnotes } from './footnoteNumbers.ts';

export class NoteBuilder extends NoteCollector {
  #anonymousReferences = 0;
  /** Roles that the note itself defines. */
  readonly ownRoles = new Set<string>();

  /** Number of the next anonymous reference, from 0. */
  nextAnonymousReference(): number {
    return this.#anonymousReferences++;
  }

  override finish(): Note {
    const note = super.finish();
    return { ...note, ...numberFootnotes(note.anchors, note.links) };
  }
}
