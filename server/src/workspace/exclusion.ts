/**
 * The one rule of what belongs to the index, for scans, file events and open buffers alike. It learns a folder's
 * `.gitignore` and marks while that folder is listed, and holds no note.
 */
import picomatch from 'picomatch';
import { dialectFor } from '../core/dialects/registry.ts';
import { basename, dirname, isInside, type NotePath } from '../core/text/path.ts';
import { IgnoreFile } from './ignoreFile.ts';
import { childOf } from './notePath.ts';
import type { DirectoryItem } from './ports.ts';

/** What a user excludes, per workspace folder. */
export interface ExclusionSettings {
  /** Globs of `files.exclude` and `search.exclude`, as VS Code reads them: relative to the workspace folder. */
  readonly globs: readonly string[];
  /** Whether `.gitignore` files count. */
  readonly ignoreFiles: boolean;
}

/** Never the user's own notes. Names such as `build` or `dist` are left out: people take notes about those too. */
const excludedNames: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  'bower_components',
  'site-packages',
  '__pycache__',
  '.tox',
  '.nox',
  '.venv',
  '_build',
]);

/** A folder that holds one of these was made by a tool: a virtual environment, a cache, Sphinx's output. */
const generatedMarks: ReadonlySet<string> = new Set(['pyvenv.cfg', 'CACHEDIR.TAG', '.buildinfo']);

/** Whether a file of this name decides about what lies beside it. */
export function isExclusionRule(name: string): boolean {
  return name === '.gitignore' || generatedMarks.has(name);
}

type Matcher = (relative: string) => boolean;

export class Exclusion {
  readonly #roots: readonly NotePath[];
  readonly #globs = new Map<NotePath, Matcher>();
  readonly #settings: ReadonlyMap<NotePath, ExclusionSettings>;
  readonly #ignoreFiles = new Map<NotePath, IgnoreFile>();
  readonly #generated = new Set<NotePath>();
  /** Links to folders; following them could lead in circles, or out of the workspace. */
  readonly #links = new Set<NotePath>();
  /** Links to files, with where they lead. */
  readonly #fileLinks = new Map<NotePath, NotePath>();
  /** Workspace folders that are reached through a link, by where they really lie. */
  readonly #linkedRoots = new Map<NotePath, NotePath>();

  /** `settings` by workspace folder; a folder that is not in it excludes nothing but what always is. */
  constructor(roots: readonly NotePath[], settings: ReadonlyMap<NotePath, ExclusionSettings>) {
    this.#roots = [...roots].sort((a, b) => b.length - a.length);
    this.#settings = settings;
    for (const [root, { globs }] of settings) {
      this.#globs.set(root, globMatcher(globs));
    }
  }

  /** The innermost workspace folder that holds `path`. */
  rootOf(path: NotePath): NotePath | undefined {
    return this.#roots.find((root) => isInside(path, root));
  }

  /** Takes in where a workspace folder really lies: what links lead to is told by that name. */
  learnRealPath(root: NotePath, real: NotePath | undefined): void {
    if (real !== undefined && real !== root) {
      this.#linkedRoots.set(real, root);
    }
  }

  /** Takes in what a folder says of itself: what lies in it, and its `.gitignore` where it has one. */
  learn(folder: NotePath, items: readonly DirectoryItem[], ignoreFile: string | undefined): void {
    this.forget(folder);
    const root = this.rootOf(folder);
    if (root === undefined) {
      return;
    }
    for (const item of items) {
      if (folder !== root && generatedMarks.has(item.name)) {
        this.#generated.add(folder);
      }
      this.#learnLink(folder, item);
    }
    if (ignoreFile !== undefined && (this.#settings.get(root)?.ignoreFiles ?? true)) {
      this.#ignoreFiles.set(folder, new IgnoreFile(ignoreFile));
    }
  }

  /** Drops what was learnt of a folder that is gone or is listed anew. */
  forget(folder: NotePath): void {
    this.#ignoreFiles.delete(folder);
    this.#generated.delete(folder);
  }

  /** Whether a note at `path` belongs to the index: it has a note's suffix, and nothing around it is excluded. */
  isIncludedNote(path: NotePath): boolean {
    const root = this.rootOf(path);
    return (
      root !== undefined &&
      path !== root &&
      dialectFor(path) !== undefined &&
      this.isIncludedFolder(dirname(path)) &&
      !this.excludes(path, 'file')
    );
  }

  /** Whether scans go into `folder`: it is a workspace folder, or lies in one with nothing on the way excluded. */
  isIncludedFolder(folder: NotePath): boolean {
    const root = this.rootOf(folder);
    if (root === undefined) {
      return false;
    }
    for (let at = folder; at !== root; at = dirname(at)) {
      if (this.excludes(at, 'folder')) {
        return false;
      }
    }
    return true;
  }

  /** Whether this item itself is excluded, the folders around it left aside. */
  excludes(path: NotePath, kind: 'file' | 'folder'): boolean {
    const root = this.rootOf(path);
    if (root === undefined || path === root) {
      return false;
    }
    if (kind === 'folder' && this.#isNeverNotes(path)) {
      return true;
    }
    if (kind === 'file' && this.#isSecondName(path)) {
      return true;
    }
    return (this.#globs.get(root)?.(relative(root, path)) ?? false) || this.#isGitIgnored(root, path, kind);
  }

  #learnLink(folder: NotePath, item: DirectoryItem): void {
    if (!item.link && this.#links.size === 0 && this.#fileLinks.size === 0) {
      return;
    }
    const path = childOf(folder, item.name);
    if (item.kind === 'folder' && item.link) {
      this.#links.add(path);
    } else {
      this.#links.delete(path);
    }
    if (item.kind === 'file' && item.target !== undefined) {
      this.#fileLinks.set(path, item.target);
    } else {
      this.#fileLinks.delete(path);
    }
  }

  /** A link to a note that is in the index under its own name: its to-dos and links would count twice. */
  #isSecondName(path: NotePath): boolean {
    const real = this.#fileLinks.get(path);
    const target = real && this.#asReached(real);
    return target !== undefined && target !== path && this.isIncludedNote(target);
  }

  /** The name by which the workspace has what lies at `real`. */
  #asReached(real: NotePath): NotePath {
    for (const [place, root] of this.#linkedRoots) {
      if (isInside(real, place)) {
        return childOf(root, relative(place, real));
      }
    }
    return real;
  }

  #isNeverNotes(folder: NotePath): boolean {
    return excludedNames.has(basename(folder)) || this.#generated.has(folder) || this.#links.has(folder);
  }

  /** As in git, the nearest `.gitignore` that says anything about an item decides. */
  #isGitIgnored(root: NotePath, path: NotePath, kind: 'file' | 'folder'): boolean {
    if (this.#ignoreFiles.size === 0) {
      return false;
    }
    for (let folder = dirname(path); isInside(folder, root); folder = dirname(folder)) {
      const verdict = this.#ignoreFiles.get(folder)?.verdict(relative(folder, path), kind);
      if (verdict !== undefined) {
        return verdict === 'ignored';
      }
      if (folder === root || folder === '/') {
        return false;
      }
    }
    return false;
  }
}

function relative(folder: NotePath, path: NotePath): string {
  return path.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
}

function globMatcher(globs: readonly string[]): Matcher {
  const matchers = globs
    // VS Code negates a class with `!`, picomatch with `^` only.
    .map((glob) => glob.replace(/\/$/, '').replaceAll('[!', '[^'))
    .filter((glob) => glob !== '')
    .map((glob) => picomatch(glob, { dot: true, noextglob: true, nonegate: true }));
  return (path) => matchers.some((matches) => matches(path));
}
