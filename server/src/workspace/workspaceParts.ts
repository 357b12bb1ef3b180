/** What the workspace is made with, and what it tells. */
import type { ParseOptions } from '../core/dialects/dialect.ts';
import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import type { NotePath } from '../core/text/path.ts';
import type { ExclusionSettings } from './exclusion.ts';
import type { Clock, FileSystem, Logger } from './ports.ts';

/** What changed from one snapshot to the next. */
export interface WorkspaceChange {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Notes that came, went or have another text; also open ones that are outside of the index. */
  readonly notes: ReadonlySet<NotePath>;
  readonly folders: ReadonlySet<NotePath>;
}

export interface ScanState {
  readonly phase: 'scanning' | 'ready' | 'cancelled';
  /** Notes found so far, or in all. */
  readonly notes: number;
}

interface WorkspaceListener {
  didChange(change: WorkspaceChange): void;
  didScan(state: ScanState): void;
  /** Something the user should know once. */
  notice(message: string): void;
}

export interface WorkspaceParts {
  readonly fileSystem: FileSystem;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly listener: WorkspaceListener;
  /** How notes are read until settings say otherwise. */
  readonly parse: ParseOptions;
  /** So many notes at most are indexed. */
  readonly maximalNotes?: number;
}

export interface WorkspaceSettings {
  readonly roots: readonly NotePath[];
  /** By workspace folder. */
  readonly exclusions: ReadonlyMap<NotePath, ExclusionSettings>;
  readonly parse: ParseOptions;
}

/** A note's text with what was parsed from exactly this text. */
export interface NoteText {
  readonly text: string;
  readonly entry: NoteEntry;
}
