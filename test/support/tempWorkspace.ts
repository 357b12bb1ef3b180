/** A folder on the real disk with these files, for servers that run as a process of their own. */
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export class TempWorkspace {
  readonly folder: string;

  constructor(files: Record<string, string | Uint8Array> = {}) {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'talk notes ')));
    for (const [name, content] of Object.entries(files)) {
      this.write(name, content);
    }
  }

  /** The URI of the folder, or of a file in it. */
  uri(name = ''): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  write(name: string, content: string | Uint8Array): void {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  remove(name: string): void {
    rmSync(join(this.folder, name), { recursive: true });
  }

  rename(from: string, to: string): void {
    renameSync(join(this.folder, from), join(this.folder, to));
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
