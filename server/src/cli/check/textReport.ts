/** Findings as lines of text, for people and for programs. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Finding, Severity } from '../../features/finding.ts';
import type { Shell } from '../shell.ts';
import { counted, printable, type Style, styled } from '../terminal.ts';
import type { CheckSummary } from './reporter.ts';

const styles: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
};

/** `notes/a.rst:3:5: warning: No note “b”. [link.file-missing]`; most terminals make the place a link. */
export function textLine(shell: Shell, { path, note }: NoteEntry, finding: Finding): string {
  const { terminal } = shell;
  const { line, character } = note.lines.positionAt(finding.span.start);
  const place = styled(terminal, 'bold', `${printable(shell.show(path))}:${line + 1}:${character + 1}:`);
  const severity = styled(terminal, styles[finding.severity], `${finding.severity}:`);
  return `${place} ${severity} ${printable(finding.message)} ${styled(terminal, 'dim', `[${finding.code}]`)}\n`;
}

/** One line of JSON; lines and columns are 1-based, columns count UTF-16 code units. */
export function jsonLine(shell: Shell, { path, note }: NoteEntry, finding: Finding): string {
  const start = note.lines.positionAt(finding.span.start);
  const end = note.lines.positionAt(finding.span.end);
  const { code, severity, message } = finding;
  const place = {
    path: shell.show(path),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  return `${JSON.stringify({ ...place, code, severity, message })}\n`;
}

/** The last lines: how much was looked at, and what came of it. */
export function textSummary(shell: Shell, { notes, counting, known, fixed, web }: CheckSummary): string {
  const found = `${counted(notes, 'note')}, ${counting === 0 ? 'no findings' : counted(counting, 'finding')}`;
  const more = [known > 0 ? `${known} known` : '', fixed > 0 ? `${counted(fixed, 'link')} mended` : ''].filter(Boolean);
  const text = `${[found, ...more].join(', ')}.`;
  const lines = [...(web === undefined ? [] : [webLine(web)]), text];
  return `${lines.map((line) => styled(shell.terminal, line === text ? (counting === 0 ? 'green' : 'bold') : 'dim', line)).join('\n')}\n`;
}

function webLine({ links, sites, outcomes, remembered }: NonNullable<CheckSummary['web']>): string {
  const { ok, broken, unverified, skipped } = outcomes;
  const counts = [`${ok} ok`, `${broken} broken`, `${unverified} unverified`, `${skipped} skipped`].join(', ');
  const memory = remembered === 0 ? '' : `; ${remembered} known from before`;
  return `${counted(links, 'web link')} of ${counted(sites, 'site')}: ${counts}${memory}.`;
}
