/** Walking the sections of a note, and naming them in a way that outlives edits elsewhere. */
import type { Heading, Note } from '../core/model/note.ts';

/** Titles from the outermost section in; a number behind a title says which of several of that name it is. */
export type SectionPath = readonly (string | number)[];

/** The name of a note: the title that names it, else its first one, else what it is called on disk. */
export function noteTitle(note: Note, fileName: string): string {
  return (titleSection(note) < 0 ? note.meta?.title : undefined) ?? note.headings[0]?.title ?? fileName;
}

/** The section whose title names the note: the first; -1 where front matter does that, and titles start deeper. */
export function titleSection({ headings, meta }: Note): number {
  const [first] = headings;
  return first === undefined || (meta?.title !== undefined && first.level > 1) ? -1 : 0;
}

/** Indexes of the sections right inside of section `parent`, or of the outermost ones for -1. */
export function childSections(note: Note, parent: number): readonly number[] {
  const end = note.headings[parent]?.sectionEnd ?? Number.POSITIVE_INFINITY;
  const children: number[] = [];
  for (let index = parent + 1; index < note.headings.length; index++) {
    const heading = note.headings[index]!;
    if (heading.span.start >= end) {
      break;
    }
    if (heading.parent === parent) {
      children.push(index);
    }
  }
  return children;
}

/** Whether section `index` has sections inside. The first of them follows it at once. */
export function hasChildSections(note: Note, index: number): boolean {
  return note.headings[index + 1]?.parent === index;
}

/** Whether anything stands below a note in a tree. */
export function hasTopSections(note: Note): boolean {
  return note.headings.length > titleSection(note) + 1;
}

/** What stands below a note in a tree: the sections of the title that names the note, and further outermost ones. */
export function topSections(note: Note): readonly number[] {
  const outermost = childSections(note, -1);
  return titleSection(note) < 0 ? outermost : [...childSections(note, 0), ...outermost.slice(1)];
}

/** The innermost section that holds `offset`; -1 before the first title. */
export function sectionAt(note: Note, offset: number): number {
  let low = 0;
  let high = note.headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (note.headings[middle]!.span.start <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

/** Section `index` and those around it, outermost first. */
export function sectionChain(note: Note, index: number): readonly number[] {
  const chain: number[] = [];
  for (let at = index; at >= 0; at = note.headings[at]!.parent) {
    chain.unshift(at);
  }
  return chain;
}

/** The lasting name of section `index`. */
export function sectionPath(note: Note, index: number): SectionPath {
  const ordinals = ordinalsOf(note.headings);
  return sectionChain(note, index).flatMap((at) => {
    const { title } = note.headings[at]!;
    return ordinals[at] === 0 ? [title] : [title, ordinals[at]!];
  });
}

/** The section of that name; `undefined` where there is none any more, -1 for the empty path. */
export function findSection(note: Note, path: SectionPath): number | undefined {
  const ordinals = ordinalsOf(note.headings);
  let parent = -1;
  for (let step = 0; step < path.length; step++) {
    const title = path[step];
    const next = path[step + 1];
    const ordinal = typeof next === 'number' ? next : 0;
    step += Number(typeof next === 'number');
    const around = parent;
    const found = note.headings.findIndex(
      (heading, at) => heading.parent === around && heading.title === title && ordinals[at] === ordinal,
    );
    if (found < 0) {
      return undefined;
    }
    parent = found;
  }
  return parent;
}

const ordinalCache = new WeakMap<readonly Heading[], readonly number[]>();

/** For each title how many of the same name stand before it in the same section. */
function ordinalsOf(headings: readonly Heading[]): readonly number[] {
  let ordinals = ordinalCache.get(headings);
  if (ordinals === undefined) {
    const counter = ordinalCounter();
    ordinals = headings.map(({ parent, title }) => counter(`${parent} ${title}`));
    ordinalCache.set(headings, ordinals);
  }
  return ordinals;
}

/** Counts how often each key was asked for before. */
export function ordinalCounter(): (key: string) => number {
  const counts = new Map<string, number>();
  return (key) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count;
  };
}
