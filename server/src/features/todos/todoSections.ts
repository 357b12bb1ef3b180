/** Where the to-dos of a talk stand, or would. */

import type { Note } from '../../core/model/note.ts';
import { foldSpace } from '../../core/text/foldSpace.ts';
import { sectionChain } from '../sections.ts';

/** A section that is there, or one to be made below `parent` (-1: below nothing). */
export type TodoSection = { readonly heading: number } | { readonly parent: number; readonly title: string };

/** Whether section `index` is titled as one of `titles`. */
export function isTitled(note: Note, index: number, titles: readonly string[]): boolean {
  const heading = note.headings[index];
  return heading !== undefined && titles.some((title) => fold(title) === fold(heading.title));
}

/**
 * Where new to-dos of section `talk` belong: the To Do section that it is or has, else its own list of boxes, else a
 * section to be made, titled as others of the note are. -1 stands for the whole note.
 */
export function todoSectionOf(note: Note, talk: number, titles: readonly string[]): TodoSection {
  if (isTitled(note, talk, titles)) {
    return { heading: talk };
  }
  // A note's first title stands for the note: what stands below is the note's.
  const parent = talk < 0 && note.headings.length > 0 ? 0 : talk;
  const within = note.headings.findIndex(
    (heading, index) => heading.parent === parent && isTitled(note, index, titles),
  );
  if (within >= 0) {
    return { heading: within };
  }
  const ownBoxes = note.todos.some((todo) => todo.heading === parent && todo.kind === 'checkbox' && todo.parent < 0);
  if (ownBoxes) {
    return { heading: parent };
  }
  const written = note.headings.findLast((_, index) => isTitled(note, index, titles));
  return { parent, title: written?.title ?? titles[0] ?? 'To Do' };
}

/**
 * The To Do section of the talk that section `heading` belongs to: of the innermost part that has one, else one to be made for
 * the whole talk. Unlike for a new to-do, a list of boxes in the talk itself will not do: the to-do stands there.
 */
export function ownTodoSection(note: Note, heading: number, titles: readonly string[]): TodoSection {
  const chain = sectionChain(note, heading).filter((index) => index > 0);
  for (const part of [...chain].reverse()) {
    const section = todoSectionOf(note, part, titles);
    if ('heading' in section && isTitled(note, section.heading, titles)) {
      return section;
    }
  }
  const talk = chain[0] ?? -1;
  const section = todoSectionOf(note, talk, titles);
  return 'heading' in section && !isTitled(note, section.heading, titles)
    ? { parent: section.heading, title: titles[0] ?? 'To Do' }
    : section;
}

function fold(title: string): string {
  return foldSpace(title.toLowerCase());
}
