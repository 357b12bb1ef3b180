/** Sections before the one before them, or behind the next one. */

import type { NoteEntry } from '../../core/index/noteIndex.ts';
import { type TextEdit, withEdits } from '../../core/model/edit.ts';
import type { Note } from '../../core/model/note.ts';
import { say } from '../../core/text/say.ts';
import type { Span } from '../../core/text/span.ts';
import { lineBreakOf } from '../insertions.ts';
import type { Refused } from '../rename/renamable.ts';
import { childSections } from '../sections.ts';
import { leadsTo } from './leadsTo.ts';
import { reread } from './refactoring.ts';
import { sectionSpan } from './sectionSpan.ts';

/**
 * Edits that let section `index` change places with a sister. What is edited is the sister, so that a cursor in the section
 * stays where it is.
 */
export function moveSection(
  entry: NoteEntry,
  text: string,
  index: number,
  direction: 'up' | 'down',
): readonly TextEdit[] | Refused {
  const { note } = entry;
  const sisters = childSections(note, note.headings[index]!.parent);
  const sister = sisters[sisters.indexOf(index) + (direction === 'up' ? -1 : 1)];
  if (sister === undefined) {
    return {
      refused: direction === 'up' ? say('This is the first section here.') : say('This is the last section here.'),
    };
  }
  const own = sectionSpan(note, index);
  const other = sectionSpan(note, sister);
  const edits = direction === 'up' ? swapped(text, other, own, 'first') : swapped(text, own, other, 'second');
  const after = reread(entry, withEdits(text, edits));
  return saysTheSame(note, after) ? edits : { refused: say('The note would read differently then.') };
}

/** Lets the two neighbours change places by taking `moves` out and putting it in on the other side. */
function swapped(text: string, first: Span, second: Span, moves: 'first' | 'second'): readonly TextEdit[] {
  const [one, two] = [text.slice(first.start, first.end), text.slice(second.start, second.end)];
  const [head, tail] = [one.trimEnd(), two.trimEnd()];
  const gap = one.slice(head.length) || lineBreakOf(text).repeat(2);
  const end = two.slice(tail.length);
  return moves === 'first'
    ? [
        { span: first, text: '' },
        { span: { start: second.start + tail.length, end: second.end }, text: gap + head + end },
      ]
    : [
        { span: { start: first.start, end: first.start }, text: tail + gap },
        { span: { start: first.start + head.length, end: second.end }, text: end },
      ];
}

/** The same titles, links and targets, in another order; and links by name lead where they did. */
function saysTheSame(before: Note, after: Note): boolean {
  return facts(before) === facts(after);
}

function facts(note: Note): string {
  const all = [
    ...note.headings.map(({ title, level }) => `title ${level} ${title}`),
    ...note.anchors.map(({ kind, name, value }) => `anchor ${kind} ${name} ${JSON.stringify(value)}`),
    ...note.links.map(({ kind, label, target }) => `link ${kind} ${label} ${leadsTo(note, target)}`),
  ];
  return all.toSorted().join('\n');
}
