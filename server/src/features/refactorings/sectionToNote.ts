/** A section as a note of its own, with a link where it stood. */

import { usesOf } from '../../core/index/backlinks.ts';
import { type Definition, definitionsOf } from '../../core/index/definition.ts';
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import { definitionsIn, spaceOf } from '../../core/index/resolveName.ts';
import { targetUses } from '../../core/index/targetUses.ts';
import { displayPath } from '../../core/index/workspaceRoot.ts';
import type { Anchor } from '../../core/model/anchor.ts';
import { type TextEdit, withEdits } from '../../core/model/edit.ts';
import type { LinkTarget } from '../../core/model/link.ts';
import type { Note } from '../../core/model/note.ts';
import { basename, dirname, extname, join, type NotePath } from '../../core/text/path.ts';
import { say } from '../../core/text/say.ts';
import { slug } from '../../core/text/slug.ts';
import type { Span } from '../../core/text/span.ts';
import { appended, lineBreakOf, removedLines, startsLine } from '../insertions.ts';
import { type Refactoring, type RefactoringRequest, reread } from './refactoring.ts';
import { sectionSpan } from './sectionSpan.ts';

/** Offered where nothing but labels leads into the section, and nothing in it needs what stays behind but addresses. */
export function sectionToNote(request: RefactoringRequest, index: number): readonly Refactoring[] {
  const { snapshot, entry, text } = request;
  const { note, dialect } = entry;
  const span = sectionSpan(note, index);
  const title = note.headings[index]!.title;
  const path = freePath(request, title);
  const taken = path === undefined ? undefined : definitionsTaken(request, span);
  if (index === 0 || path === undefined || taken === undefined || isNamedFromOutside(request, span)) {
    return [];
  }
  const link = dialect.writes.fileLink(basename(path), true, title);
  if (link === undefined) {
    return [];
  }
  const lineBreak = lineBreakOf(text);
  const rest = text.length > span.end ? lineBreak.repeat(2) : lineBreak;
  const edits: TextEdit[] = [{ span, text: `${link}${rest}` }];
  const gone = taken.filter((anchor) => !isUsedElsewhere(request, anchor, span)).map((anchor) => anchor.span);
  edits.push(...removedLines(text, note, gone));
  if (!keepsNames(entry, text, edits, span)) {
    return [];
  }
  const created = { path, text: asNote(request, span, taken) };
  return [
    {
      title: say('Move the section to {0}', displayPath(snapshot.roots, path)),
      kind: 'extract',
      changes: { edits: [{ path: entry.path, edits }], creates: [created] },
    },
  ];
}

/** A file beside the note that is called as the title. */
function freePath({ snapshot, entry }: RefactoringRequest, title: string): NotePath | undefined {
  const name = slug(title);
  const path = join(dirname(entry.path), `${name}${extname(entry.path)}`);
  const isThere = snapshot.notes.get(path) !== undefined || snapshot.files.lookup(path).state !== 'missing';
  return name === '' || isThere ? undefined : path;
}

/** Definitions of addresses outside of the section that it refers to; `undefined` where it needs something else. */
function definitionsTaken(request: RefactoringRequest, span: Span): readonly Anchor[] | undefined {
  const { snapshot, entry, text } = request;
  const anchors = new Set<Anchor>();
  for (const use of targetUses(entry.note)) {
    if (!isLocal(use.target) || !isIn(use.span, span)) {
      continue;
    }
    for (const definition of definitionsOf(snapshot, entry.path, use.target)) {
      if (definition.type === 'heading' && !isIn(definition.heading.titleSpan, span)) {
        return undefined;
      }
      if (definition.type === 'anchor' && definition.path === entry.path && !isIn(definition.anchor.span, span)) {
        const { kind, value, span: own } = definition.anchor;
        const isAddress =
          (kind === 'explicit' || kind === 'definition') && value?.type !== 'local' && value !== undefined;
        const isOne = definitionsIn(entry.note, spaceOf(kind)).get(definition.anchor.name)?.anchors.length === 1;
        if (!isAddress || !isOne || !startsLine(text, own.start)) {
          return undefined;
        }
        anchors.add(definition.anchor);
      }
    }
  }
  return [...anchors];
}

/** Whether `target` is looked for in its own note: by name, or as a place without a path. */
function isLocal(target: LinkTarget): boolean {
  const whole = target.type === 'path' ? target.path : target.type === 'note-name' ? target.name : undefined;
  return target.type === 'local' || target.type === 'anonymous' || whole === '';
}

/** Whether a name in the section is used from outside of it, other than by label. */
function isNamedFromOutside({ snapshot, entry }: RefactoringRequest, span: Span): boolean {
  const { path, note } = entry;
  const inside: Definition[] = [
    ...note.headings
      .filter(({ titleSpan }) => isIn(titleSpan, span))
      .map((heading): Definition => ({ type: 'heading', path, heading })),
    ...note.anchors
      .filter((anchor) => isIn(anchor.span, span))
      .map((anchor): Definition => ({ type: 'anchor', path, anchor })),
  ];
  return usesOf(snapshot, inside).some(
    (use) => use.target.type !== 'label' && !(use.path === path && isIn(use.span, span) && isLocal(use.target)),
  );
}

function isUsedElsewhere({ snapshot, entry }: RefactoringRequest, anchor: Anchor, span: Span): boolean {
  return usesOf(snapshot, [{ type: 'anchor', path: entry.path, anchor }]).some(
    (use) => use.path !== entry.path || !isIn(use.span, span),
  );
}

/** Whether titles that stay are called as before, where numbers tell those apart that read alike. */
function keepsNames(entry: NoteEntry, text: string, edits: readonly TextEdit[], span: Span): boolean {
  const names = (headings: Note['headings']): string => headings.map((each) => each.names.join('|')).join('\n');
  const staying = entry.note.headings.filter(({ titleSpan }) => !isIn(titleSpan, span));
  return names(staying) === names(reread(entry, withEdits(text, edits)).headings);
}

/** The section's text, outermost title first, with the definitions it needs at its end. */
function asNote({ entry, text }: RefactoringRequest, span: Span, taken: readonly Anchor[]): string {
  const lineBreak = lineBreakOf(text);
  const section = `${text.slice(span.start, span.end).trimEnd()}${lineBreak}`;
  const note = reread(entry, section);
  const top = note.headings[0]?.level ?? 1;
  const levels = new Map(note.headings.map(({ level }, at) => [at, level - top + 1]));
  const edits = top > 1 ? entry.dialect.writes.setLevels(section, note, levels) : undefined;
  const shifted = withEdits(section, edits ?? []);
  const lines = taken.map((anchor) => text.slice(anchor.span.start, anchor.span.end));
  return lines.length === 0 ? shifted : withEdits(shifted, [appended(shifted, lines.join('\n'))]);
}

function isIn(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
