/** Edits by line and character, as the server sends them: what they make of a text, and what takes them back. */
import type { TextEdit } from 'vscode-languageclient';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ToggleEdit } from '../../../server/src/lsp/protocol.ts';

export type LineEdits = ToggleEdit['edits'];
export type ExpectedLines = ToggleEdit['expected'];

/** The text with the edits made. Line ends and all else stay as they are. */
export function applyEdits(text: string, edits: LineEdits): string {
  return TextDocument.applyEdits(documentOf(text), edits as TextEdit[]);
}

/** Whether the lines of `text` read as expected. */
export function linesRead(text: string, expected: ExpectedLines): boolean {
  const document = documentOf(text);
  return expected.every(({ line, text: wanted }) => line < document.lineCount && lineText(document, line) === wanted);
}

/** What brings `text`, once the edits are made, back to what it is; with the lines as they read in between. */
export function inverseEdits(text: string, edits: LineEdits): { edits: LineEdits; expected: ExpectedLines } {
  const before = documentOf(text);
  const after = documentOf(applyEdits(text, edits));
  let shift = 0;
  const inverse = inOrder(before, edits).map(({ start, end, newText }) => {
    const range = { start: after.positionAt(start + shift), end: after.positionAt(start + shift + newText.length) };
    shift += newText.length - (end - start);
    return { range, newText: text.slice(start, end) };
  });
  const lines = new Set(inverse.flatMap(({ range }) => [range.start.line, range.end.line]));
  return { edits: inverse, expected: [...lines].map((line) => ({ line, text: lineText(after, line) })) };
}

function inOrder(document: TextDocument, edits: LineEdits): { start: number; end: number; newText: string }[] {
  return edits
    .map(({ range, newText }) => ({
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
      newText,
    }))
    .sort((a, b) => a.start - b.start);
}

/** The line without its line end. */
function lineText(document: TextDocument, line: number): string {
  return document
    .getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    .replace(/(\r\n|\n|\r)$/, '');
}

function documentOf(text: string): TextDocument {
  return TextDocument.create('', '', 0, text);
}
