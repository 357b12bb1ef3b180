/** What the tests of this extension share: its API, its trees, and files as bytes. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TalkNotesApi } from '../../../client/src/extension.shared.ts';
import type { NodeTree } from '../../../client/src/views/nodeTree.ts';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import { noteUri, until } from './support.ts';

/** The extension, running, with all notes read. */
export async function talkNotes(): Promise<TalkNotesApi> {
  const extension = vscode.extensions.getExtension<TalkNotesApi>('talk-notes.talk-notes');
  assert.ok(extension, 'The extension is not installed');
  const api = await extension.activate();
  await api.client.indexReady();
  return api;
}

/** The rows of a tree as indented lines, `label` or `label | description`; below `root` where it is given. */
export async function drawTree(tree: NodeTree, root?: string, depth = 0): Promise<string[]> {
  const lines: string[] = [];
  for (const id of await tree.getChildren(root)) {
    const { label, description } = tree.node(id)!;
    lines.push(`${'  '.repeat(depth)}${description ? `${label} | ${description}` : label}`);
    lines.push(...(await drawTree(tree, id, depth + 1)));
  }
  return lines;
}

/** The first row, in the order of the tree, that fits. */
export async function findRow(
  tree: NodeTree,
  fits: (node: TreeNode) => boolean,
  root?: string,
): Promise<TreeNode | undefined> {
  for (const id of await tree.getChildren(root)) {
    const node = tree.node(id)!;
    const found = fits(node) ? node : await findRow(tree, fits, id);
    if (found) return found;
  }
  return undefined;
}

/** Waits until the tree has a row that fits. */
export function rowOf(tree: NodeTree, fits: (node: TreeNode) => boolean, what: string): Promise<TreeNode> {
  return until(() => findRow(tree, fits), `the row ${what}`);
}

/** A file of the workspace as it is on the disk, one character for each byte. */
export async function bytesOf(path: string): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(noteUri(path))).toString('latin1');
}

/** Writes bytes, given as one character each. */
export async function writeBytes(path: string, bytes: string): Promise<vscode.Uri> {
  const uri = noteUri(path);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(bytes, 'latin1'));
  return uri;
}

/** The codes of the findings that VS Code shows for a note. */
export function findingCodes(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => {
    return String(typeof code === 'object' ? code.value : code);
  });
}

/** Changes a document as typing does. */
export async function replaceText(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const at = document.getText().indexOf(old);
  assert.ok(at >= 0, `no ${old}`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + old.length));
  edit.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Changes a setting for the time that `run` takes. */
export async function withSetting(name: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration();
  await settings.update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await run();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}

/** Lines of a note, joined. */
export function note(...lines: string[]): string {
  return `${lines.join('\n')}\n`;
}
