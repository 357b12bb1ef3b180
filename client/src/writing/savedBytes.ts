/**
 * A note's file as bytes, beside the text that VS Code made of it. Saving through VS Code can change bytes that nobody
 * touched: save-time settings (final newline, trailing blanks, formatters), mixed line ends, characters that could not
 * be decoded. This module knows when it would.
 */
import { type TextDocument, workspace } from 'vscode';

export interface SavedFile {
  readonly bytes: Uint8Array;
  /** The file's text with the line ends it really has. */
  readonly text: string;
  /** Encoding `text` gives `bytes` again, so that an edit of the text changes no other byte. */
  readonly isFaithful: boolean;
}

/** Reads the file below a document. Rejects where it cannot be read. */
export async function readSaved(document: TextDocument): Promise<SavedFile> {
  const bytes = await workspace.fs.readFile(document.uri);
  const text = await workspace.decode(bytes, { encoding: document.encoding });
  return { bytes, text, isFaithful: equalBytes(await encode(document, text), bytes) };
}

/** The bytes of `text` in the document's encoding. */
export async function encode(document: TextDocument, text: string): Promise<Uint8Array> {
  return workspace.encode(text, { encoding: document.encoding });
}

/** Whether the document shows what the file holds; line ends do not count. */
export function showsSaved(document: TextDocument, saved: SavedFile): boolean {
  return withSimpleLineEnds(document.getText()) === withSimpleLineEnds(saved.text);
}

/** Whether VS Code, saving the document with `text` in it, would write that text and nothing else. */
export function savesExactly(document: TextDocument, saved: SavedFile, text: string): boolean {
  if (document.getText() !== saved.text) return false;
  const files = workspace.getConfiguration('files', document);
  const editor = workspace.getConfiguration('editor', document);
  return !(
    editor.get('formatOnSave', false) ||
    hasCodeActions(editor.get('codeActionsOnSave')) ||
    (files.get('insertFinalNewline', false) && /[^\r\n]$/.test(text)) ||
    (files.get('trimFinalNewlines', false) && /[\r\n][\t ]*[\r\n]+$/.test(text)) ||
    (files.get('trimTrailingWhitespace', false) && /[\t ]$/m.test(text))
  );
}

function hasCodeActions(setting: unknown): boolean {
  if (Array.isArray(setting)) return setting.length > 0;
  if (typeof setting !== 'object' || setting === null) return false;
  return Object.values(setting).some((when) => when !== false && when !== 'never');
}

function withSimpleLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
