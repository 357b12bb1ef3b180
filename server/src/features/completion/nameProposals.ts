/** Names of places: labels, targets, footnotes, titles. */
import { isPlainLabel, labelOf } from '../../core/index/noteSymbols.ts';
import { resolve } from '../../core/index/resolve.ts';
import { definitionsIn } from '../../core/index/resolveName.ts';
import { displayPath } from '../../core/index/workspaceRoot.ts';
import type { LinkTarget, NameSpace } from '../../core/model/link.ts';
import type { Heading } from '../../core/model/note.ts';
import type { NotePath } from '../../core/text/path.ts';
import type { CompletionInput } from './completionInput.ts';
import { type CompletionKind, MOST_PROPOSALS, type Proposal } from './completionItem.ts';
import { fits } from './fits.ts';

const KINDS: Readonly<Record<NameSpace, CompletionKind>> = {
  target: 'name',
  definition: 'name',
  substitution: 'name',
  footnote: 'footnote',
  citation: 'footnote',
};

/** Labels of all notes, with the titles that they stand above. */
export function labelProposals({ snapshot, written }: CompletionInput): readonly Proposal[] {
  const proposals: Proposal[] = [];
  for (const name of snapshot.notes.labels()) {
    if (!isPlainLabel(name) || !fits(name, written)) {
      continue;
    }
    const [path] = snapshot.notes.labelDefinitions(name);
    const note = path === undefined ? undefined : snapshot.notes.get(path)?.note;
    const anchor = note?.anchors.find((each) => labelOf(each) === name);
    if (path !== undefined && anchor !== undefined) {
      const heading = note?.headings.find(({ names }) => names.includes(name));
      const detail = heading?.title ?? displayPath(snapshot.roots, path);
      proposals.push({ label: name, kind: 'label', detail });
    }
    if (proposals.length > MOST_PROPOSALS) {
      break;
    }
  }
  return proposals;
}

/** Names that the note itself defines, as they are written there. */
export function nameProposals({ entry, text }: CompletionInput, spaces: readonly NameSpace[]): readonly Proposal[] {
  return spaces.flatMap((space) =>
    [...definitionsIn(entry.note, space)].flatMap(([name, { anchors, headings }]): readonly Proposal[] => {
      const [anchor] = anchors;
      const kind = KINDS[space];
      if (anchor !== undefined) {
        const label = text.slice(anchor.nameSpan.start, anchor.nameSpan.end).replace(/\s+/g, ' ');
        const detail =
          anchor.valueSpan === undefined ? undefined : text.slice(anchor.valueSpan.start, anchor.valueSpan.end);
        return label === '' ? [] : [{ label, kind, ...(detail === undefined ? {} : { detail }) }];
      }
      const title = headings[0]?.title ?? name;
      return entry.dialect.anchorKey(title) === name ? [{ label: title, kind: 'heading' }] : [{ label: name, kind }];
    }),
  );
}

/** Places in the note that `path` leads to, as a path's fragment names them. */
export function fragmentProposals(input: CompletionInput, path: string): readonly Proposal[] {
  const found = noteAt(input, { type: 'path', path, to: 'file' });
  const entry = found === undefined ? undefined : input.snapshot.notes.get(found);
  if (entry === undefined) {
    return [];
  }
  const slugs = entry.note.headings.map((heading) => fragmentOf(heading));
  return entry.note.headings.flatMap(({ title }, index) => {
    const slug = slugs[index];
    return slug === undefined || slugs.indexOf(slug) < index
      ? []
      : [{ label: slug, kind: 'heading', detail: title } as const];
  });
}

/** Titles in the note of that name, as wiki links write them. */
export function headingProposals(input: CompletionInput, name: string): readonly Proposal[] {
  const found = noteAt(input, { type: 'note-name', name });
  const headings = found === undefined ? [] : (input.snapshot.notes.get(found)?.note.headings ?? []);
  const titles = new Set(headings.map(({ title }) => title).filter((title) => !/[|\]#]/.test(title)));
  return [...titles].map((label) => ({ label, kind: 'heading' }));
}

function noteAt({ snapshot, path }: CompletionInput, target: LinkTarget): NotePath | undefined {
  const isOwn = (target.type === 'path' && target.path === '') || (target.type === 'note-name' && target.name === '');
  const resolution = isOwn ? undefined : resolve(snapshot, path, target);
  return isOwn ? path : resolution?.type === 'note' ? resolution.path : undefined;
}

/** What web pages call the title: the first name that needs no quoting. */
function fragmentOf({ names }: Heading): string | undefined {
  return (
    names.find((name) => /^[^\s#]+$/.test(name)) ?? names[0]?.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
  );
}
