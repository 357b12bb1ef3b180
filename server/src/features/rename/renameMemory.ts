/**
 * How notes were written before a rename. What can be written in two ways, with quotes or without, may come out the other
 * way when a name is given back; a note that nobody has touched since gets its very text back instead.
 */
import { inPlaceOrder, type TextEdit, withEdits } from '../../core/model/edit.ts';
import { fingerprint } from '../../core/text/fingerprint.ts';
import type { NotePath } from '../../core/text/path.ts';
import { movedPath } from '../moves/movedPaths.ts';
import type { NoteChanges, Texts } from '../noteEdits.ts';

/** What gets another name: `thing` is none where files move. */
export interface Renaming {
  readonly thing?: string;
  readonly from: string;
  readonly to: string;
}

/** How to take back what a rename did to one note. */
interface Undo {
  readonly path: NotePath;
  readonly after: number;
  readonly edits: readonly TextEdit[];
}

const KEPT = 20;

/** The last renames, as long as the server lives. */
export class RenameMemory {
  readonly #undos = new Map<string, readonly Undo[]>();

  /** `changes`, in which notes that are as an earlier rename left them get back what it took; remembers them in turn. */
  settle({ thing = '', from, to }: Renaming, changes: NoteChanges, texts: Texts): NoteChanges {
    const known = this.#undos.get([thing, from, to].join('\0')) ?? [];
    const edits = changes.edits.map(({ path, edits: own }) => {
      const print = fingerprint(texts.get(path) ?? '');
      return { path, edits: known.find((undo) => undo.path === path && undo.after === print)?.edits ?? own };
    });
    const undos = edits.map(({ path, edits: own }): Undo => {
      const text = texts.get(path) ?? '';
      const after = fingerprint(withEdits(text, own));
      return { path: movedPath(changes.renames ?? [], path), after, edits: inverse(text, own) };
    });
    const key = [thing, to, from].join('\0');
    this.#undos.delete(key);
    this.#undos.set(key, undos);
    const [oldest] = this.#undos.keys();
    if (oldest !== undefined && this.#undos.size > KEPT) {
      this.#undos.delete(oldest);
    }
    return { ...changes, edits };
  }
}

/** Edits of the text that `edits` make of `text`, which make that of it again. */
function inverse(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let by = 0;
  return inPlaceOrder(edits).map(({ span, text: put }) => {
    const start = span.start + by;
    by += put.length - (span.end - span.start);
    return { span: { start, end: start + put.length }, text: text.slice(span.start, span.end) };
  });
}
