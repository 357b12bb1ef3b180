/** Speakers and tags that occur in any note. */
import type { NoteIndex } from '../../core/index/noteIndex.ts';
import type { Note } from '../../core/model/note.ts';
import { handlesBelow } from '../talks.ts';
import type { CompletionInput } from './completionInput.ts';
import type { Proposal } from './completionItem.ts';

interface Mentions {
  readonly speakers: readonly string[];
  readonly tags: readonly string[];
}

/** Every key that is typed asks for those of all notes. */
const known = new WeakMap<Note, Mentions>();

export function speakerProposals({ snapshot }: CompletionInput): readonly Proposal[] {
  return mostUsed(snapshot.notes, ({ speakers }) => speakers).map((label) => ({ label, kind: 'speaker' }));
}

export function tagProposals({ snapshot }: CompletionInput): readonly Proposal[] {
  return mostUsed(snapshot.notes, ({ tags }) => tags).map((label) => ({ label, kind: 'tag' }));
}

/** Without what is being typed itself: a name that occurs nowhere else is no help. */
function mostUsed(notes: NoteIndex, namesOf: (mentions: Mentions) => readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { note } of notes.entries()) {
    for (const name of namesOf(mentionsOf(note))) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

function mentionsOf(note: Note): Mentions {
  let mentions = known.get(note);
  if (mentions === undefined) {
    const people = note.todos.flatMap(({ metadata }) => metadata?.people ?? []);
    mentions = {
      speakers: [...note.headings.flatMap(handlesBelow), ...people],
      tags: [...(note.meta?.tags ?? []), ...note.todos.flatMap(({ metadata }) => metadata?.tags ?? [])],
    };
    known.set(note, mentions);
  }
  return mentions;
}
