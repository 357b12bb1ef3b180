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

/** A row as VS Code shows it. Holds no logic: the server says what stands where. */
export function rowItem(node: TreeNode, view: RowArguments[0]): TreeItem {
  const item = new TreeItem(labelOf(node), collapsibleState(node));
  item.id = node.id;
  item.contextValue = contextValue(node);
  // A screen reader would read the tooltip, which is the whole thread.
  if (node.annotation) item.accessibilityInformation = { label: [node.label, node.description].join(', ') };
  if (node.description !== undefined) item.description = node.description;
  if (node.tooltip !== undefined) item.tooltip = node.tooltip;
  if (node.icon !== undefined) {
    item.iconPath = new ThemeIcon(node.icon, node.iconColor === undefined ? undefined : new ThemeColor(node.iconColor));
  }
  if (node.uri !== undefined) {
    const row: RowArguments = [view, node.id];
    item.command = { command: showRowCommand, title: l10n.t('Show in Note'), arguments: [...row] };
  }
  if (node.todo) {
    item.checkboxState = checkbox(node.label, node.todo.done);
    item.accessibilityInformation = { label: spoken(node), role: 'treeitem' };
    // What is shown struck through is still told as it reads.
    if (node.todo.done && node.tooltip === undefined) item.tooltip = node.label;
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

function spoken({ label, description, todo }: TreeNode): string {
  const states = {
    open: l10n.t('open'),
    'in-progress': l10n.t('in progress'),
    done: l10n.t('done'),
    cancelled: l10n.t('cancelled'),
  };
  return [label, description, todo && states[todo.state]].filter((part) => part !== undefined).join(', ');
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
