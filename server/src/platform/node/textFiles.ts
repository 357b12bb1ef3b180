/** Files that the command line writes: whole, in one step, and never what it could not read exactly. */
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { NotePath } from '../../core/text/path.ts';
import { decode } from '../../workspace/decode.ts';
import { nativePath } from './fileSystem.ts';

export interface TextFiles {
  /** A file's text; `undefined` where it cannot be had. */
  read(file: string): Promise<string | undefined>;
  /** What went wrong, where it did. */
  write(file: string, text: string): Promise<string | undefined>;
  readNote(path: NotePath): Promise<string | undefined>;
  /** Writes `after` where the note still reads `before`; else says why not. */
  writeNote(path: NotePath, before: string, after: string): Promise<string | undefined>;
}

const BYTE_ORDER_MARK = '\ufeff';

export const nodeTextFiles: TextFiles = {
  async read(file) {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  },

  async write(file, text) {
    return attempt(() => replaceFile(file, Buffer.from(text)));
  },

  async readNote(path) {
    const native = nativePath(path);
    try {
      return native === undefined ? undefined : decode(readFileSync(native)).text;
    } catch {
      return undefined;
    }
  },

  async writeNote(path, before, after) {
    const native = nativePath(path);
    if (native === undefined) {
      return 'it is no file.';
    }
    return attempt(() => {
      const bytes = readFileSync(native);
      const mark = bytes.toString('utf8', 0, 3) === BYTE_ORDER_MARK ? BYTE_ORDER_MARK : '';
      if (!Buffer.from(mark + before).equals(bytes)) {
        throw new Error('it is no UTF-8, or has changed meanwhile. It was left alone.');
      }
      replaceFile(native, Buffer.from(mark + after));
    });
  },
};

/** The new file takes the other's place in one step, with its permissions; a link to it stays a link. */
function replaceFile(file: string, bytes: Uint8Array): void {
  const existing = statSync(file, { throwIfNoEntry: false });
  const place = existing === undefined ? file : realpathSync(file);
  const temporary = `${place}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes, existing === undefined ? {} : { mode: existing.mode });
    renameSync(temporary, place);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function attempt(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
