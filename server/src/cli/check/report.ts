/** How findings are printed: one way for people, several for programs. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Finding } from '../../features/finding.ts';
import type { Shell } from '../shell.ts';
import type { ReportFormat } from './checkOptions.ts';
import { githubLine } from './githubReport.ts';
import { junitReport } from './junitReport.ts';
import { sarifReport } from './sarifReport.ts';
import { jsonLine, textLine, textSummary } from './textReport.ts';
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

export function openReport(shell: Shell, format: ReportFormat): Report {
  const { terminal } = shell;
  switch (format) {
    case 'text':
      return {
        finding: (entry, finding, counts) => counts && terminal.out(textLine(shell, entry, finding)),
        end: (summary) => terminal.out(textSummary(shell, summary)),
      };
    case 'json':
      return { finding: (entry, finding) => terminal.out(jsonLine(shell, entry, finding)), end() {} };
    case 'github':
      return {
        finding: (entry, finding, counts) => counts && terminal.out(githubLine(shell, entry, finding)),
        end() {},
      };
    case 'sarif':
      return sarifReport(shell);
    case 'junit':
      return junitReport(shell);
  }
}
