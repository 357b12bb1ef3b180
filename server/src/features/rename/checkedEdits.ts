/** Edits of several notes, put together and held to this: afterwards each note still reads as the same things. */

import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { displayPath } from '../../core/index/workspaceRoot.ts';
import { inPlaceOrder, type TextEdit, withEdits } from '../../core/model/edit.ts';
import type { LinkTarget } from '../../core/model/link.ts';
import type { Note } from '../../core/model/note.ts';
import type { NotePath } from '../../core/text/path.ts';
import { say } from '../../core/text/say.ts';
import type { Span } from '../../core/text/span.ts';
import type { NoteEdits, Texts } from '../noteEdits.ts';
import type { Refused } from './renamable.ts';

const OPTIONS = { todoSections: [] };

export class CheckedEdits {
  readonly #snapshot: Snapshot;
  readonly #texts: Texts;
  readonly #edits = new Map<NotePath, TextEdit[]>();
  #refused: string | undefined;

  /** `texts` holds every note that may be edited. */
  constructor(snapshot: Snapshot, texts: Texts) {
    this.#snapshot = snapshot;
    this.#texts = texts;
  }

  /** Adds an edit; where it is `undefined`, nothing can be done at all, and `why` says so. */
  add(path: NotePath, edit: TextEdit | undefined, why: () => string): void {
    const edits = this.#edits.get(path) ?? [];
    this.#edits.set(path, edits);
    if (edit === undefined) {
      this.#refused ??= why();
    } else if (!edits.some(({ span }) => overlap(span, edit.span))) {
      edits.push(edit);
    }
  }

  /** The edits by note, or why they are not to be made. */
  finish(): readonly NoteEdits[] | Refused {
    const result: NoteEdits[] = [];
    for (const [path, edits] of this.#edits) {
      const entry = this.#snapshot.notes.get(path);
      const text = this.#texts.get(path);
      if (this.#refused !== undefined || entry === undefined || text === undefined) {
        return { refused: this.#refused ?? say('{0} cannot be read.', displayPath(this.#snapshot.roots, path)) };
      }
      const whole = entry.dialect.edits.inTables(text, entry.note, withTitles(entry, text, edits));
      if (!readsAlike(entry, withEdits(text, whole), whole)) {
        return { refused: say('{0} would read differently then.', displayPath(this.#snapshot.roots, path)) };
      }
      if (whole.length > 0) {
        result.push({ path, edits: inPlaceOrder(whole) });
      }
    }
    return result;
  }
}

/** A title in which something changes is written as a whole, so that its adornments fit. */
function withTitles({ note, dialect }: NoteEntry, text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let rest = edits;
  const titles: TextEdit[] = [];
  note.headings.forEach(({ titleSpan }, index) => {
    const inside = rest.filter(({ span }) => span.start >= titleSpan.start && span.end <= titleSpan.end);
    if (
      inside.length === 0 ||
      inside.some(({ span }) => span.start === titleSpan.start && span.end === titleSpan.end)
    ) {
      return;
    }
    const shifted = inside.map(({ span, text: put }) => ({ span: shift(span, -titleSpan.start), text: put }));
    const title = withEdits(text.slice(titleSpan.start, titleSpan.end), shifted);
    titles.push(...dialect.edits.renameHeading(text, note, index, title));
    rest = rest.filter((edit) => !inside.includes(edit));
  });
  return [...rest, ...titles];
}

/** Whether the same things stand there, and lead where they did unless `edits` say otherwise. */
function readsAlike({ note, dialect }: NoteEntry, text: string, edits: readonly TextEdit[]): boolean {
  const after: Note = dialect.parse(text, OPTIONS);
  const isEdited = (span: Span): boolean => edits.some((edit) => overlap(edit.span, span));
  return (
    after.headings.length === note.headings.length &&
    after.links.length === note.links.length &&
    after.anchors.length === note.anchors.length &&
    after.headings.every(({ level }, index) => level === note.headings[index]!.level) &&
    note.links.every(({ span, target, kind }, index) => {
      const now = after.links[index]!;
      return isEdited(span) ? target.type === now.target.type : kind === now.kind && isSame(target, now.target);
    }) &&
    note.anchors.every(({ span, name, kind, value }, index) => {
      const now = after.anchors[index]!;
      return kind === now.kind && (isEdited(span) || (name === now.name && isSame(value, now.value)));
    })
  );
}

function isSame(a: LinkTarget | undefined, b: LinkTarget | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
