/** From a file to a note: reads, decodes and parses, and says what was wrong on the way. */
import type { Dialect, ParseOptions } from '../core/dialects/dialect.ts';
import { dialectFor } from '../core/dialects/registry.ts';
import { type NoteEntry, readAhead } from '../core/index/noteIndex.ts';
import { fingerprint } from '../core/text/fingerprint.ts';
import type { NotePath } from '../core/text/path.ts';
import { decode } from './decode.ts';
import type { Notices } from './notices.ts';
import type { FileSystem } from './ports.ts';

/** Larger files are skipped: nobody writes them by hand. In bytes, or in code units of an open note. */
export const maximalSize = 10 * 1024 * 1024;

/** A note as it is on disk. */
export interface DiskNote {
  readonly entry: NoteEntry;
  /** Of the text that `entry` was parsed from. */
  readonly fingerprint: number;
}

export class NoteReader {
  readonly #fileSystem: FileSystem;
  readonly #notices: Notices;
  options: ParseOptions;

  constructor(fileSystem: FileSystem, notices: Notices, options: ParseOptions) {
    this.#fileSystem = fileSystem;
    this.#notices = notices;
    this.options = options;
  }

  /** The text of a file; `undefined` where it cannot be had. */
  async readText(path: NotePath): Promise<string | undefined> {
    const reply = this.#fileSystem.readFile(path, maximalSize);
    const bytes = reply instanceof Promise ? await reply : reply;
    if (typeof bytes === 'string') {
      this.#failed(path, bytes);
      return undefined;
    }
    const { text, encoding } = decode(bytes);
    if (encoding === 'latin-1') {
      this.#notices.add(path, 'not-utf8');
    } else {
      this.#notices.clear(path);
    }
    return text;
  }

  /** The note in a file; `known` itself where the file still holds the same text; `undefined` where it cannot be had. */
  async readNote(path: NotePath, known: DiskNote | undefined): Promise<DiskNote | undefined> {
    const dialect = dialectFor(path);
    const text = dialect === undefined ? undefined : await this.readText(path);
    if (dialect === undefined || text === undefined) {
      return undefined;
    }
    const print = fingerprint(text);
    if (print === known?.fingerprint) {
      return known;
    }
    const entry = this.parse(path, dialect, text);
    if (known !== undefined) {
      readAhead(known.entry);
      readAhead(entry);
    }
    return { entry, fingerprint: print };
  }

  parse(path: NotePath, dialect: Dialect, text: string): NoteEntry {
    return { path, dialect, note: dialect.parse(text, this.options) };
  }

  #failed(path: NotePath, failure: 'missing' | 'unreadable' | 'too-large'): void {
    if (failure === 'missing') {
      // Gone between being listed and being read: there is nothing to say about it.
      this.#notices.clear(path);
    } else {
      this.#notices.add(path, failure);
    }
  }
}
