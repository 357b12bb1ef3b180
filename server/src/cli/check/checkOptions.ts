/** What `talk-notes check` was told to do. */
import type { Severity } from '../../features/finding.ts';

export const reportFormats = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const failureLevels = ['error', 'warning', 'information', 'hint', 'never'] as const;

export interface CheckOptions {
  readonly format: ReportFormat;
  /** The mildest severity that counts. */
  readonly failOn: Severity | 'never';
  /** Present where the web is to be asked. */
  readonly web?: WebCheckOptions;
  /** Write the new addresses of links that have moved; `diff` shows what that would be. */
  readonly fix?: 'write' | 'diff';
  /** File with findings that are known, and do not count. */
  readonly baseline?: string;
  /** Write what is found now into that file. */
  readonly updateBaseline: boolean;
}

export interface WebCheckOptions {
  readonly concurrency: number;
  readonly timeoutMs: number;
  readonly hostGapMs: number;
  readonly ignore: readonly string[];
  readonly fragments: boolean;
  readonly allowPrivateHosts: boolean;
  readonly userAgent?: string;
  /** File of what is remembered; `none` remembers nothing beyond this run. */
  readonly cache: { readonly file?: string } | 'none';
}

const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Whether a finding of this severity counts. */
export function counts({ failOn }: CheckOptions, severity: Severity): boolean {
  return failOn !== 'never' && order.indexOf(severity) <= order.indexOf(failOn);
}
