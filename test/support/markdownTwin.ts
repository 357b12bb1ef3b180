/** The reference notes as Markdown: the same titles, links and targets, so that what holds for them is tried in both formats. */
import { readFileSync } from 'node:fs';
import { FolderFacts } from '../../server/src/core/index/folderFacts.ts';
import { type NoteEntry, NoteIndex } from '../../server/src/core/index/noteIndex.ts';
import type { Snapshot } from '../../server/src/core/index/snapshot.ts';
import type { Anchor } from '../../server/src/core/model/anchor.ts';
import { type TextEdit, withEdits } from '../../server/src/core/model/edit.ts';
import type { Link } from '../../server/src/core/model/link.ts';
import { dirname, type NotePath, relativePath } from '../../server/src/core/text/path.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import type { Files } from './noteFiles.ts';
import { entryOf, listingsOf } from './workspace.ts';

/** Notes and their texts, which are on no disk. */
export interface Twin {
  readonly snapshot: Snapshot;
  readonly texts: Files;
}

/** Each note of `snapshot`, whose notes are on the disk, as Markdown. */
export function markdownTwin(snapshot: Snapshot): Twin {
  const texts = new Map<NotePath, string>();
  for (const entry of snapshot.notes.entries()) {
    texts.set(asMarkdown(entry.path), textOf(snapshot, entry));
  }
  const entries = [...texts].map(([path, text]) => ({ path, entry: entryOf(path, text) }));
  const root = snapshot.roots[0]!;
  const listings = new Map([...listingsOf([...texts.keys()])].filter(([folder]) => folder.startsWith(root)));
  return {
    snapshot: { notes: NoteIndex.empty.with(entries), files: FolderFacts.empty.with(listings), roots: [root] },
    texts,
  };
}

function asMarkdown(path: NotePath): NotePath {
  return path.replace(/\.rst$/, '.md');
}

function textOf(snapshot: Snapshot, { path, note }: NoteEntry): string {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  const at = ({ start, end }: Span): string => text.slice(start, end);
  const titles = note.headings.map(({ span, titleSpan, level }) => ({
    span,
    text: `${'#'.repeat(Math.min(level, 6))} ${at(titleSpan)}`,
  }));
  const links = note.links.map((link) => ({ span: link.span, text: linkText(snapshot, path, link, at) }));
  const anchors = note.anchors.map((anchor) => ({ span: anchor.span, text: anchorText(anchor) }));
  return withEdits(
    text,
    apart([...titles, ...anchors, ...links].filter((edit): edit is TextEdit => edit.text !== undefined)),
  );
}

/** Those that do not lie within an earlier one. */
function apart(edits: readonly TextEdit[]): readonly TextEdit[] {
  const kept: TextEdit[] = [];
  for (const edit of edits) {
    if (!kept.some(({ span }) => span.start < edit.span.end && edit.span.start < span.end)) {
      kept.push(edit);
    }
  }
  return kept;
}

function linkText(snapshot: Snapshot, from: NotePath, link: Link, at: (span: Span) => string): string | undefined {
  const { target, label, span } = link;
  switch (target.type) {
    case 'url':
      return `<${target.url}>`;
    case 'local':
      return `[${label ?? 'text'}][${target.name}]`;
    case 'label': {
      const [to] = snapshot.notes.labelDefinitions(target.name);
      const path = to === undefined ? 'gone' : relativePath(dirname(from), asMarkdown(to));
      return `[${label ?? target.text}](${path}#${target.name})`;
    }
    case 'path': {
      const path = target.to === 'note' ? `${target.path}.md` : target.path;
      // Each way of writing a path has its share.
      return span.start % 2 === 0
        ? `[${label ?? target.path}](${path})`
        : `![${label ?? target.path}](<${path}> "${at(span).length}")`;
    }
    default:
      return undefined;
  }
}

function anchorText({ kind, name, value }: Anchor): string | undefined {
  if (kind !== 'explicit' || /[<>"[\]]/.test(name)) {
    return undefined;
  }
  return value?.type === 'url'
    ? `[${name}]: <${value.url}>`
    : value === undefined
      ? `<a id="${name.replace(/\s/g, '-')}"></a>`
      : undefined;
}
