/** A note as `talk-notes index --json` prints it. Lines are 1-based; kinds are those of the model. */

import { followName } from '../core/index/followName.ts';
import type { Anchor } from '../core/model/anchor.ts';
import type { LinkTarget } from '../core/model/link.ts';
import type { Note } from '../core/model/note.ts';
import { isUndone } from '../core/model/todo.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Severity } from '../features/finding.ts';
import { noteFindings } from '../features/findings.ts';

export interface NoteFacts {
  readonly path: string;
  readonly headings: readonly { readonly title: string; readonly level: number; readonly line: number }[];
  readonly links: readonly { readonly kind: string; readonly target: string; readonly line: number }[];
  readonly targets: readonly {
    readonly kind: string;
    readonly name: string;
    readonly uri: string | null;
    readonly line: number;
  }[];
  readonly todos: readonly {
    readonly kind: string;
    readonly done: boolean;
    readonly text: string;
    readonly line: number;
  }[];
  readonly problems: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
    readonly line: number;
  }[];
}

/** The facts of `note`, which is shown as `shown`. Hints are advice and no problems. */
export function factsOf(note: Note, path: NotePath, shown: string): NoteFacts {
  const lineOf = (offset: number): number => note.lines.lineAt(offset) + 1;
  return {
    path: shown,
    headings: note.headings.map(({ title, level, titleSpan }) => ({ title, level, line: lineOf(titleSpan.start) })),
    links: note.links.map(({ kind, target, label, span }) => ({
      kind,
      target: targetText(target, label),
      line: lineOf(span.start),
    })),
    targets: note.anchors.map((anchor) => ({
      kind: anchor.kind,
      name: nameOf(anchor),
      uri: uriOf(note, anchor),
      line: lineOf(anchor.span.start),
    })),
    todos: note.todos.map((todo) => ({
      kind: todo.kind,
      done: !isUndone(todo),
      text: todo.text,
      line: lineOf(todo.span.start),
    })),
    problems: noteFindings(note, path)
      .filter(({ severity }) => severity !== 'hint')
      .map(({ code, severity, message, span }) => ({ code, severity, message, line: lineOf(span.start) })),
  };
}

/** Footnotes that are numbered on their own have no name before that; docutils then tells how they are. */
function nameOf({ auto, name }: Anchor): string {
  return auto === undefined ? name : auto === '#' ? '1' : auto;
}

/** What a link names: its address, its path, or a name. */
function targetText(target: LinkTarget, label: string | undefined): string {
  switch (target.type) {
    case 'url':
      return target.url;
    case 'path':
      return target.fragment === undefined ? target.path : `${target.path}#${target.fragment}`;
    case 'local':
      return target.text ?? target.name;
    case 'note-name':
      return target.fragment === undefined ? target.name : `${target.name}#${target.fragment}`;
    case 'label':
    case 'term':
    case 'opaque':
      return target.text;
    case 'anonymous':
      return label ?? '';
  }
}

/** Where a target leads in the end, other targets of the note followed; `null` where it marks a place. */
function uriOf(note: Note, { value }: Anchor): string | null {
  const end = value && followName(note, value);
  return end?.type === 'target' ? targetText(end.target, undefined) : null;
}
