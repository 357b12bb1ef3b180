/** Findings as a JUnit report, which every build server shows: a suite for each note, a failure for each finding. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Finding } from '../../features/finding.ts';
import type { Shell } from '../shell.ts';
import type { Report } from './reporter.ts';

export function junitReport(shell: Shell): Report {
  const failures = new Map<string, string[]>();
  return {
    finding(entry, finding, counts) {
      if (counts) {
        const path = shell.show(entry.path);
        failures.set(path, [...(failures.get(path) ?? []), testCase(path, entry, finding)]);
      }
    },
    end({ notes }) {
      const clean = notes - failures.size;
      const total = [...failures.values()].reduce((sum, cases) => sum + cases.length, 0);
      const suites = [...failures].map(
        ([path, cases]) =>
          `  <testsuite name="${xml(path)}" tests="${cases.length}" failures="${cases.length}">\n${cases.join('')}  </testsuite>\n`,
      );
      const rest = clean > 0 ? `  <testsuite name="notes without findings" tests="${clean}" failures="0"/>\n` : '';
      shell.terminal.out(
        `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="talk-notes" tests="${total + clean}" failures="${total}">\n${suites.join('')}${rest}</testsuites>\n`,
      );
    },
  };
}

function testCase(path: string, { note }: NoteEntry, { code, severity, message, span }: Finding): string {
  const { line, character } = note.lines.positionAt(span.start);
  const place = `${path}:${line + 1}:${character + 1}`;
  return [
    `    <testcase classname="${xml(path)}" name="${xml(`${code} ${line + 1}:${character + 1}`)}">\n`,
    `      <failure type="${xml(severity)}" message="${xml(message)}">${xml(`${place}: ${message}`)}</failure>\n`,
    '    </testcase>\n',
  ].join('');
}

/** Text for XML, without the characters that it cannot have. */
function xml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\n', '&#10;')
  );
}
