/** What each tree shows of a note, compared without positions. Ends at the first difference, since it is looked at while somebody types. */
import type { Note } from '../core/model/note.ts';
import { isUndone } from '../core/model/todo.ts';
import type { Span } from '../core/text/span.ts';
import { isDeepEqual } from './isDeepEqual.ts';

/** Whether one tree shows the same of two versions of a note. */
export type Same = (a: Note | undefined, b: Note | undefined) => boolean;

/** Titles, who spoke, what the note says of itself, how many to-dos are open, and where links lead, or may be led to. */
export const sameTalks: Same = (a, b) => {
  if (a === undefined || b === undefined) {
    return a === b;
  }
  return (
    sameHeadings(a, b) &&
    isDeepEqual(a.meta, b.meta) &&
    sameLists(a.todos.filter(isUndone), b.todos.filter(isUndone), (x, y) => x.heading === y.heading) &&
    sameLists(a.links, b.links, (x, y) => x.label === y.label && isDeepEqual(x.target, y.target)) &&
    sameLists(a.anchors, b.anchors, (x, y) => x.name === y.name && isDeepEqual(x.value, y.value))
  );
};

/** What is said in the margin, whether it is attached, and the note's title. */
export const sameAnnotations: Same = (a, b) => {
  const said = a?.annotations ?? [];
  const isSame = sameLists(
    said,
    b?.annotations ?? [],
    (x, y) =>
      x.state === y.state &&
      x.phrase === y.phrase &&
      (x.target === undefined) === (y.target === undefined) &&
      isDeepEqual(x.remarks, y.remarks),
  );
  return isSame && (said.length === 0 || a?.headings[0]?.title === b?.headings[0]?.title);
};

/** To-dos, and the titles that they stand under. */
export const sameTodos: Same = (a, b) => {
  const todos = a?.todos ?? [];
  const isSame = sameLists(
    todos,
    b?.todos ?? [],
    (x, y) =>
      x.text === y.text && x.state === y.state && x.kind === y.kind && x.heading === y.heading && x.parent === y.parent,
  );
  return isSame && (a === undefined || b === undefined || todos.length === 0 || sameHeadings(a, b));
};

/** What links and targets lead to, which lines they stand on, and what can be led to. */
export const sameLinks: Same = (a, b) => {
  if (a === undefined || b === undefined) {
    return a === b;
  }
  const sameLine = (x: Placed, y: Placed): boolean => a.lines.lineAt(x.span.start) === b.lines.lineAt(y.span.start);
  return (
    sameLists(a.headings, b.headings, (x, y) => isDeepEqual(x.names, y.names)) &&
    sameLists(a.links, b.links, (x, y) => isDeepEqual(x.target, y.target) && sameLine(x, y)) &&
    sameLists(a.anchors, b.anchors, (x, y) => x.name === y.name && isDeepEqual(x.value, y.value) && sameLine(x, y))
  );
};

interface Placed {
  readonly span: Span;
}

function sameHeadings(a: Note, b: Note): boolean {
  return sameLists(a.headings, b.headings, (x, y) => x.title === y.title && x.level === y.level && x.lead === y.lead);
}

/** Whether two lists are as long as each other and the same at each place. Ends at the first difference. */
function sameLists<T>(a: readonly T[], b: readonly T[], isSame: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((x, at) => isSame(x, b[at]!));
}
