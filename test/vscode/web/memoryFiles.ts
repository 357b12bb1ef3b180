/** An extension for tests: a file system that is on no disk. Built by `virtualFolder.ts`, which puts the files in. */
import {
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode';

declare const FILES: Readonly<Record<string, string>>;

export function activate(context: ExtensionContext): void {
  context.subscriptions.push(
    workspace.registerFileSystemProvider('memory', new MemoryFiles(), { isCaseSensitive: true }),
  );
}

class MemoryFiles implements FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>(
    Object.entries(FILES).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  );
  readonly #changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;

  watch(): Disposable {
    return { dispose() {} };
  }

  stat(uri: Uri): FileStat {
    const bytes = this.#files.get(uri.path);
    if (bytes === undefined && this.#items(uri).length === 0) throw FileSystemError.FileNotFound(uri);
    const type = bytes === undefined ? FileType.Directory : FileType.File;
    return { type, ctime: 0, mtime: bytes?.length ?? 0, size: bytes?.length ?? 0 };
  }

  readDirectory(uri: Uri): [string, FileType][] {
    const items = this.#items(uri);
    if (items.length === 0) throw FileSystemError.FileNotFound(uri);
    return items;
  }

  readFile(uri: Uri): Uint8Array {
    const bytes = this.#files.get(uri.path);
    if (bytes === undefined) throw FileSystemError.FileNotFound(uri);
    return bytes;
  }

  writeFile(uri: Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.#files.set(uri.path, content);
    this.#changes.fire([{ type, uri }]);
  }

  createDirectory(): void {}

  delete(uri: Uri): void {
    this.#files.delete(uri.path);
    this.#changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from: Uri, to: Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  #items({ path }: Uri): [string, FileType][] {
    const start = path.endsWith('/') ? path : `${path}/`;
    const items = new Map<string, FileType>();
    for (const file of this.#files.keys()) {
      if (!file.startsWith(start)) continue;
      const [name = '', ...below] = file.slice(start.length).split('/');
      items.set(name, below.length > 0 ? FileType.Directory : FileType.File);
    }
    return [...items];
  }
}
