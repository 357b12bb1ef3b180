/** The scan of all workspace folders: what is new, what is another by now, and what is no longer found. */
import type { NotePath } from '../core/text/path.ts';
import { type DiskChanges, type DiskState, noChanges } from './diskState.ts';
import type { Clock } from './ports.ts';
import { type ScanEnd, type ScanParts, type ScanToken, scan } from './scan.ts';

export interface IndexScan {
  readonly parts: ScanParts;
  readonly disk: DiskState;
  readonly clock: Clock;
  readonly roots: readonly NotePath[];
  /** Parse even what has the same text as before. */
  readonly reparse: boolean;
  readonly maximalNotes: number;
  /** Notes found so far. */
  progress(notes: number): void;
  /** Takes what was found since the last call, so that views fill while the scan goes on. */
  show(changes: DiskChanges): void;
}

/** Milliseconds: what takes less is shown once, as a whole; putting it into the index twice would take longer. */
const showEvery = 400;

/** Scans until the end, until there are too many notes (`stopped`), or until cancelled: then nothing is dropped. */
export async function scanIndex(job: IndexScan, token: ScanToken): Promise<ScanEnd> {
  const { parts, disk, clock } = job;
  const notes = new Set<NotePath>();
  const folders = new Set<NotePath>();
  let changes = noChanges();
  let shown = clock.now();
  const end = await scan(
    parts,
    job.roots,
    {
      folder: (path, items) => {
        folders.add(path);
        changes.folders.set(path, items);
      },
      note: async (path) => {
        if (notes.size >= job.maximalNotes) {
          return false;
        }
        notes.add(path);
        changes.notes.set(path, await parts.reader.readNote(path, job.reparse ? undefined : disk.note(path)));
        return true;
      },
      progress: () => {
        job.progress(notes.size);
        if (clock.now() - shown >= showEvery) {
          job.show(changes);
          changes = noChanges();
          shown = clock.now();
        }
      },
    },
    token,
  );
  if (end !== 'cancelled') {
    dropUnseen(disk, notes, folders, changes);
  }
  job.show(changes);
  return end;
}

function dropUnseen(
  disk: DiskState,
  notes: ReadonlySet<NotePath>,
  folders: ReadonlySet<NotePath>,
  changes: DiskChanges,
): void {
  for (const path of disk.notePaths()) {
    if (!notes.has(path)) {
      changes.notes.set(path, undefined);
    }
  }
  for (const path of disk.folderPaths()) {
    if (!folders.has(path)) {
      changes.folders.set(path, undefined);
    }
  }
}
