/** The files and folders that a person named on the command line. */
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dialectFor, dialects } from '../core/dialects/registry.ts';
import { dirname, type NotePath } from '../core/text/path.ts';
import { childOf, uriToPath } from '../workspace/notePath.ts';
import type { StatFileSystem } from '../workspace/ports.ts';

export interface Places {
  readonly folders: readonly NotePath[];
  readonly files: readonly NotePath[];
}

/** The places that `paths` name as seen from `cwd`, or a sentence for each that is none. */
export async function locate(
  fileSystem: StatFileSystem,
  cwd: string,
  paths: readonly string[],
): Promise<Places | readonly string[]> {
  const folders: NotePath[] = [];
  const files: NotePath[] = [];
  const complaints: string[] = [];
  for (const written of paths) {
    const path = toNotePath(cwd, written);
    const stat = path === undefined ? 'missing' : await fileSystem.stat(path);
    if (path === undefined || stat === 'missing') {
      complaints.push(`There is no file or folder ${written}.`);
    } else if (stat === 'unreadable') {
      complaints.push(`${written} cannot be read.`);
    } else if (stat.kind === 'folder') {
      folders.push(path);
    } else if (dialectFor(path) === undefined) {
      complaints.push(`${written} is no note: notes end in ${suffixes()}.`);
    } else {
      files.push(path);
    }
  }
  return complaints.length > 0 ? complaints : { folders: [...new Set(folders)], files: [...new Set(files)] };
}

/** What lies at the top of notes that refer to each other by name: Sphinx's, and those of wikis. */
const PROJECT_MARKS = ['conf.py', '.obsidian', '.foam', '.marksman.toml'];

/** The nearest folder at or above `path` that has such a mark. */
export async function projectAround(fileSystem: StatFileSystem, path: NotePath): Promise<NotePath | undefined> {
  for (let folder = path; ; folder = dirname(folder)) {
    for (const mark of PROJECT_MARKS) {
      if (typeof (await fileSystem.stat(childOf(folder, mark))) === 'object') {
        return folder;
      }
    }
    if (folder === dirname(folder)) {
      return undefined;
    }
  }
}

/** A note's path as a person in `cwd` would write it. */
export function shownPath(cwd: string, native: string): string {
  return relative(cwd, native).replaceAll('\\', '/') || '.';
}

function toNotePath(cwd: string, written: string): NotePath | undefined {
  return written.includes('\0') ? undefined : uriToPath(pathToFileURL(resolve(cwd, written)).href);
}

function suffixes(): string {
  return dialects.flatMap(({ extensions }) => extensions).join(', ');
}
