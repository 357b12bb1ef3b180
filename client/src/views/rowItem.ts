import {
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  type TreeItemLabel,
} from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import { type RowArguments, showRowCommand } from '../commands/commandIds.ts';
import { marksUri } from './talkMarks.ts';

/** A row as VS Code shows it. Holds no logic: the server says what stands where. */
export function rowItem(node: TreeNode, view: RowArguments[0]): TreeItem {
  const item = new TreeItem(labelOf(node), collapsibleState(node));
  item.id = node.id;
  item.contextValue = contextValue(node);
  // A screen reader would read the tooltip, which may be a whole thread, or a path.
  item.accessibilityInformation = { label: shown(node.label, node.description).join(', ') };
  if (node.description !== undefined) item.description = node.description;
  // A row is hardly ever wide enough for all of it.
  item.tooltip = node.tooltip ?? shown(node.todo?.text ?? node.label, node.description).join('\n');
  if (node.icon !== undefined) {
    item.iconPath = new ThemeIcon(node.icon, node.iconColor === undefined ? undefined : new ThemeColor(node.iconColor));
  }
  if (node.marks) item.resourceUri = marksUri(node.marks);
  if (node.uri !== undefined) {
    const row: RowArguments = [view, node.id];
    item.command = { command: showRowCommand, title: l10n.t('Show in Note'), arguments: [...row] };
  }
  if (node.todo) {
    item.checkboxState = checkbox(node.label, node.todo.done);
    item.accessibilityInformation = { label: spoken(node), role: 'treeitem' };
  }
  return item;
}

function labelOf({ label, highlight, todo }: TreeNode): TreeItemLabel {
  if (todo?.done) return { label: struckThrough(label) };
  return highlight === undefined ? { label } : { label, highlights: [[highlight[0], highlight[1]]] };
}

/** What `when` clauses ask for. */
function contextValue({ kind, todo, annotation }: TreeNode): string {
  if (todo) return `todo.${todo.state}`;
  return annotation ? `annotation.${annotation.state}` : kind;
}

/** Labels of trees have no styles of their own: a stroke is put on every letter. */
function struckThrough(label: string): string {
  return [...label].map((letter) => `${letter}\u0336`).join('');
}

function shown(...parts: readonly (string | undefined)[]): readonly string[] {
  return parts.filter((part) => part !== undefined).filter((part) => part !== '');
}

function spoken({ label, description, todo }: TreeNode): string {
  const states = {
    open: l10n.t('open'),
    'in-progress': l10n.t('in progress'),
    done: l10n.t('done'),
    cancelled: l10n.t('cancelled'),
  };
  return shown(label, description, todo && states[todo.state]).join(', ');
}

function collapsibleState(node: TreeNode): TreeItemCollapsibleState {
  if (!node.hasChildren) return TreeItemCollapsibleState.None;
  return node.expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function checkbox(label: string, done: boolean): NonNullable<TreeItem['checkboxState']> {
  return {
    state: done ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: done ? l10n.t('Done. Click to open it again.') : l10n.t('Click to check off.'),
    accessibilityInformation: { label: `${label}, ${done ? l10n.t('done') : l10n.t('open')}`, role: 'checkbox' },
  };
}
