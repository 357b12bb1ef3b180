import {
  Selection,
  type TextDocumentShowOptions,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { WireRange } from '../../../server/src/lsp/protocol.ts';
import { rangeOf } from '../wire.ts';

/** Shows a place in a note: `at` at the top of the editor, the cursor at its start. */
export async function jump(
  uri: string,
  at: WireRange | undefined,
  options: TextDocumentShowOptions,
): Promise<TextEditor> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const editor = await window.showTextDocument(document, options);
  if (at) {
    const range = document.validateRange(rangeOf(at));
    editor.selection = new Selection(range.start, range.start);
    editor.revealRange(range, TextEditorRevealType.AtTop);
  }
  return editor;
}
