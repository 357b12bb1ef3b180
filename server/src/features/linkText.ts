/** Text that links to an address or to files, in a note's own format. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import { isNoteSuffix } from '../core/index/noteSuffixes.ts';
import { dirname, extname, type NotePath, relativePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';
import { lineBreakOf } from './insertions.ts';

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

/** A link to a web address. What is selected becomes its text; `undefined` where no such link can be written. */
export function webLinkText(entry: NoteEntry, text: string, selection: Span, address: string): string | undefined {
  const label = text.slice(selection.start, selection.end);
  const isPlain = label.trim() !== '' && !/[\r\n]\s*[\r\n]/.test(label);
  const link = isPlain ? entry.dialect.writes.webLink(address, label.trim()) : undefined;
  return link !== undefined && readsAsLink(entry, text, selection, link) ? link : undefined;
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
