/** A note as the facts that the docutils oracle prints, so that the two can be compared. */
import type { LinkTarget } from '../../server/src/core/model/link.ts';
import type { Note } from '../../server/src/core/model/note.ts';

export interface Fact {
  readonly line: number;
  readonly kind: string;
  readonly what: string;
}

export interface Facts {
  readonly headings: readonly Fact[];
  readonly links: readonly Fact[];
  readonly targets: readonly Fact[];
  readonly tasks: readonly Fact[];
}

/** Facts of `note`; lines are 1-based. `text` is the note's text, which opaque targets are read from. */
export function factsOf(note: Note, text: string): Facts {
  const lineOf = (offset: number): number => note.lines.lineAt(offset) + 1;
  return {
    headings: note.headings.map(({ level, title, titleSpan }) => ({
      line: lineOf(titleSpan.start),
      kind: `H${level}`,
      what: title,
    })),
    links: note.links.map(({ kind, span, target, targetSpan, label }) => ({
      line: lineOf(span.start),
      kind,
      what: targetText(target, text.slice(targetSpan.start, targetSpan.end), label),
    })),
    targets: note.anchors.map(({ kind, name, span }) => ({ line: lineOf(span.start), kind, what: name })),
    tasks: note.todos.map(({ kind, state, span, text: what }) => ({
      line: lineOf(span.start),
      kind: `${kind} ${state}`,
      what,
    })),
  };
}

function targetText(target: LinkTarget, source: string, label: string | undefined): string {
  switch (target.type) {
    case 'url':
      return target.url;
    case 'path':
      return target.fragment === undefined ? target.path : `${target.path}#${target.fragment}`;
    case 'local':
      return target.name;
    case 'label':
    case 'opaque':
      return target.text;
    case 'anonymous':
      return label ?? source;
  }
}
