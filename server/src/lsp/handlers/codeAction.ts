import { type CodeAction, CodeActionKind, type CodeActionParams, type Range } from 'vscode-languageserver';
import { findings } from '../../features/findings.ts';
import { quickFixes } from '../../features/quickFixes.ts';
import type { ServerContext } from '../context.ts';
import { toRange } from '../convert.ts';
import type { RequestedNote } from '../handle.ts';
import { effectiveSeverities } from '../settings.ts';
import { toggle } from '../toggle.ts';

export const codeActionKinds: string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite];

/** Quick fixes of findings, and checking off the to-dos on the selected lines. */
export function registerCodeAction(context: ServerContext): void {
  const { connection, handle, client } = context;
  connection.onCodeAction(
    handle.note(
      'codeAction',
      (): CodeAction[] => [],
      async (note, params: CodeActionParams) => {
        if (!client.codeActionLiterals) {
          return [];
        }
        const fixes = wants(params, CodeActionKind.QuickFix) ? await fixActions(context, note, params) : [];
        const toggles = wants(params, CodeActionKind.RefactorRewrite) ? await todoActions(context, params) : [];
        return [...fixes, ...toggles];
      },
    ),
  );
}

/** A client that asks for `refactor` means everything below it as well. */
function wants({ context: { only } }: CodeActionParams, kind: string): boolean {
  return only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

async function fixActions(
  { convert, settings, workspace }: ServerContext,
  note: RequestedNote,
  params: CodeActionParams,
) {
  const { path, snapshot, entry } = note;
  const { lines } = entry.note;
  const text = (await workspace.currentText(path))?.text ?? '';
  const found = workspace.isComplete ? findings(snapshot, path, effectiveSeverities(settings())) : [];
  return found
    .filter((finding) => overlap(toRange(lines, finding.span), params.range))
    .flatMap((finding) =>
      quickFixes(snapshot, path, text, finding).map((fix): CodeAction => {
        const diagnostic = convert.diagnostic(snapshot, lines, finding);
        return {
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          isPreferred: fix.preferred,
          diagnostics: params.context.diagnostics.filter((shown) => isSame(shown, diagnostic)),
          edit: convert.workspaceEdit(fix.edits, (edited) => snapshot.notes.get(edited)?.note.lines),
        };
      }),
    );
}

async function todoActions(context: ServerContext, params: CodeActionParams) {
  const { convert, settings } = context;
  if (!settings().todos) {
    return [];
  }
  const { outcome, notes } = await toggle(context, {
    lines: { uri: params.textDocument.uri, ranges: [params.range] },
  });
  if (outcome.changes.length === 0) {
    return [];
  }
  const many = outcome.count > 1 ? `${outcome.count} to-dos` : 'to-do';
  return [
    {
      title: outcome.done ? `Check off ${many}` : `Uncheck ${many}`,
      kind: CodeActionKind.RefactorRewrite,
      edit: convert.workspaceEdit(outcome.changes, (path) => notes.get(path)?.entry.note.lines),
    },
  ];
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
