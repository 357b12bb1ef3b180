/** The names by which wiki links can call a note: what its file is called, what its title says, and its aliases. */
import type { Note } from '../model/note.ts';
import { basename, extname, type NotePath } from '../text/path.ts';
import { isNoteSuffix } from './noteSuffixes.ts';

interface Named {
  readonly path: NotePath;
  readonly note: Note;
}

/** What a wiki link asks for, folded. */
export interface WantedNote {
  /** All of it: a title or an alias may hold any sign. */
  readonly whole: string;
  /** The last part of a path, without a note's suffix. */
  readonly stem: string;
  /** A note's suffix where one is written, else ''. */
  readonly suffix: string;
  /** The parts of the path before it, outermost first. */
  readonly folders: readonly string[];
}

/** The form in which names are compared: without case, white space folded, accents composed as most systems do. */
export function foldName(name: string): string {
  return name.normalize().toLowerCase().trim().replace(/\s+/g, ' ');
}

/** Every name of a note, folded. */
export function namesOf({ path, note }: Named): ReadonlySet<string> {
  const { meta } = note;
  const written = [stemOf(path), note.headings[0]?.title, meta?.title, ...(meta?.aliases ?? [])];
  const names = new Set<string>();
  for (const name of written) {
    const folded = name === undefined ? '' : foldName(name);
    if (folded !== '') {
      names.add(folded);
    }
  }
  return names;
}

/** Takes the name in a wiki link apart. */
export function readWanted(name: string): WantedNote {
  const whole = foldName(name);
  const parts = whole.split('/').filter((part) => part !== '' && part !== '.');
  const last = parts.pop() ?? '';
  const suffix = isNoteSuffix(extname(last)) ? extname(last) : '';
  const stem = last.slice(0, last.length - suffix.length);
  return { whole, stem, suffix, folders: parts };
}

/** Names under which what a wiki link asks for may be known. */
export function wantedNames(name: string): ReadonlySet<string> {
  const { whole, stem, suffix } = readWanted(name);
  return new Set([whole, stem, stem + suffix].filter((each) => each !== ''));
}

/** Whether the file at `path` has the name, and lies in the folders, that `wanted` asks for. */
export function isFileWanted(path: NotePath, wanted: WantedNote): boolean {
  if (foldName(stemOf(path)) !== wanted.stem && foldName(basename(path)) !== wanted.stem) {
    return false;
  }
  const hasSuffix = wanted.suffix === '' || extname(path).toLowerCase() === wanted.suffix;
  const around = wanted.folders.length === 0 ? '' : `/${wanted.folders.join('/')}/${basename(path)}`;
  return hasSuffix && foldName(path).endsWith(foldName(around));
}

function stemOf(path: NotePath): string {
  const name = basename(path);
  return name.slice(0, name.length - extname(path).length);
}
