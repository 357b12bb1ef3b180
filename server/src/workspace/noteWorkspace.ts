/**
 * The state of all notes: those on disk, those open in the editor, and the folders that links lead to.
 * An open buffer replaces its disk copy until it is closed. Each batch of news makes one new snapshot and one event.
 */

import { dialectFor } from '../core/dialects/registry.ts';
import type { NoteEntry } from '../core/index/noteIndex.ts';
import { wantedFolders } from '../core/index/resolve.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import { basename, dirname, isInside, type NotePath, relativePath } from '../core/text/path.ts';
import { say } from '../core/text/say.ts';
import { readEvents } from './diskEvents.ts';
import { type DiskChanges, DiskState, noChanges } from './diskState.ts';
import { EventBurst, type FileEvent } from './eventBurst.ts';
import { Exclusion, isExclusionRule } from './exclusion.ts';
import { FolderLookup } from './folderLookup.ts';
import { scanIndex } from './indexScan.ts';
import { JobQueue } from './jobQueue.ts';
import { isOnDisk } from './notePath.ts';
import { type DiskNote, NoteReader } from './noteReader.ts';
import { Notices } from './notices.ts';
import { OpenNotes } from './openNotes.ts';
import type { ScanParts, ScanToken } from './scan.ts';
import { ScanStatus } from './scanStatus.ts';
import { Slices } from './slices.ts';
import { Snapshots } from './snapshots.ts';
import type { NoteText, ScanState, WorkspaceParts, WorkspaceSettings } from './workspaceParts.ts';

export class NoteWorkspace {
  readonly #parts: WorkspaceParts;
  readonly #notices: Notices;
  readonly #reader: NoteReader;
  readonly #burst: EventBurst;
  readonly #disk = new DiskState();
  readonly #open: OpenNotes;
  readonly #lookup: FolderLookup;
  readonly #jobs: JobQueue;
  readonly #status: ScanStatus;
  readonly #snapshots: Snapshots;
  #exclusion = new Exclusion([], new Map());
  #isComplete = false;
  #token: ScanToken = { cancelled: false };

  constructor(parts: WorkspaceParts) {
    this.#parts = parts;
    this.#notices = new Notices(
      parts.logger,
      (message) => parts.listener.notice(message),
      (path) => relativePath(this.#exclusion.rootOf(path) ?? dirname(path), path),
    );
    this.#reader = new NoteReader(parts.fileSystem, this.#notices, parts.parse);
    this.#snapshots = new Snapshots({
      entryFor: (path) => this.#entryForIndex(path),
      isOpen: (path) => this.#open.has(path),
      didChange: (change) => parts.listener.didChange(change),
    });
    this.#open = new OpenNotes(parts.clock, this.#reader, (edited) => this.#snapshots.update(edited, new Map()));
    this.#jobs = new JobQueue(parts.logger);
    this.#status = new ScanStatus((state) => parts.listener.didScan(state));
    this.#lookup = new FolderLookup({
      ...parts,
      disk: this.#disk,
      wanted: (note) => wantedFolders(this.snapshotFor(note), note),
      found: (folders) => this.#snapshots.update([], folders),
    });
    this.#burst = new EventBurst(parts.clock, (events) => this.#jobs.add(() => this.#readEvents(events)));
  }

  /** All indexed notes as of now, edits that arrived a moment ago included. */
  get snapshot(): Snapshot {
    this.flush();
    return this.#snapshots.current;
  }

  get scanState(): ScanState {
    return this.#status.state;
  }

  /** Whether every folder was scanned once, so that a label nobody defines is really undefined. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  get openPaths(): Iterable<NotePath> {
    return this.#open.paths();
  }

  isOpen(path: NotePath): boolean {
    return this.#open.has(path);
  }

  /** The snapshot in which an open note that is excluded from the index is present as well, for its own sake. */
  snapshotFor(path: NotePath): Snapshot {
    const snapshot = this.snapshot;
    const entry = this.#open.get(path)?.entry();
    return entry === undefined || snapshot.notes.get(path) !== undefined
      ? snapshot
      : { ...snapshot, notes: snapshot.notes.with([{ path, entry }]) };
  }

  /** An open or indexed note. */
  entry(path: NotePath): NoteEntry | undefined {
    return this.#open.get(path)?.entry() ?? this.snapshot.notes.get(path);
  }

  /** A note's text of this moment with what it says: the open buffer's, else the file's, read again. */
  async currentText(path: NotePath): Promise<NoteText | undefined> {
    const open = this.#open.get(path);
    if (open !== undefined) {
      const entry = open.entry();
      return entry && { text: open.text, entry };
    }
    const isFile = isOnDisk(path) || this.#exclusion.rootOf(path) !== undefined;
    const dialect = isFile ? dialectFor(path) : undefined;
    const text = dialect && (await this.#reader.readText(path));
    this.#notices.flush();
    return dialect && text !== undefined ? { text, entry: this.#reader.parse(path, dialect, text) } : undefined;
  }

  /** Settings or workspace folders changed: what is in the index is found out anew. Resolves when that is done. */
  configure(settings: WorkspaceSettings): Promise<void> {
    this.#token.cancelled = true;
    const token: ScanToken = { cancelled: false };
    this.#token = token;
    return this.#jobs.add(() => this.#configure(settings, token));
  }

  /** Ends the scan that is under way; what was found stays. */
  cancelScan(): void {
    this.#token.cancelled = true;
  }

  /** Resolves when nothing is under way any more: no scan, no file events, no edits. */
  async whenSettled(): Promise<void> {
    this.#burst.flush();
    await this.#jobs.whenIdle();
    this.flush();
  }

  /** Resolves when the scan that is under way, or the first one, has ended. */
  whenScanned(): Promise<ScanState> {
    return this.#status.whenScanned();
  }

  /** A note was opened in the editor. Ignored where no dialect reads it. */
  open(path: NotePath, text: string, languageId?: string): void {
    const dialect = dialectFor(path, languageId);
    if (dialect !== undefined) {
      // While a scan goes on, what is known of the disk may have been read by rules that no longer hold.
      const isCurrent = this.scanState.phase !== 'scanning';
      this.#open.open(path, dialect, text, isCurrent ? this.#disk.note(path) : undefined);
    }
  }

  /** The text of an open note changed. */
  change(path: NotePath, text: string): void {
    this.#open.change(path, text);
  }

  /** A note was closed, saved or not: what is on disk counts again. */
  close(path: NotePath): void {
    const note = this.#open.close(path);
    if (note !== undefined) {
      void this.#jobs.add(() => this.#readClosed(path, note.asDiskNote()));
    }
  }

  /** Something happened on disk; a burst of such news is worked off as one. */
  filesChanged(events: readonly FileEvent[]): void {
    this.#burst.add(events);
  }

  /** Parses what was edited and says so at once, rather than after the messages that are waiting. */
  flush(): void {
    this.#open.flush();
  }

  /** Lists those folders that the links of `paths` lead to and nobody has looked at, until nothing is unknown. */
  makeCertain(paths: Iterable<NotePath>): Promise<void> {
    return this.#lookup.makeCertain(paths);
  }

  /** Looks again at the folders outside of the workspace that links lead to, for which no events come. */
  refreshOutside(): Promise<void> {
    return this.#jobs.add(async () => {
      this.#lookup.retry();
      await this.#lookup.list(
        [...this.#disk.folderPaths()].filter((folder) => this.#exclusion.rootOf(folder) === undefined),
      );
    });
  }

  async #readClosed(path: NotePath, buffer: DiskNote | undefined): Promise<void> {
    if (this.#open.has(path)) {
      return;
    }
    const changes = noChanges();
    if (this.#exclusion.isIncludedNote(path)) {
      const known = buffer?.entry.dialect === dialectFor(path) ? buffer : this.#disk.note(path);
      changes.notes.set(path, await this.#reader.readNote(path, known));
    }
    this.#apply(changes, [path]);
  }

  async #readEvents(events: readonly FileEvent[]): Promise<void> {
    this.#lookup.retry();
    const changes = noChanges();
    const parts = { ...this.#scanParts(), disk: this.#disk, isOpen: (path: NotePath) => this.#open.has(path) };
    const ruled = events.filter(({ path }) => isExclusionRule(basename(path))).map(({ path }) => dirname(path));
    const isIncluded = (folder: NotePath) => this.#exclusion.isIncludedFolder(folder);
    const mattered = ruled.some(isIncluded);
    await readEvents(parts, events, changes);
    const listed = [...changes.folders.keys()];
    // What lies in a folder by now may put open notes in it in or out.
    const open = [...this.#open.paths()].filter((path) => listed.some((folder) => isInside(path, folder)));
    this.#apply(changes, open);
    if (mattered || ruled.some(isIncluded)) {
      this.#token = { cancelled: false };
      await this.#scan(this.#token);
    }
  }

  async #configure(settings: WorkspaceSettings, token: ScanToken): Promise<void> {
    if (token.cancelled) {
      return;
    }
    const reparse = settings.parse.todoSections.join('\n') !== this.#reader.options.todoSections.join('\n');
    this.#exclusion = new Exclusion(settings.roots, settings.exclusions);
    this.#reader.options = settings.parse;
    this.#snapshots.setRoots(settings.roots);
    if (reparse) {
      this.#open.reparse();
      this.flush();
    }
    await this.#scan(token, reparse);
  }

  /** Scans all workspace folders. Notes and folders that are known, and are not found again, are dropped. */
  async #scan(token: ScanToken, reparse = false): Promise<void> {
    const { clock, maximalNotes = 100_000 } = this.#parts;
    this.#lookup.retry();
    this.#status.set('scanning', 0);
    const end = await scanIndex(
      {
        parts: this.#scanParts(),
        disk: this.#disk,
        clock,
        roots: this.#snapshots.current.roots,
        reparse,
        maximalNotes,
        progress: (notes) => this.#status.set('scanning', notes),
        show: (changes) => this.#apply(changes),
      },
      token,
    );
    if (end === 'stopped') {
      this.#notices.say(say('There are more than {0} notes here; the others are left out.', maximalNotes));
    }
    this.#isComplete = end !== 'cancelled';
    // What the scan learnt of `.gitignore` files may put open notes in or out.
    this.#snapshots.update([...this.#open.paths()], new Map());
    this.#status.set(end === 'cancelled' ? 'cancelled' : 'ready', this.#snapshots.current.notes.size);
  }

  #scanParts(): ScanParts {
    const { fileSystem, clock, logger } = this.#parts;
    return { fileSystem, logger, reader: this.#reader, exclusion: this.#exclusion, slices: new Slices(clock) };
  }

  #apply(changes: DiskChanges, also: Iterable<NotePath> = []): void {
    const folders = this.#disk.apply(changes);
    this.#notices.flush();
    this.#snapshots.update([...changes.notes.keys(), ...also], folders);
  }

  #entryForIndex(path: NotePath): NoteEntry | undefined {
    const open = this.#open.get(path);
    if (open === undefined) {
      return this.#disk.note(path)?.entry;
    }
    return this.#belongsToIndex(path) ? open.entry() : undefined;
  }

  /** With no workspace folder at all, the notes that are open are the workspace. */
  #belongsToIndex(path: NotePath): boolean {
    return this.#snapshots.current.roots.length === 0 ? isOnDisk(path) : this.#exclusion.isIncludedNote(path);
  }
}
