/** Files in memory that record every call, so that tests can tell what was read and how often. */
import { dirname, isInside, join, type NotePath } from '../../server/src/core/text/path.ts';
import type { DirectoryItem, FileStat, FileSystem, ReadFailure } from '../../server/src/workspace/ports.ts';

export class MemoryFileSystem implements FileSystem {
  readonly #files = new Map<NotePath, Uint8Array>();
  readonly #folders = new Set<NotePath>(['/']);
  readonly #links = new Map<NotePath, NotePath>();
  /** Paths of all files that were read, in order. */
  reads: NotePath[] = [];
  /** Paths of all folders that were listed, in order. */
  listings: NotePath[] = [];
  /** Files and folders that may not be read. */
  readonly forbidden = new Set<NotePath>();
  /** Called before a file is read: the moment in which it can vanish. */
  beforeRead: (path: NotePath) => void = () => {};

  constructor(files: Record<NotePath, string | Uint8Array> = {}) {
    for (const [path, content] of Object.entries(files)) {
      this.write(path, content);
    }
  }

  write(path: NotePath, content: string | Uint8Array): void {
    this.makeFolder(dirname(path));
    this.#files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  makeFolder(path: NotePath): void {
    for (let at = path; !this.#folders.has(at); at = dirname(at)) {
      this.#folders.add(at);
    }
  }

  /** A symbolic link; one that leads nowhere is dangling. */
  link(path: NotePath, target: NotePath): void {
    this.makeFolder(dirname(path));
    this.#links.set(path, target);
  }

  /** Removes a file, or a folder with all in it. */
  remove(path: NotePath): void {
    for (const paths of [this.#files, this.#folders, this.#links]) {
      for (const each of [...paths.keys()]) {
        if (isInside(each, path)) {
          paths.delete(each);
        }
      }
    }
  }

  rename(from: NotePath, to: NotePath): void {
    const files = [...this.#files].filter(([path]) => isInside(path, from));
    this.remove(from);
    for (const [path, bytes] of files) {
      this.write(to + path.slice(from.length), bytes);
    }
  }

  /** Starts recording anew. */
  forgetCalls(): void {
    this.reads = [];
    this.listings = [];
  }

  readDirectory(path: NotePath): readonly DirectoryItem[] | 'missing' | 'unreadable' {
    this.listings.push(path);
    if (this.forbidden.has(path)) {
      return 'unreadable';
    }
    const folder = this.#real(path);
    if (!this.#folders.has(folder)) {
      return 'missing';
    }
    const names = new Map<string, DirectoryItem>();
    const add = (paths: Iterable<NotePath>, make: (name: string, path: NotePath) => DirectoryItem | undefined) => {
      for (const each of paths) {
        if (each !== folder && dirname(each) === folder) {
          const item = make(each.slice(each.lastIndexOf('/') + 1), each);
          item && names.set(item.name, item);
        }
      }
    };
    add(this.#files.keys(), (name) => ({ name, kind: 'file' }));
    add(this.#folders, (name) => ({ name, kind: 'folder' }));
    add(this.#links.keys(), (name, each) => {
      const kind = this.#kind(this.#real(each));
      return kind && { name, kind, link: true, target: this.#real(each) };
    });
    return [...names.values()];
  }

  readFile(path: NotePath, limit: number): Uint8Array | ReadFailure {
    this.reads.push(path);
    this.beforeRead(path);
    const bytes = this.#files.get(this.#real(path));
    if (this.forbidden.has(path)) {
      return 'unreadable';
    }
    return bytes === undefined ? 'missing' : bytes.length > limit ? 'too-large' : bytes;
  }

  realPath(path: NotePath): NotePath {
    return this.#real(path);
  }

  stat(path: NotePath): FileStat | 'missing' | 'unreadable' {
    const kind = this.#kind(this.#real(path));
    return kind === undefined ? 'missing' : { kind, size: this.#files.get(path)?.length ?? 0 };
  }

  #kind(path: NotePath): 'file' | 'folder' | undefined {
    return this.#files.has(path) ? 'file' : this.#folders.has(path) ? 'folder' : undefined;
  }

  #real(path: NotePath): NotePath {
    for (const [link, target] of this.#links) {
      if (isInside(path, link)) {
        return this.#real(join(target, path.slice(link.length)));
      }
    }
    return path;
  }
}
