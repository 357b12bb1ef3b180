/** Finds and reads notes for the commands, by the same rules as the server. */
import { dialectFor } from '../core/dialects/registry.ts';
import type { FolderListing } from '../core/index/folderFacts.ts';
import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { NotePath } from '../core/text/path.ts';
import { Exclusion } from '../workspace/exclusion.ts';
import { NoteReader } from '../workspace/noteReader.ts';
import { Notices } from '../workspace/notices.ts';
import type { Logger } from '../workspace/ports.ts';
import { readDirectory, type ScanTarget, scan } from '../workspace/scan.ts';
import { Slices } from '../workspace/slices.ts';
import type { Places } from './places.ts';
import type { Shell } from './shell.ts';
import { complain } from './terminal.ts';

/** Takes what is found, as it is found: notes of one folder in order of their names. */
export interface NoteVisitor {
  note(entry: NoteEntry): void;
  folder?(path: NotePath, listing: FolderListing): void;
}

export type LoaderParts = Pick<Shell, 'terminal' | 'fileSystem' | 'clock' | 'parse' | 'show'>;

export class NoteLoader {
  readonly #shell: LoaderParts;
  readonly #reader: NoteReader;
  readonly #notices: Notices;
  /** Notices say the same, and once. */
  readonly #logger: Logger;

  constructor(shell: LoaderParts) {
    this.#shell = shell;
    this.#logger = { info() {}, warn() {}, error: (message) => complain(shell.terminal, message) };
    this.#notices = new Notices(this.#logger, (message) => complain(shell.terminal, message), shell.show);
    this.#reader = new NoteReader(shell.fileSystem, this.#notices, shell.parse);
  }

  /** Visits the notes of `places`, each once. */
  async visit({ folders, files }: Places, visitor: NoteVisitor): Promise<void> {
    const seen = new Set<NotePath>();
    const visit = async (path: NotePath): Promise<boolean> => {
      if (!seen.has(path)) {
        seen.add(path);
        await this.#read(path, visitor);
      }
      return true;
    };
    for (const file of files) {
      await visit(file);
    }
    const target: ScanTarget = {
      note: visit,
      folder: (path, listing) => visitor.folder?.(path, listing),
      progress() {},
    };
    const { fileSystem, clock } = this.#shell;
    const parts = { fileSystem, reader: this.#reader, logger: this.#logger, slices: new Slices(clock) };
    const settings = new Map(folders.map((folder) => [folder, { globs: [], ignoreFiles: true }]));
    await scan({ ...parts, exclusion: new Exclusion(folders, settings) }, folders, target, { cancelled: false });
    this.#notices.flush();
  }

  /** A folder's listing; one that cannot be read is as good as not known. */
  async list(folder: NotePath): Promise<FolderListing> {
    const listing = await readDirectory({ fileSystem: this.#shell.fileSystem, logger: this.#logger }, folder);
    return listing === 'unreadable' ? undefined : listing;
  }

  async #read(path: NotePath, visitor: NoteVisitor): Promise<void> {
    const dialect = dialectFor(path);
    const text = dialect === undefined ? undefined : await this.#reader.readText(path);
    if (dialect !== undefined && text !== undefined) {
      visitor.note(this.#reader.parse(path, dialect, text));
    }
  }
}
