/** Between the positions of the protocol and those of VS Code. */
import { type Position, Range } from 'vscode';
import type { WirePosition, WireRange } from '../../server/src/lsp/protocol.ts';

export function wirePosition({ line, character }: Position): WirePosition {
  return { line, character };
}

export function wireRange({ start, end }: Range): WireRange {
  return { start: wirePosition(start), end: wirePosition(end) };
}

export function rangeOf({ start, end }: WireRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
