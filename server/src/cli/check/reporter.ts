/** What every report of findings has to do. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Finding } from '../../features/finding.ts';
import type { WebSummary } from './webRun.ts';

export interface Report {
  /** `counts`: it makes the command fail. */
  finding(entry: NoteEntry, finding: Finding, counts: boolean): void;
  end(summary: CheckSummary): void;
}

export interface CheckSummary {
  readonly notes: number;
  readonly counting: number;
  /** Left out because the baseline has them. */
  readonly known: number;
  /** Links that were given their new address. */
  readonly fixed: number;
  readonly web?: WebSummary;
}
