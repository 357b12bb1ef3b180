import { Range, type Selection, type TextDocument } from 'vscode';
import type { TodoChoiceParams, TreeNode } from '../../../server/src/lsp/protocol.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import { wireRange } from '../wire.ts';
import type { CommandContext } from './command.ts';

export interface TodoChoice {
  readonly params: TodoChoiceParams;
  /** The first of the rows, which tells what a picker starts with; absent where the editor is meant. */
  readonly first?: NonNullable<TreeNode['todo']>;
}

/** What a key that is bound to a command for the To-Dos view gives it: the rows that are selected there are meant. */
const selectedRows = 'selected';

/**
 * The to-dos that a command means: those of the rows it was run on, or that are selected where a key says so, else those that
 * the editor's cursors and selections touch.
 */
export async function chosenTodos(context: CommandContext, args: readonly unknown[]): Promise<TodoChoice | undefined> {
  const rows = rowIds(context, args);
  const nodes = rows.length > 0 ? await context.todos.tree.current(rows) : [];
  const todos = nodes.map(({ todo }) => todo).filter((todo) => todo !== undefined);
  if (todos[0]) return { params: { todos }, first: todos[0] };
  const editor = activeNoteEditor();
  if (!editor || rows.length > 0 || args[0] === selectedRows) return undefined;
  const ranges = editor.selections.map((selection) => wireRange(touched(selection, editor.document)));
  return { params: { lines: { uri: editor.document.uri.toString(), ranges } } };
}

/** A view's menu passes the row it was opened on and, where several are selected, all of these. */
export function rowIds({ todos }: CommandContext, [clicked, selected]: readonly unknown[]): readonly string[] {
  if (clicked === selectedRows) return todos.view.selection;
  if (Array.isArray(selected)) return selected.filter((row) => typeof row === 'string');
  return typeof clicked === 'string' ? [clicked] : [];
}

/** The selection without the line that it only reaches, as when whole lines are selected. */
function touched(selection: Selection, document: TextDocument): Range {
  const { start, end } = selection;
  if (selection.isEmpty || end.character > 0) return selection;
  return new Range(start, document.lineAt(end.line - 1).range.end);
}
