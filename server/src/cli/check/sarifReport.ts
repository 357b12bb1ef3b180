/** Findings as SARIF 2.1.0, which code scanning services and editors read. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Finding, Severity } from '../../features/finding.ts';
import { subjectText } from '../../features/subjectText.ts';
import type { Shell } from '../shell.ts';
import type { Report } from './reporter.ts';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export function sarifReport(shell: Shell): Report {
  const results: object[] = [];
  const codes = new Set<string>();
  return {
    finding(entry, finding, counts) {
      if (!counts) {
        return;
      }
      codes.add(finding.code);
      results.push(resultOf(shell, entry, finding));
    },
    end() {
      const rules = [...codes].sort().map((id) => ({ id, shortDescription: { text: id } }));
      const run = {
        tool: { driver: { name: 'Talk Notes', rules } },
        columnKind: 'utf16CodeUnits',
        results,
      };
      const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
      shell.terminal.out(`${JSON.stringify(log, null, 2)}\n`);
    },
  };
}

function resultOf(shell: Shell, { path, note }: NoteEntry, finding: Finding): object {
  const { code, severity, message, span } = finding;
  const start = note.lines.positionAt(span.start);
  const end = note.lines.positionAt(span.end);
  const region = {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  const uri = shell.show(path).split('/').map(encodeURIComponent).join('/');
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
    // What a service recognizes it by when lines have moved, and ages in messages have changed.
    partialFingerprints: { 'talkNotes/v1': `${code} ${shell.show(path)} ${subjectText(note, span) ?? message}` },
  };
}
