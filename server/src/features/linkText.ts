/** Text that links to an address or to files, in a note's own format. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import { isNoteSuffix } from '../core/index/noteSuffixes.ts';
import type { TextEdit } from '../core/model/edit.ts';
import { dirname, extname, type NotePath, relativePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';
import { lineBreakOf } from './insertions.ts';
import { linkByReference } from './linkByReference.ts';

const PICTURES: ReadonlySet<string> = new Set([
  '.png',
  '.jpg',
  '.jpeg',
  '.gif',
  '.svg',
  '.webp',
  '.avif',
  '.bmp',
  '.ico',
  '.apng',
  '.tif',
  '.tiff',
]);

export interface LinkText {
  /** What takes the place of the selection. */
  readonly text: string;
  /** What else the link takes in the note: the definition that it refers to. */
  readonly edits: readonly TextEdit[];
}

/**
 * A link to a web address, as the note has its links: with the address in it, or at the note's end. What is selected becomes its
 * text, else `title`; `undefined` where no such link can be written.
 */
export function webLinkText(
  entry: NoteEntry,
  text: string,
  selection: Span,
  address: string,
  title?: string,
): LinkText | undefined {
  const selected = text.slice(selection.start, selection.end);
  const label = selection.start === selection.end ? (title ?? '') : selected;
  const isPlain = label.trim() !== '' && !/[\r\n]\s*[\r\n]/.test(label);
  const link = isPlain ? entry.dialect.writes.webLink(address, label.trim()) : undefined;
  if (link === undefined || !readsAsLink(entry, text, selection, link)) {
    return undefined;
  }
  const byReference = isByReference(entry) ? referenceText(entry, text, selection, link) : undefined;
  return byReference ?? { text: link, edits: [] };
}

/** What most links of the note do; where it has none to go by, what its format is written in mostly. */
function isByReference({ note, dialect }: NoteEntry): boolean {
  const defined = note.anchors.filter(
    ({ kind, value }) => (kind === 'explicit' || kind === 'definition') && value?.type === 'url',
  ).length;
  const inText = note.links.filter(
    ({ kind, target }) => (kind === 'embedded-uri' || kind === 'inline-link') && target.type === 'url',
  ).length;
  return defined === inText ? dialect.writes.byReference : defined > inText;
}

/** `link` put at the selection, then made a reference; `undefined` where it cannot be one. */
function referenceText(entry: NoteEntry, text: string, { start, end }: Span, link: string): LinkText | undefined {
  const whole = text.slice(0, start) + link + text.slice(end);
  const linkEnd = start + link.length;
  const note = entry.dialect.parse(whole, { todoSections: [] });
  const read = note.links.find(({ span }) => span.start === start && span.end === linkEnd);
  const [reference, definition] = (read && linkByReference({ ...entry, note }, whole, read)) ?? [];
  if (reference === undefined || definition === undefined) {
    return reference && { text: reference.text, edits: [] };
  }
  const at = definition.span.start;
  if (at === linkEnd) {
    return { text: reference.text + definition.text, edits: [] };
  }
  const before = at < start ? at : at - link.length + (end - start);
  return { text: reference.text, edits: [{ span: { start: before, end: before }, text: definition.text }] };
}

/** Links to files, one a line; pictures are shown. */
export function fileLinkText(
  entry: NoteEntry,
  text: string,
  selection: Span,
  files: readonly NotePath[],
): string | undefined {
  const { path, dialect } = entry;
  const label = text.slice(selection.start, selection.end).trim();
  const isAlone = isAloneOnLine(text, selection);
  const links = files.flatMap((file) => {
    const relative = relativePath(dirname(path), file);
    const suffix = extname(file).toLowerCase();
    const link =
      PICTURES.has(suffix) && label === ''
        ? dialect.writes.image(relative, isAlone)
        : dialect.writes.fileLink(relative, isNoteSuffix(suffix), label === '' ? undefined : label);
    return link ?? [];
  });
  const written = links.join(lineBreakOf(text));
  return written !== '' && readsAsLink(entry, text, selection, written) ? written : undefined;
}

/** Not so in code, in a literal block or within another link. */
function readsAsLink({ dialect }: NoteEntry, text: string, { start, end }: Span, written: string): boolean {
  const after = dialect.parse(text.slice(0, start) + written + text.slice(end), { todoSections: [] });
  return after.links.some(({ span }) => span.start >= start && span.end <= start + written.length);
}

function isAloneOnLine(text: string, { start, end }: Span): boolean {
  return (
    /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, start - 200), start)) &&
    /^[ \t]*(?:$|[\r\n])/.test(text.slice(end, end + 200))
  );
}
