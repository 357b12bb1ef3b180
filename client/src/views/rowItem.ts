import { ThemeIcon, TreeItem, TreeItemCheckboxState, TreeItemCollapsibleState, type TreeItemLabel } from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import { type RowArguments, showRowCommand } from '../commands/commandIds.ts';

/** A row as VS Code shows it. Holds no logic: the server says what stands where. */
export function rowItem(node: TreeNode, view: RowArguments[0]): TreeItem {
  const item = new TreeItem(labelOf(node), collapsibleState(node));
  item.id = node.id;
  item.contextValue = contextValue(node);
  if (node.description !== undefined) item.description = node.description;
  if (node.tooltip !== undefined) item.tooltip = node.tooltip;
  if (node.icon !== undefined) item.iconPath = new ThemeIcon(node.icon);
  if (node.uri !== undefined) {
    const row: RowArguments = [view, node.id];
    item.command = { command: showRowCommand, title: 'Show in Note', arguments: [...row] };
  }
  if (node.todo) item.checkboxState = checkbox(node.label, node.todo.done);
  return item;
}

function labelOf({ label, highlight }: TreeNode): TreeItemLabel {
  return highlight === undefined ? { label } : { label, highlights: [[highlight[0], highlight[1]]] };
}

/** What `when` clauses ask for. */
function contextValue({ kind, todo, annotation }: TreeNode): string {
  if (todo) return todo.done ? 'todo.done' : 'todo.open';
  return annotation ? `annotation.${annotation.state}` : kind;
}

function collapsibleState(node: TreeNode): TreeItemCollapsibleState {
  if (!node.hasChildren) return TreeItemCollapsibleState.None;
  return node.expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function checkbox(label: string, done: boolean): NonNullable<TreeItem['checkboxState']> {
  return {
    state: done ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: done ? 'Done. Click to open it again.' : 'Click to check off.',
    accessibilityInformation: { label: `${label}, ${done ? 'done' : 'open'}`, role: 'checkbox' },
  };
}
