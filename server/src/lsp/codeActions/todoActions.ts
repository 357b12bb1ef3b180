import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { ServerContext } from '../context.ts';
import type { RequestedNote } from '../handle.ts';
import { toggle } from '../toggle.ts';
import { wants } from './kinds.ts';

/** Checking off the to-dos in the range. */
export async function todoActions(
  context: ServerContext,
  _note: RequestedNote,
  params: CodeActionParams,
): Promise<CodeAction[]> {
  const { convert, settings } = context;
  if (!settings().todos || !wants(params, CodeActionKind.RefactorRewrite)) {
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
