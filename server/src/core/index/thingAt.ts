/** What stands at a place of a note: where every feature that has a cursor begins. */
import type { Note } from '../model/note.ts';
import type { NotePath } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import { SpanSearch } from '../text/spanSearch.ts';
import type { Definition } from './definition.ts';
import { Recent } from './recent.ts';
import type { Snapshot } from './snapshot.ts';
import { type TargetUse, useOfAnchor, useOfLink } from './targetUses.ts';

export type Thing =
  /** It leads somewhere: a link, or the value of a target. `span` is the link, or the value. */
  | { readonly type: 'use'; readonly span: Span; readonly use: TargetUse }
  /** It can be named: a target, a footnote, a title. `span` is the name or the title as written. */
  | {
      readonly type: 'definition';
      readonly span: Span;
      readonly definition: Extract<Definition, { type: 'anchor' | 'heading' }>;
    }
  /** `index` is that in `Note.todos`. */
  | { readonly type: 'todo'; readonly span: Span; readonly index: number };

/**
 * The innermost thing at `offset` of the note at `path`; `undefined` in prose. A cursor right behind a thing counts as
 * on it where nothing else is there. Takes logarithmic time once a note was asked about.
 */
export function thingAt(snapshot: Snapshot, path: NotePath, offset: number): Thing | undefined {
  return thingsAt(snapshot, path, offset)[0];
}

/**
 * Everything at `offset`, in this order: links, innermost first, and values of targets; targets by their names; the title;
 * to-dos, innermost first. On the text of `` `text <a.rst>`_ `` that is the link and then the target `text`.
 */
export function thingsAt(snapshot: Snapshot, path: NotePath, offset: number): readonly Thing[] {
  const note = snapshot.notes.get(path)?.note;
  if (note === undefined) {
    return [];
  }
  const { links, anchors, headings, todos } = searches.get(note);
  const around = anchors.around(offset);
  const uses: Thing[] = links.around(offset).map((link) => ({ type: 'use', span: link.span, use: useOfLink(link) }));
  const names: Thing[] = [];
  for (const anchor of around) {
    const use = useOfAnchor(anchor);
    if (use !== undefined && touches(use.span, offset)) {
      uses.push({ type: 'use', span: use.span, use });
    } else if (anchor.kind !== 'embedded' || touches(anchor.nameSpan, offset)) {
      names.push({ type: 'definition', span: anchor.nameSpan, definition: { type: 'anchor', path, anchor } });
    }
  }
  const titles = headings.around(offset).map(
    (heading): Thing => ({
      type: 'definition',
      span: heading.titleSpan,
      definition: { type: 'heading', path, heading },
    }),
  );
  const tasks = todos.around(offset).map(({ span, index }): Thing => ({ type: 'todo', span, index }));
  return [...uses, ...names, ...titles, ...tasks];
}

function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

const searches = new Recent((note: Note) => ({
  links: new SpanSearch(note.links),
  anchors: new SpanSearch(note.anchors),
  headings: new SpanSearch(note.headings),
  todos: new SpanSearch(note.todos.map(({ span }, index) => ({ span, index }))),
}));
