/** What the names of notes, and of pages made of notes, end with. */
import { dialects } from '../dialects/registry.ts';
import { extname, type NotePath } from '../text/path.ts';

/** Suffixes that a document name leaves out, in the order in which they are tried; Sphinx reads `.txt` as well. */
const NOTE_SUFFIXES: readonly string[] = [...dialects.flatMap(({ extensions }) => extensions), '.txt'];

const WEB_SUFFIXES: ReadonlySet<string> = new Set(['.html', '.htm']);

/** A note that leaves suffixes out means its own kind first. */
export function noteSuffixes(from: NotePath): readonly string[] {
  const own = extname(from);
  return own === NOTE_SUFFIXES[0] || !isNoteSuffix(own)
    ? NOTE_SUFFIXES
    : [own, ...NOTE_SUFFIXES.filter((suffix) => suffix !== own)];
}

/** Whether files with this suffix are notes, for this product or for Sphinx. */
export function isNoteSuffix(suffix: string): boolean {
  return NOTE_SUFFIXES.includes(suffix.toLowerCase());
}

/** Whether a file of this suffix may be a page that is made of a note. */
export function isWebSuffix(suffix: string): boolean {
  return WEB_SUFFIXES.has(suffix.toLowerCase());
}
