/**
 * Keeps the findings that the editor shows up to date: only for notes that a change can affect, and published only
 * when they differ from what was published last.
 */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { affectedNotes } from '../core/index/affected.ts';
import type { NotePath } from '../core/text/path.ts';
import { withoutEditorsOwn } from '../features/editorsOwn.ts';
import { findings, noteFindings } from '../features/findings.ts';
import type { WebKnowledge } from '../features/web/webFindings.ts';
import type { NoteWorkspace } from '../workspace/noteWorkspace.ts';
import type { Clock, Logger } from '../workspace/ports.ts';
import { Slices } from '../workspace/slices.ts';
import type { WorkspaceChange } from '../workspace/workspaceParts.ts';
import type { Converter, DocumentNames } from './convert.ts';
import { isDeepEqual } from './isDeepEqual.ts';
import type { ServedElsewhere } from './servedElsewhere.ts';
import { effectiveSeverities, type Settings } from './settings.ts';

export interface PublisherParts {
  readonly workspace: NoteWorkspace;
  readonly names: DocumentNames;
  readonly convert: Converter;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly elsewhere: ServedElsewhere;
  settings(): Settings;
  /** What can be said of web links. */
  web(): WebKnowledge | undefined;
  /** Sends; `version` is absent for documents that are not open. */
  publish(params: { uri: string; version?: number; diagnostics: Diagnostic[] }): void;
}

interface Published {
  readonly uri: string;
  /** What was sent, to compare with. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many of it are warnings or errors. */
  readonly serious: number;
}

export interface FindingsCount {
  readonly findings: number;
  readonly notesWithFindings: number;
}

export class DiagnosticsPublisher {
  readonly #parts: PublisherParts;
  readonly #published = new Map<NotePath, Published>();
  #pending = new Set<NotePath>();
  #run: Promise<void> | undefined;
  #wholeWorkspace = false;

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  /** Publishes anew what this change can affect. */
  didChange(change: WorkspaceChange): void {
    const { workspace } = this.#parts;
    // Before all notes are known, a scan's news say nothing about links yet: everything is looked at when it ends.
    const affected = workspace.isComplete
      ? affectedNotes(change.before, change.after, change.notes, change.folders)
      : change.notes;
    this.#enqueue(affected);
    this.#enqueue(change.notes);
  }

  /** Looks at one note anew: it was opened or closed. */
  refresh(path: NotePath): void {
    this.#enqueue([path]);
  }

  /** Looks at every note anew: settings changed, or the first scan has ended. */
  refreshAll(): void {
    const { workspace } = this.#parts;
    this.#enqueue(workspace.openPaths);
    this.#enqueue(this.#published.keys());
    if (this.#isWholeWorkspace()) {
      this.#enqueue([...workspace.snapshot.notes.entries()].map(({ path }) => path));
    }
  }

  /** From now on the findings of all notes are published, whatever the settings say. */
  includeWorkspace(): void {
    this.#wholeWorkspace = true;
  }

  /** Resolves when everything is published that is known of by now. */
  async whenPublished(): Promise<void> {
    while (this.#run !== undefined) {
      await this.#run;
    }
  }

  /** Warnings and errors that are published now. */
  count(): FindingsCount {
    const serious = [...this.#published.values()].map((published) => published.serious).filter((count) => count > 0);
    return { findings: serious.reduce((sum, count) => sum + count, 0), notesWithFindings: serious.length };
  }

  #enqueue(paths: Iterable<NotePath>): void {
    for (const path of paths) {
      if (this.#published.has(path) || this.#isInScope(path)) {
        this.#pending.add(path);
      }
    }
    if (this.#pending.size > 0) {
      this.#run ??= new Promise<void>((resolve) => this.#parts.clock.soon(resolve))
        .then(() => this.#publishPending())
        .catch((error: unknown) => this.#parts.logger.error(`Findings: ${String(error)}`))
        .finally(() => {
          this.#run = undefined;
          this.#enqueue([]);
        });
    }
  }

  async #publishPending(): Promise<void> {
    const { workspace, clock } = this.#parts;
    const slices = new Slices(clock);
    while (this.#pending.size > 0) {
      // Notes that somebody looks at come first.
      const pending = [...this.#pending];
      const open = pending.filter((path) => workspace.isOpen(path));
      const batch = open.length > 0 ? open : pending;
      for (const path of batch) {
        this.#pending.delete(path);
      }
      if (workspace.isComplete) {
        await workspace.makeCertain(batch);
      }
      for (const path of batch) {
        this.#publishNote(path);
        if (slices.isOver()) {
          await slices.rest();
        }
      }
    }
  }

  #publishNote(path: NotePath): void {
    const { names, publish } = this.#parts;
    const last = this.#published.get(path);
    const diagnostics = this.#isInScope(path) ? this.#diagnostics(path) : [];
    const uri = names.uri(path);
    if (last !== undefined && last.uri !== uri) {
      publish({ uri: last.uri, diagnostics: [] });
    } else if (isDeepEqual(last?.diagnostics ?? [], diagnostics)) {
      return;
    }
    if (diagnostics.length === 0) {
      this.#published.delete(path);
    } else {
      this.#published.set(path, { uri, diagnostics, serious: diagnostics.filter(isSerious).length });
    }
    const version = names.version(path);
    publish({ uri, ...(version === null ? {} : { version }), diagnostics });
  }

  #diagnostics(path: NotePath): Diagnostic[] {
    const { workspace, convert, settings, elsewhere, web } = this.#parts;
    const snapshot = workspace.snapshotFor(path);
    const entry = snapshot.notes.get(path);
    if (entry === undefined) {
      return [];
    }
    const { note, dialect } = entry;
    const severities = effectiveSeverities(settings());
    const found = workspace.isComplete
      ? findings(snapshot, path, severities, web())
      : noteFindings(note, path, severities, web());
    const shown = elsewhere.has(dialect, 'findings') ? withoutEditorsOwn(entry, found) : found;
    return shown.map((finding) => convert.diagnostic(snapshot, note.lines, finding));
  }

  #isInScope(path: NotePath): boolean {
    const { workspace } = this.#parts;
    return workspace.isOpen(path) || (this.#isWholeWorkspace() && workspace.entry(path) !== undefined);
  }

  #isWholeWorkspace(): boolean {
    return this.#wholeWorkspace || this.#parts.settings().diagnosticsScope === 'workspace';
  }
}

function isSerious(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === DiagnosticSeverity.Error || diagnostic.severity === DiagnosticSeverity.Warning;
}
