/**
 * What the workspace needs of the world around it. A platform implements these; tests use a recording fake.
 * File systems may answer at once: in Node the synchronous calls are several times faster than the others.
 */
import type { NotePath } from '../core/text/path.ts';

export type MaybePromise<T> = T | Promise<T>;

/** Why something could not be had: it is not there, it may not be read, or it is larger than asked for. */
export type ReadFailure = 'missing' | 'unreadable' | 'too-large';

export interface DirectoryItem {
  readonly name: string;
  /** Of what a link leads to, where it is a link. Dangling links, pipes and devices are not listed. */
  readonly kind: 'file' | 'folder';
  /** It is a symbolic link. */
  readonly link?: boolean;
  /** What a link leads to in the end, where that is known. */
  readonly target?: NotePath;
}

/** A file system that is slow to ask may fetch what it is told of beforehand, and offers `expect` and `forget` then. */
export interface FileSystem {
  /** What lies directly in a folder, in each name's exact case. */
  readDirectory(path: NotePath): MaybePromise<readonly DirectoryItem[] | 'missing' | 'unreadable'>;
  /** A file's bytes, where they are at most `limit`. */
  readFile(path: NotePath, limit: number): MaybePromise<Uint8Array | ReadFailure>;
  /** Where a folder lies once every link on the way is followed; `undefined` where that is not known. */
  realPath?(path: NotePath): MaybePromise<NotePath | undefined>;
  /** Told of files and folders that will be read next. */
  expect?(files: readonly NotePath[], folders: readonly NotePath[]): void;
  /** Told when nothing more is expected. */
  forget?(): void;
}

export interface FileStat {
  readonly kind: 'file' | 'folder';
  /** Bytes. */
  readonly size: number;
}

/** A file system of which single items can be asked for as well. */
export interface StatFileSystem extends FileSystem {
  stat(path: NotePath): MaybePromise<FileStat | 'missing' | 'unreadable'>;
}

/** Takes back what was scheduled; does nothing once it ran. */
export type Cancel = () => void;

export interface Clock {
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Calls back once after `ms`. */
  after(ms: number, callback: () => void): Cancel;
  /** Calls back once after everything that is waiting now, such as further messages of a burst. */
  soon(callback: () => void): Cancel;
}

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
