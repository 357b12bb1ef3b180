import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';

const pollMs = 50;

/**
 * Waits until `condition` gives something other than `undefined`, `null` or `false`, and gives that. It is asked again
 * when documents, editors, tabs or diagnostics change, and from time to time for what VS Code has no event for.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  what: string,
  timeoutMs = 10_000,
): Promise<Exclude<T, undefined | null | false>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await condition();
    if (answer !== undefined && answer !== null && answer !== false) {
      return answer as Exclude<T, undefined | null | false>;
    }
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`);
    await nextChange();
  }
}

/**
 * Asks until the answer is `expected`; one that never comes fails with the last answer beside it. One question is not enough for
 * what VS Code asks providers: it drops an answer that it waits for when another provider registers.
 */
export async function untilEqual<T>(ask: () => T | Promise<T>, expected: T, timeoutMs?: number): Promise<void> {
  let last: T | undefined;
  const isExpected = async (): Promise<boolean> => {
    last = await ask();
    return isDeepStrictEqual(last, expected);
  };
  await until(isExpected, 'the answer', timeoutMs).catch(() => assert.deepEqual(last, expected));
}

/** Resolves when something changes in VS Code, or soon. */
function nextChange(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(finish, pollMs);
    const subscriptions = [
      vscode.workspace.onDidChangeTextDocument(finish),
      vscode.workspace.onDidOpenTextDocument(finish),
      vscode.window.onDidChangeActiveTextEditor(finish),
      vscode.window.tabGroups.onDidChangeTabs(finish),
      vscode.languages.onDidChangeDiagnostics(finish),
    ];
    function finish(): void {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
      resolve();
    }
  });
}

/** Where a note of the opened workspace is; `path` is relative to it. */
export function noteUri(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a note of the workspace in an editor. */
export async function openNote(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(noteUri(path)));
}

/**
 * Writes a note into the workspace, which is a copy made for this run. VS Code keeps a document for a while after its editor is
 * closed, and reads the file again a moment after it was written: until then it would show what was in the note before.
 */
export async function writeNote(path: string, text: string): Promise<vscode.Uri> {
  const uri = noteUri(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await until(() => {
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    return document === undefined || document.isDirty || document.getText() === text;
  }, `${path} to be read again`);
  return uri;
}

/** Removes a file of the workspace, if it is there. */
export async function removeNote(path: string): Promise<void> {
  const uri = noteUri(path);
  await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
}

/** Closes all editors, without saving. */
export async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
