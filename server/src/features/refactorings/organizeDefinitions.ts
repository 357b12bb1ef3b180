/** Puts the definitions of web addresses together at the end of the note, in the order of their names. */

import type { Anchor } from '../../core/model/anchor.ts';
import { type TextEdit, withEdits } from '../../core/model/edit.ts';
import type { Note } from '../../core/model/note.ts';
import { say } from '../../core/text/say.ts';
import type { Span } from '../../core/text/span.ts';
import { appended, removedLines, startsLine } from '../insertions.ts';
import { leadsTo } from './leadsTo.ts';
import { ownRefactoring, type Refactoring, type RefactoringRequest, reread } from './refactoring.ts';

export function organizeDefinitions(request: RefactoringRequest): readonly Refactoring[] {
  const { entry, text } = request;
  const definitions = entry.note.anchors.filter((anchor) => isDefinition(text, entry.note, anchor));
  if (definitions.length < 2) {
    return [];
  }
  const lines = definitions.map(({ name, span }) => ({ name, line: text.slice(span.start, span.end) }));
  const sorted = lines.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  const unique = sorted.filter(({ line }, at) => line !== sorted[at - 1]?.line);
  const removals = removedLines(text, entry.note, groups(entry.note, definitions));
  const rest = withEdits(text, removals);
  const end = appended(rest, unique.map(({ line }) => line).join('\n'));
  const after = withEdits(rest, [end]);
  if (after === text || !saysTheSame(entry.note, reread(entry, after))) {
    return [];
  }
  return ownRefactoring(request, say('Organize link definitions'), 'organize', difference(text, after));
}

/** An address on one line of its own. */
function isDefinition(text: string, { lines }: Note, { kind, value, span }: Anchor): boolean {
  return (
    (kind === 'explicit' || kind === 'definition') &&
    (value?.type === 'url' || value?.type === 'path') &&
    startsLine(text, span.start) &&
    lines.lineAt(span.start) === lines.lineAt(span.end)
  );
}

/** Spans of definitions that stand on lines one below the other. */
function groups({ lines }: Note, definitions: readonly Anchor[]): readonly Span[] {
  const result: Span[] = [];
  for (const { span } of definitions) {
    const last = result.at(-1);
    if (last !== undefined && lines.lineAt(span.start) === lines.lineAt(last.end) + 1) {
      result[result.length - 1] = { start: last.start, end: span.end };
    } else {
      result.push(span);
    }
  }
  return result;
}

function saysTheSame(before: Note, after: Note): boolean {
  const names = ({ anchors }: Note): string => [...new Set(anchors.map(({ name }) => name))].toSorted().join('\n');
  const links = (note: Note): string => note.links.map(({ target }) => leadsTo(note, target)).join('\n');
  return links(before) === links(after) && names(before) === names(after);
}

/** One edit from the first to the last difference. */
function difference(before: string, after: string): readonly TextEdit[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) {
    start++;
  }
  let same = 0;
  const most = Math.min(before.length, after.length) - start;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) {
    same++;
  }
  return [{ span: { start, end: before.length - same }, text: after.slice(start, after.length - same) }];
}
