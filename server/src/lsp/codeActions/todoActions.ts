import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { say } from '../../core/text/say.ts';
import type { ToggleOutcome } from '../../features/toggleTodos.ts';
import type { ServerContext } from '../context.ts';
import type { RequestedNote } from '../handle.ts';
import { toggle } from '../toggle.ts';
import { wants } from './kinds.ts';

function titleOf({ done, count }: ToggleOutcome): string {
  if (count === 1) {
    return done ? say('Check off to-do') : say('Uncheck to-do');
  }
  return done ? say('Check off {0} to-dos', count) : say('Uncheck {0} to-dos', count);
}

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
  return [
    {
      title: titleOf(outcome),
      kind: CodeActionKind.RefactorRewrite,
      edit: convert.workspaceEdit(outcome.changes, (path) => notes.get(path)?.entry.note.lines),
    },
  ];
}
