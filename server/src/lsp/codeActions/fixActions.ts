import { type CodeAction, CodeActionKind, type CodeActionParams, type Range } from 'vscode-languageserver';
import { say } from '../../core/text/say.ts';
import { findings } from '../../features/findings.ts';
import { lengthenUnderlines } from '../../features/fixes/fixAll.ts';
import { quickFixes } from '../../features/fixes/quickFixes.ts';
import type { ServerContext } from '../context.ts';
import { toRange } from '../convert.ts';
import type { RequestedNote } from '../handle.ts';
import { effectiveSeverities } from '../settings.ts';
import { FIX_ALL, wants } from './kinds.ts';

/** Ways to mend the findings in the range. */
export async function fixActions(
  { convert, settings, workspace }: ServerContext,
  { path, snapshot, entry }: RequestedNote,
  params: CodeActionParams,
): Promise<CodeAction[]> {
  if (!wants(params, CodeActionKind.QuickFix) || !workspace.isComplete) {
    return [];
  }
  const { lines } = entry.note;
  const found = findings(snapshot, path, effectiveSeverities(settings())).filter((finding) =>
    overlap(toRange(lines, finding.span), params.range),
  );
  const text = found.length === 0 ? '' : ((await workspace.currentText(path))?.text ?? '');
  return found.flatMap((finding) => {
    const diagnostic = convert.diagnostic(snapshot, lines, finding);
    const diagnostics = params.context.diagnostics.filter((shown) => isSame(shown, diagnostic));
    return quickFixes({ snapshot, entry, text, finding }).flatMap(({ title, preferred, changes }): CodeAction[] => {
      const edit = convert.noteChanges(changes, (edited) => snapshot.notes.get(edited)?.note.lines);
      const kind = CodeActionKind.QuickFix;
      return edit === undefined ? [] : [{ title, kind, isPreferred: preferred, diagnostics, edit }];
    });
  });
}

/** What mends all findings of one kind in the note. */
export async function fixAllActions(
  { convert, workspace }: ServerContext,
  { path, entry }: RequestedNote,
  params: CodeActionParams,
): Promise<CodeAction[]> {
  if (!wants(params, FIX_ALL) || !entry.note.problems.some(({ code }) => code === 'heading.underline-short')) {
    return [];
  }
  const edits = lengthenUnderlines(entry, (await workspace.currentText(path))?.text ?? '');
  const edit = convert.workspaceEdit([{ path, edits }], () => entry.note.lines);
  return edits.length === 0 ? [] : [{ title: say('Lengthen all underlines'), kind: FIX_ALL, edit }];
}

function isSame(a: { code?: unknown; range: Range }, b: { code?: unknown; range: Range }): boolean {
  return a.code === b.code && compare(a.range.start, b.range.start) === 0 && compare(a.range.end, b.range.end) === 0;
}

function overlap(a: Range, b: Range): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}

function compare(a: Range['start'], b: Range['start']): number {
  return a.line - b.line || a.character - b.character;
}
