/** Links that follow files, as the user wants it. */
import { type FileWillRenameEvent, type Uri, type WorkspaceEdit, workspace } from 'vscode';

type Edit = WorkspaceEdit | null | undefined;

/**
 * The edit that the server gives for files that are about to move. With `prompt` it is handed to VS Code, which asks, makes it
 * together with the move and takes back both at once. With `always` it is made here, as VS Code asks about all it is handed.
 */
export async function updateLinksOnMove(
  event: FileWillRenameEvent,
  next: (event: FileWillRenameEvent) => Thenable<Edit>,
): Promise<Edit> {
  const wanted = workspace.getConfiguration('talkNotes').get<string>('updateLinksOnFileMove');
  if (wanted === 'never') return undefined;
  const edit = await next(event);
  if (!edit || edit.size === 0 || wanted !== 'always') return edit;
  await applyAndSave(edit);
  return undefined;
}

/** Notes without other changes are saved: nobody looks at them. */
async function applyAndSave(edit: WorkspaceEdit): Promise<void> {
  const unsaved = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
  if (!(await workspace.applyEdit(edit))) return;
  const changed: readonly Uri[] = edit.entries().map(([uri]) => uri);
  for (const uri of changed) {
    if (!unsaved.has(uri.toString())) await workspace.save(uri);
  }
}
