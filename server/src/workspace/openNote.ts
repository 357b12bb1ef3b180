/** A note that is open in the editor. It is parsed once per text, when first asked for. */
import type { Dialect } from '../core/dialects/dialect.ts';
import type { NoteEntry } from '../core/index/noteIndex.ts';
import { fingerprint } from '../core/text/fingerprint.ts';
import type { NotePath } from '../core/text/path.ts';
import { type DiskNote, maximalSize, type NoteReader } from './noteReader.ts';

export class OpenNote {
  readonly path: NotePath;
  readonly dialect: Dialect;
  readonly #reader: NoteReader;
  #text: string;
  #entry: NoteEntry | undefined;

  constructor(path: NotePath, dialect: Dialect, text: string, reader: NoteReader) {
    this.path = path;
    this.dialect = dialect;
    this.#text = text;
    this.#reader = reader;
  }

  get text(): string {
    return this.#text;
  }

  /** The parsed note; `undefined` where it is larger than any note. */
  entry(): NoteEntry | undefined {
    if (this.#entry === undefined && this.#text.length <= maximalSize) {
      this.#entry = this.#reader.parse(this.path, this.dialect, this.#text);
    }
    return this.#entry;
  }

  /** Takes what the editor holds now. */
  update(text: string): void {
    if (text !== this.#text) {
      this.#text = text;
      this.#entry = undefined;
    }
  }

  /** Reads the same text by other rules when next asked for. */
  forgetEntry(): void {
    this.#entry = undefined;
  }

  /** Takes over the parsed disk copy, where it is of the same text. */
  adopt(disk: DiskNote | undefined): void {
    if (disk !== undefined && disk.entry.dialect === this.dialect && disk.fingerprint === fingerprint(this.#text)) {
      this.#entry = disk.entry;
    }
  }

  /** The note as if it had been read from disk, to compare the disk copy with. */
  asDiskNote(): DiskNote | undefined {
    return this.#entry === undefined ? undefined : { entry: this.#entry, fingerprint: fingerprint(this.#text) };
  }
}
