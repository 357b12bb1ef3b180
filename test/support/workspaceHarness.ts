/** A workspace on files in memory, with everything it tells written down. */

import { defaultParseOptions } from '../../server/src/core/dialects/dialect.ts';
import type { NotePath } from '../../server/src/core/text/path.ts';
import { NoteWorkspace } from '../../server/src/workspace/noteWorkspace.ts';
import type { ScanState, WorkspaceChange } from '../../server/src/workspace/workspaceParts.ts';
import { ManualClock } from './manualClock.ts';
import { MemoryFileSystem } from './memoryFileSystem.ts';

export interface Harness {
  readonly files: MemoryFileSystem;
  readonly clock: ManualClock;
  readonly workspace: NoteWorkspace;
  readonly changes: WorkspaceChange[];
  readonly notices: string[];
  readonly logged: string[];
  readonly states: ScanState[];
  /** Sets what the user set, and scans. */
  configure(options?: ConfigureOptions): Promise<void>;
}

export interface ConfigureOptions {
  readonly roots?: readonly NotePath[];
  readonly globs?: readonly string[];
  readonly ignoreFiles?: boolean;
  readonly todoSections?: readonly string[];
}

export function harness(files: Record<NotePath, string | Uint8Array> = {}, maximalNotes?: number): Harness {
  const fileSystem = new MemoryFileSystem(files);
  const clock = new ManualClock();
  const changes: WorkspaceChange[] = [];
  const notices: string[] = [];
  const logged: string[] = [];
  const states: ScanState[] = [];
  const log = (message: string) => void logged.push(message);
  const workspace = new NoteWorkspace({
    fileSystem,
    clock,
    logger: { info: log, warn: log, error: log },
    parse: { todoSections: defaultParseOptions.todoSections },
    listener: {
      didChange: (change) => void changes.push(change),
      didScan: (state) => void states.push(state),
      notice: (message) => void notices.push(message),
    },
    ...(maximalNotes === undefined ? {} : { maximalNotes }),
  });
  const configure = (options: ConfigureOptions = {}) => {
    const { roots = ['/w'], globs = [], ignoreFiles = true, todoSections = defaultParseOptions.todoSections } = options;
    const exclusions = new Map(roots.map((root) => [root, { globs, ignoreFiles }]));
    return workspace.configure({ roots, exclusions, parse: { todoSections } });
  };
  return { files: fileSystem, clock, workspace, changes, notices, logged, states, configure };
}

/** A workspace of these files in `/w`, scanned. */
export async function scanned(
  files: Record<NotePath, string | Uint8Array>,
  options?: ConfigureOptions,
): Promise<Harness> {
  const made = harness(files);
  await made.configure(options);
  made.files.forgetCalls();
  made.changes.length = 0;
  return made;
}

/** Paths of all indexed notes, sorted. */
export function indexed({ workspace }: Harness): readonly NotePath[] {
  return [...workspace.snapshot.notes.entries()].map(({ path }) => path).sort();
}

/** The titles of a note, as the index has them. */
export function titles({ workspace }: Harness, path: NotePath): readonly string[] | undefined {
  return workspace.snapshot.notes.get(path)?.note.headings.map(({ title }) => title);
}

/** A note that has only this title. */
export function note(title: string, body = ''): string {
  return `${title}\n${'='.repeat(title.length)}\n\n${body}\n`;
}
