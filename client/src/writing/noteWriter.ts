import { Range, type TextDocument, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { ToggleEdit } from '../../../server/src/lsp/protocol.ts';
import type { Platform } from '../platform.ts';
import { applyEdits, inverseEdits, linesRead } from './lineEdits.ts';
import { encode, readSaved, type SavedFile, savesExactly, showsSaved } from './savedBytes.ts';

/** An edit of one note that may be written, found to be right just now. */
export interface PlannedEdit {
  readonly document: TextDocument;
  readonly edits: ToggleEdit['edits'];
  /** The file below; absent where the document has changes that are not saved, which stays so. */
  readonly saved?: SavedFile;
}

/** What takes an edit back. */
export type InverseEdit = Pick<ToggleEdit, 'uri' | 'edits' | 'expected'>;

export type Plan = { readonly planned: PlannedEdit } | { readonly refused: string };

/** `unsaved`: the edit is made, but could not be saved. */
export type Written = { readonly inverse: InverseEdit; readonly unsaved?: string } | { readonly refused: string };

const reloadInMilliseconds = 3000;

/** Compares the note with what the edit was made for. Writes nothing. */
export async function planEdit(change: Omit<ToggleEdit, 'version'>, uri: Uri, platform: Platform): Promise<Plan> {
  const name = workspace.asRelativePath(uri);
  const changed = { refused: `${name} has changed meanwhile. Nothing was written; please try again.` };
  const document = await workspace.openTextDocument(uri);
  if (!linesRead(document.getText(), change.expected)) return changed;
  if (document.isUntitled) return { planned: { document, edits: change.edits } };
  if (await platform.isReadOnly(uri)) return { refused: `${name} is read-only.` };
  if (document.isDirty) return { planned: { document, edits: change.edits } };
  const saved = await readSaved(document);
  return showsSaved(document, saved) ? { planned: { document, edits: change.edits, saved } } : changed;
}

/** Makes the edit as one step of undo, and saves the note where it was saved before, with no other byte changed. */
export async function writeEdit({ document, edits, saved }: PlannedEdit): Promise<Written> {
  const before = saved?.text ?? document.getText();
  const inverse = { uri: document.uri.toString(), ...inverseEdits(before, edits) };
  const after = applyEdits(before, edits);
  if (saved?.isFaithful && !savesExactly(document, saved, after)) {
    await writeBytes(document, after);
    return { inverse };
  }
  const name = workspace.asRelativePath(document.uri);
  if (!(await applyToDocument(document, edits))) return { refused: `${name} could not be edited.` };
  if (!saved) return { inverse };
  if (!saved.isFaithful) {
    return { inverse, unsaved: `${name} is left unsaved: it holds bytes that are no ${document.encoding} text.` };
  }
  return (await document.save()) ? { inverse } : { inverse, unsaved: `${name} could not be saved.` };
}

async function applyToDocument(document: TextDocument, edits: ToggleEdit['edits']): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    edit.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  return workspace.applyEdit(edit);
}

/**
 * Writes past VS Code's saving, and waits until the document shows it. VS Code reads the file again as one step of
 * undo, as after any change from outside.
 */
async function writeBytes(document: TextDocument, text: string): Promise<void> {
  const reloaded = nextChange(document);
  await workspace.fs.writeFile(document.uri, await encode(document, text));
  await reloaded;
}

/** Resolves when the document changes, or when it seems that nothing watches the file. */
function nextChange(document: TextDocument): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      listener.dispose();
      clearTimeout(timer);
      resolve();
    };
    const listener = workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && event.contentChanges.length > 0) end();
    });
    const timer = setTimeout(end, reloadInMilliseconds);
  });
}
