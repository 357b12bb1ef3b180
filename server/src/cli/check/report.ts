/** How findings are printed: one way for people, several for programs. */
import type { Shell } from '../shell.ts';
import type { ReportFormat } from './checkOptions.ts';
import { githubLine } from './githubReport.ts';
import { junitReport } from './junitReport.ts';
import type { Report } from './reporter.ts';
import { sarifReport } from './sarifReport.ts';
import { jsonLine, textLine, textSummary } from './textReport.ts';

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
