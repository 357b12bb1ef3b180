/** How often talks are linked to, to be shown above their titles. */
import type { Snapshot } from '../core/index/snapshot.ts';
import type { Heading } from '../core/model/note.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';
import { type Reference, referencesTo } from './references.ts';
import { eventOf, type TalkOptions } from './talks.ts';

export interface ReferenceLens {
  /** The title. */
  readonly span: Span;
  readonly references: readonly Reference[];
}

/** The note's title and its talks, as far as anything links to them. */
export function referenceLenses(snapshot: Snapshot, options: TalkOptions, path: NotePath): readonly ReferenceLens[] {
  const entry = snapshot.notes.get(path);
  const talks = (entry && eventOf(entry, options)?.talks) ?? [];
  const headings = new Set<Heading>([
    ...(entry?.note.headings.slice(0, 1) ?? []),
    ...talks.map(({ heading }) => heading),
  ]);
  return [...headings].flatMap((heading) => {
    const references = referencesTo(snapshot, { type: 'heading', path, heading });
    return references.length === 0 ? [] : [{ span: heading.titleSpan, references }];
  });
}
