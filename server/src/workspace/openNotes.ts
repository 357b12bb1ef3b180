/** The notes that are open in the editor, and which of them were edited since anybody was told. */
import type { Dialect } from '../core/dialects/dialect.ts';
import type { NotePath } from '../core/text/path.ts';
import type { DiskNote, NoteReader } from './noteReader.ts';
import { OpenNote } from './openNote.ts';
import type { Cancel, Clock } from './ports.ts';

export class OpenNotes {
  readonly #clock: Clock;
  readonly #reader: NoteReader;
  readonly #tell: (edited: ReadonlySet<NotePath>) => void;
  readonly #notes = new Map<NotePath, OpenNote>();
  #edited = new Set<NotePath>();
  #cancelFlush: Cancel | undefined;

  /** `tell` is called once for a burst of edits, after the messages that are waiting. */
  constructor(clock: Clock, reader: NoteReader, tell: (edited: ReadonlySet<NotePath>) => void) {
    this.#clock = clock;
    this.#reader = reader;
    this.#tell = tell;
  }

  get(path: NotePath): OpenNote | undefined {
    return this.#notes.get(path);
  }

  has(path: NotePath): boolean {
    return this.#notes.has(path);
  }

  paths(): Iterable<NotePath> {
    return this.#notes.keys();
  }

  /** `disk`: the disk copy, which is not parsed again where it has the same text. */
  open(path: NotePath, dialect: Dialect, text: string, disk: DiskNote | undefined): void {
    const note = new OpenNote(path, dialect, text, this.#reader);
    note.adopt(disk);
    this.#notes.set(path, note);
    this.#wasEdited(path);
  }

  change(path: NotePath, text: string): void {
    const note = this.#notes.get(path);
    if (note !== undefined && note.text !== text) {
      note.update(text);
      this.#wasEdited(path);
    }
  }

  /** Gives the note that is no longer open. */
  close(path: NotePath): OpenNote | undefined {
    const note = this.#notes.get(path);
    this.#notes.delete(path);
    this.#edited.delete(path);
    return note;
  }

  /** All of them are to be read by other rules. */
  reparse(): void {
    for (const note of this.#notes.values()) {
      note.forgetEntry();
      this.#wasEdited(note.path);
    }
  }

  /** Tells of edits at once. */
  flush(): void {
    this.#cancelFlush?.();
    this.#cancelFlush = undefined;
    if (this.#edited.size > 0) {
      const edited = this.#edited;
      this.#edited = new Set();
      this.#tell(edited);
    }
  }

  #wasEdited(path: NotePath): void {
    this.#edited.add(path);
    this.#cancelFlush ??= this.#clock.soon(() => this.flush());
  }
}
