/**
 * The one place where offsets become positions, and what features answer becomes what the protocol has.
 */
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type LocationLink,
  type Range,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Snapshot } from '../core/index/snapshot.ts';
import type { TextEdit } from '../core/model/edit.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';
import type { DefinitionPlace } from '../features/definitions.ts';
import type { DocumentLink as NoteLink } from '../features/documentLinks.ts';
import type { Finding, Severity } from '../features/finding.ts';
import type { FoldingRange as NoteFold } from '../features/foldingRanges.ts';
import type { NoteChanges, NoteEdits } from '../features/noteEdits.ts';
import type { OutlineItem } from '../features/outline.ts';
import type { TreeRow } from '../features/treeRow.ts';
import type { SymbolHit } from '../features/workspaceSymbols.ts';
import { pathToUri } from '../workspace/notePath.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import type { OnWire, TreeNode } from './protocol.ts';

/** How the editor knows a document. */
export interface DocumentNames {
  uri(path: NotePath): string;
  /** `null` for documents that are not open. */
  version(path: NotePath): number | null;
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export class Converter {
  readonly #names: DocumentNames;
  readonly #client: ClientFeatures;
  readonly #findingsHelp: string | undefined;

  /** `findingsHelp`: URI of the folder that has a page for each finding code, where there is one. */
  constructor(names: DocumentNames, client: ClientFeatures, findingsHelp: string | undefined) {
    this.#names = names;
    this.#client = client;
    this.#findingsHelp = findingsHelp;
  }

  symbols(lines: LineIndex, items: readonly OutlineItem[]): DocumentSymbol[] {
    return items.map((item) => ({
      name: symbolName(item.title),
      kind: SymbolKind.String,
      range: blockRange(lines, item.span, item.selectionSpan),
      selectionRange: toRange(lines, item.selectionSpan),
      children: this.symbols(lines, item.children),
    }));
  }

  /** For clients whose symbols have no children. */
  flatSymbols(path: NotePath, lines: LineIndex, items: readonly OutlineItem[], container = ''): SymbolInformation[] {
    return items.flatMap((item) => [
      {
        name: symbolName(item.title),
        kind: SymbolKind.String,
        location: { uri: this.#names.uri(path), range: blockRange(lines, item.span, item.selectionSpan) },
        ...(container === '' ? {} : { containerName: container }),
      },
      ...this.flatSymbols(path, lines, item.children, item.title),
    ]);
  }

  symbolHits(snapshot: Snapshot, hits: readonly SymbolHit[]): SymbolInformation[] {
    return hits.map((hit) => ({
      name: symbolName(hit.title),
      kind: SymbolKind.String,
      location: { uri: this.#names.uri(hit.path), range: rangeIn(snapshot, hit.path, hit.span) },
      ...(hit.container === undefined ? {} : { containerName: hit.container }),
    }));
  }

  folds(ranges: readonly NoteFold[]): FoldingRange[] {
    return ranges.map(({ startLine, endLine, kind }) => ({
      startLine,
      endLine,
      ...(kind === undefined ? {} : { kind }),
    }));
  }

  links(snapshot: Snapshot, lines: LineIndex, links: readonly NoteLink[]): DocumentLink[] {
    return links.flatMap((link) => {
      const target = this.#linkTarget(snapshot, link);
      const range = toRange(lines, link.span);
      return target === undefined
        ? []
        : [this.#client.linkTooltips ? { range, target, tooltip: link.tooltip } : { range, target }];
    });
  }

  locations(snapshot: Snapshot, places: readonly { readonly path: NotePath; readonly span: Span }[]): Location[] {
    return places.map(({ path, span }) => ({ uri: this.#names.uri(path), range: rangeIn(snapshot, path, span) }));
  }

  /** For clients that can show what is asked about, and what they go to, each as a whole. */
  locationLinks(snapshot: Snapshot, origin: Range, places: readonly DefinitionPlace[]): LocationLink[] {
    return places.map(({ path, span, selectionSpan }) => ({
      originSelectionRange: origin,
      targetUri: this.#names.uri(path),
      targetRange: rangeIn(snapshot, path, span),
      targetSelectionRange: rangeIn(snapshot, path, selectionSpan),
    }));
  }

  diagnostic(snapshot: Snapshot, lines: LineIndex, finding: Finding): Diagnostic {
    const diagnostic: Diagnostic = {
      range: toRange(lines, finding.span),
      severity: severities[finding.severity],
      code: finding.code,
      source: 'Talk Notes',
      message: finding.message,
    };
    if (this.#client.codeDescription && this.#findingsHelp !== undefined) {
      diagnostic.codeDescription = { href: `${this.#findingsHelp}/${finding.code}.md` };
    }
    if (this.#client.diagnosticTags && finding.tags !== undefined) {
      diagnostic.tags = [DiagnosticTag.Unnecessary];
    }
    if (this.#client.relatedInformation && finding.related !== undefined) {
      diagnostic.relatedInformation = finding.related.map(({ path, span, message }) => ({
        location: { uri: this.#names.uri(path), range: rangeIn(snapshot, path, span, lines) },
        message,
      }));
    }
    return diagnostic;
  }

  /** An edit of several notes, bound to the versions that the spans belong to where the client can do that. */
  workspaceEdit(changes: readonly NoteEdits[], linesOf: (path: NotePath) => LineIndex | undefined): WorkspaceEdit {
    const documents = changes.flatMap(({ path, edits }) => {
      const lines = linesOf(path);
      return lines === undefined ? [] : [{ path, edits: edits.map((edit) => toTextEdit(lines, edit)) }];
    });
    if (this.#client.documentChanges) {
      return {
        documentChanges: documents.map(({ path, edits }) => ({
          textDocument: { uri: this.#names.uri(path), version: this.#names.version(path) },
          edits,
        })),
      };
    }
    return { changes: Object.fromEntries(documents.map(({ path, edits }) => [this.#names.uri(path), edits])) };
  }

  /** The same with files that are created or renamed; `undefined` where the client cannot do that. */
  noteChanges(changes: NoteChanges, linesOf: (path: NotePath) => LineIndex | undefined): WorkspaceEdit | undefined {
    const { creates = [], renames = [] } = changes;
    const { createsFiles, renamesFiles } = this.#client;
    if ((creates.length > 0 && !createsFiles) || (renames.length > 0 && !renamesFiles)) {
      return undefined;
    }
    const edit = this.workspaceEdit(changes.edits, linesOf);
    if (creates.length === 0 && renames.length === 0) {
      return edit;
    }
    const start = { line: 0, character: 0 };
    return {
      documentChanges: [
        ...creates.flatMap(({ path, text }) => [
          { kind: 'create' as const, uri: pathToUri(path), options: { overwrite: false, ignoreIfExists: false } },
          {
            textDocument: { uri: pathToUri(path), version: null },
            edits: [{ range: { start, end: start }, newText: text }],
          },
        ]),
        ...(edit.documentChanges ?? []),
        ...renames.map(({ from, to }) => ({
          kind: 'rename' as const,
          oldUri: this.#names.uri(from),
          newUri: pathToUri(to),
        })),
      ],
    };
  }

  treeNodes(snapshot: Snapshot, rows: readonly TreeRow[]): TreeNode[] {
    return rows.map(({ path, span, todo, annotation, ...row }) => ({
      ...row,
      ...(path === undefined ? {} : { uri: this.#names.uri(path) }),
      ...(path === undefined || span === undefined ? {} : { range: rangeIn(snapshot, path, span) }),
      ...(todo === undefined ? {} : { todo: this.#onWire(todo) }),
      ...(annotation === undefined ? {} : { annotation: this.#onWire(annotation) }),
    }));
  }

  #onWire<Thing extends { readonly path: NotePath }>({ path, ...thing }: Thing): OnWire<Thing> {
    return { uri: this.#names.uri(path), ...thing };
  }

  #linkTarget(snapshot: Snapshot, { url, path, offset }: NoteLink): string | undefined {
    if (url !== undefined) {
      return /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : undefined;
    }
    if (path === undefined) {
      return undefined;
    }
    return this.placeUri(snapshot, path, offset);
  }

  /** The URI of a place in a file. VS Code and others read a fragment `#L3,1` as 1-based line and column. */
  placeUri(snapshot: Snapshot, path: NotePath, offset: number | undefined): string {
    const place = offset === undefined ? undefined : snapshot.notes.get(path)?.note.lines.positionAt(offset);
    const fragment = place === undefined ? '' : `#L${place.line + 1},${place.character + 1}`;
    return `${this.#names.uri(path)}${fragment}`;
  }
}

/** The range of `span` in a note whose lines are `lines`. */
export function toRange(lines: LineIndex, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

export function toTextEdit(lines: LineIndex, edit: TextEdit): { range: Range; newText: string } {
  return { range: toRange(lines, edit.span), newText: edit.text };
}

/** A range in any note of `snapshot`; the start of the file where it is not among them, unless `lines` are known. */
export function rangeIn(snapshot: Snapshot, path: NotePath, span: Span, lines?: LineIndex): Range {
  const known = snapshot.notes.get(path)?.note.lines ?? lines;
  const start = { line: 0, character: 0 };
  return known === undefined ? { start, end: start } : toRange(known, span);
}

/**
 * The range of whole lines without the last line break: else the first column of the next section would count as part
 * of this one, and breadcrumbs would show the wrong title there.
 */
function blockRange(lines: LineIndex, span: Span, inside: Span): Range {
  const end = span.end > inside.end && lines.positionAt(span.end).character === 0 ? span.end - 1 : span.end;
  return toRange(lines, { start: span.start, end: Math.max(end, inside.end) });
}

/** VS Code refuses symbols without a name. */
function symbolName(title: string): string {
  return title.trim() === '' ? '(no title)' : title;
}
