/** Which documents are notes, as VS Code names their languages. */
import { type TextDocument, type TextEditor, window } from 'vscode';

export const noteLanguages = ['restructuredtext'] as const;

function isNote(document: TextDocument): boolean {
  return noteLanguages.some((language) => document.languageId === language);
}

/** The editor with the cursor, where it shows a note. */
export function activeNoteEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor && isNote(editor.document) ? editor : undefined;
}
