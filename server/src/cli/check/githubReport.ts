/** Findings as GitHub's workflow commands: they become annotations of the lines in question. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Finding, Severity } from '../../features/finding.ts';
import type { Shell } from '../shell.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export function githubLine(shell: Shell, { path, note }: NoteEntry, finding: Finding): string {
  const start = note.lines.positionAt(finding.span.start);
  const end = note.lines.positionAt(finding.span.end);
  const place = [
    `file=${property(shell.show(path))}`,
    `line=${start.line + 1}`,
    `endLine=${end.line + 1}`,
    // A column counts only where both are of one line.
    ...(start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
    `title=${property(finding.code)}`,
  ];
  return `::${commands[finding.severity]} ${place.join(',')}::${data(finding.message)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
