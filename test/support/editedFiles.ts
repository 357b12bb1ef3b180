/** What an editor makes of a workspace edit of the protocol. */
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The documents after `edit`, by URI: created, edited and renamed in the order given. Those left alone are left out. */
export function editedFiles(edit: WorkspaceEdit | null, before: ReadonlyMap<string, string>): Map<string, string> {
  const after = new Map<string, string>();
  for (const change of edit?.documentChanges ?? []) {
    if ('textDocument' in change) {
      const { uri } = change.textDocument;
      const text = after.get(uri) ?? before.get(uri) ?? '';
      const edits = change.edits.filter((each) => 'newText' in each);
      after.set(uri, TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), edits));
    } else if (change.kind === 'create') {
      after.set(change.uri, '');
    } else if (change.kind === 'rename') {
      after.set(change.newUri, after.get(change.oldUri) ?? before.get(change.oldUri) ?? '');
      after.delete(change.oldUri);
    }
  }
  return after;
}
