/** What is wrong or worth knowing at a place in a note, before it becomes a diagnostic or a line of the CLI. */
import type { ProblemCode } from '../core/model/problem.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Stable: settings, docs pages and users' scripts name them. */
export type FindingCode =
  | 'link.file-missing'
  | 'link.case-mismatch'
  | 'link.anchor-missing'
  | 'link.reference-undefined'
  | 'link.ambiguous'
  | 'target.duplicate'
  | 'target.unused'
  | 'web.not-found'
  | 'web.gone'
  | 'web.host-missing'
  | 'web.redirected'
  | 'web.front-page'
  | 'web.anchor-missing'
  | 'web.unverified'
  | ProblemCode;

export interface RelatedPlace {
  readonly path: NotePath;
  readonly span: Span;
  readonly message: string;
}

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly span: Span;
  /** A plain sentence for the user. */
  readonly message: string;
  readonly tags?: 'unnecessary';
  readonly related?: readonly RelatedPlace[];
  /** What a quick fix needs to know; survives JSON. */
  readonly data?: FindingData;
}

/** A finding before it has its severity. */
export type RawFinding = Omit<Finding, 'severity'>;

export interface FindingData {
  /** A file that is there in other letters. */
  readonly actual: NotePath;
}

/** Severity by finding code, as the user set it; `off` drops the finding. */
export type SeverityOverrides = ReadonlyMap<string, Severity | 'off'>;
