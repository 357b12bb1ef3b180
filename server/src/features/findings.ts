/** All findings of one note. The one place where the user's severities are applied. */
import type { Snapshot } from '../core/index/snapshot.ts';
import { type TargetUse, targetUses } from '../core/index/targetUses.ts';
import { isIgnored } from '../core/model/ignore.ts';
import type { Note } from '../core/model/note.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Finding, FindingCode, RawFinding, Severity, SeverityOverrides } from './finding.ts';
import { linkFindings } from './linkFindings.ts';
import { nameFindings } from './nameFindings.ts';
import { problemFindings } from './problemFindings.ts';
import { subjectText } from './subjectText.ts';
import { targetFindings } from './targetFindings.ts';
import { type WebKnowledge, webFindings } from './web/webFindings.ts';

const NO_OVERRIDES: SeverityOverrides = new Map();

/** Each code with the severity that it has unless the user says otherwise. */
export const defaultSeverities: Readonly<Record<FindingCode, Severity>> = {
  'link.file-missing': 'warning',
  'link.case-mismatch': 'warning',
  'link.anchor-missing': 'warning',
  'link.reference-undefined': 'warning',
  'link.ambiguous': 'warning',
  'target.duplicate': 'warning',
  'target.unused': 'hint',
  'web.not-found': 'warning',
  'web.gone': 'warning',
  'web.host-missing': 'warning',
  'web.redirected': 'hint',
  'web.front-page': 'hint',
  'web.anchor-missing': 'information',
  'web.unverified': 'hint',
  'heading.underline-short': 'warning',
  'heading.level-inconsistent': 'warning',
  'heading.invalid': 'warning',
};

/** What is wrong in the note at `path`, in document order; empty where there is no such note. `web`: what is known of it. */
export function findings(
  snapshot: Snapshot,
  path: NotePath,
  overrides: SeverityOverrides = NO_OVERRIDES,
  web?: WebKnowledge,
): readonly Finding[] {
  const note = snapshot.notes.get(path)?.note;
  if (note === undefined) {
    return [];
  }
  const uses = targetUses(note);
  return judged(
    note,
    [...ownFindings(note, path, uses), ...linkFindings(snapshot, path, uses), ...ofWeb(note, web)],
    overrides,
  );
}

/** What is wrong in `note` as far as its own text can tell, in document order. */
export function noteFindings(
  note: Note,
  path: NotePath,
  overrides: SeverityOverrides = NO_OVERRIDES,
  web?: WebKnowledge,
): readonly Finding[] {
  return judged(note, [...ownFindings(note, path, targetUses(note)), ...ofWeb(note, web)], overrides);
}

function ofWeb(note: Note, web: WebKnowledge | undefined): readonly RawFinding[] {
  return web === undefined ? [] : webFindings(note, web);
}

function ownFindings(note: Note, path: NotePath, uses: readonly TargetUse[]): readonly RawFinding[] {
  return [...problemFindings(note), ...nameFindings(note, path, uses), ...targetFindings(note, path, uses)];
}

function judged(note: Note, raw: readonly RawFinding[], overrides: SeverityOverrides): readonly Finding[] {
  const result: Finding[] = [];
  for (const finding of heeded(note, raw)) {
    const severity = overrides.get(finding.code) ?? defaultSeverities[finding.code];
    if (severity !== 'off') {
      result.push({ ...finding, severity });
    }
  }
  return result.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Those that no comment in the note says to leave out. */
function heeded(note: Note, raw: readonly RawFinding[]): readonly RawFinding[] {
  if (note.ignores.length === 0) {
    return raw;
  }
  return raw.filter(({ code, span }) => !isIgnored(note.ignores, code, subjectText(note, span)));
}
