import { l10n, Range, type TextDocument, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { ToggleEdit } from '../../../server/src/lsp/protocol.ts';
import type { Platform } from '../platform.ts';
import { applyEdits, inverseEdits, linesRead } from './lineEdits.ts';
import { encode, readSaved, type SavedFile, savesExactly, showsSaved } from './savedBytes.ts';

/** An edit of one note that may be written, found to be right just now. */
export interface PlannedEdit {
  readonly document: TextDocument;
  /** The document's version that the edit was found to be right for. */
  readonly version: number;
  readonly edits: ToggleEdit['edits'];
  /** The file below; absent where the document has changes that are not saved, which stays so. */
  readonly saved?: SavedFile;
}

export type Plan = { readonly planned: PlannedEdit } | { readonly refused: string };

/** `unsaved`: the edit is made, but could not be saved. */
export type Written = { readonly inverse: ToggleEdit; readonly unsaved?: string } | { readonly refused: string };

const reloadInMilliseconds = 3000;

/** Compares the note with what the edit was made for. Writes nothing. */
export async function planEdit(change: ToggleEdit, uri: Uri, platform: Platform): Promise<Plan> {
  const document = await workspace.openTextDocument(uri);
  if (!document.isUntitled && (await platform.isReadOnly(uri))) {
    return { refused: l10n.t('{0} is read-only.', workspace.asRelativePath(uri)) };
  }
  const saved = document.isUntitled || document.isDirty ? undefined : await readSaved(document);
  // From here on nothing waits: the document is compared and its version taken in the same moment.
  const { version } = document;
  const isAsExpected =
    (change.version === null || change.version === version) && linesRead(document.getText(), change.expected);
  if (!isAsExpected) return { refused: hasChanged(uri) };
  if (document.isDirty || !saved) return { planned: { document, version, edits: change.edits } };
  if (!showsSaved(document, saved)) return { refused: hasChanged(uri) };
  return { planned: { document, version, edits: change.edits, saved } };
}

/** Makes the edit as one step of undo, and saves the note where it was saved before, with no other byte changed. */
export async function writeEdit(plan: PlannedEdit): Promise<Written> {
  const [written] = await writeEdits([plan]);
  return written ?? { refused: hasChanged(plan.document.uri) };
}

/**
 * Makes the edits of several notes as one step of undo over all of them, and saves each note as `writeEdit` does. Where one
 * note has changed since it was planned, none is written.
 */
export async function writeEdits(plans: readonly PlannedEdit[]): Promise<readonly Written[]> {
  const changed = plans.find(({ document, version }) => document.version !== version);
  if (changed) return [{ refused: hasChanged(changed.document.uri) }];
  const prepared = plans.map((plan) => prepare(plan));
  const inEditor = prepared.filter(({ pastEditor }) => !pastEditor).map(({ plan }) => plan);
  if (inEditor.length > 0 && !(await applyToDocuments(inEditor))) {
    return [{ refused: hasChanged(inEditor[0]!.document.uri) }];
  }
  const written: Written[] = [];
  for (const each of prepared) written.push(await save(each));
  return written;
}

interface Prepared {
  readonly plan: PlannedEdit;
  readonly inverse: ToggleEdit;
  readonly after: string;
  /** Saving in VS Code would change more than the edit does. */
  readonly pastEditor: boolean;
}

function prepare(plan: PlannedEdit): Prepared {
  const { document, saved, edits } = plan;
  const before = saved?.text ?? document.getText();
  const inverse = { uri: document.uri.toString(), version: null, ...inverseEdits(before, edits) };
  const after = applyEdits(before, edits);
  return { plan, inverse, after, pastEditor: saved?.isFaithful === true && !savesExactly(document, saved, after) };
}

async function save({ plan: { document, version, saved }, inverse, after, pastEditor }: Prepared): Promise<Written> {
  if (pastEditor && document.version !== version) return { refused: hasChanged(document.uri) };
  if (pastEditor) await writeBytes(document, after);
  if (pastEditor || !saved) return { inverse };
  const name = workspace.asRelativePath(document.uri);
  if (!saved.isFaithful) {
    return {
      inverse,
      unsaved: l10n.t('{0} is left unsaved: it holds bytes that are no {1} text.', name, document.encoding),
    };
  }
  return (await document.save()) ? { inverse } : { inverse, unsaved: l10n.t('{0} could not be saved.', name) };
}

function hasChanged(uri: Uri): string {
  return l10n.t('{0} has changed meanwhile. Nothing was written; please try again.', workspace.asRelativePath(uri));
}

/** One edit of the workspace: VS Code takes it back in all notes at once. */
async function applyToDocuments(plans: readonly PlannedEdit[]): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { document, edits } of plans) {
    for (const { range, newText } of edits) {
      const { start, end } = range;
      edit.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText);
    }
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
