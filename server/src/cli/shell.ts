/** What every command is given: the world around it, as ports. */
import type { ParseOptions } from '../core/dialects/dialect.ts';
import type { NotePath } from '../core/text/path.ts';
import type { HttpClient } from '../linkcheck/http.ts';
import type { LinkClock, VerdictStore } from '../linkcheck/ports.ts';
import type { TextFiles } from '../platform/node/textFiles.ts';
import type { Clock, StatFileSystem } from '../workspace/ports.ts';
import type { Terminal } from './terminal.ts';

export interface Shell {
  readonly terminal: Terminal;
  readonly fileSystem: StatFileSystem;
  readonly clock: Clock;
  readonly parse: ParseOptions;
  readonly files: TextFiles;
  /** The web, loaded when it is asked for. */
  web(): Promise<WebAccess>;
  /** The current folder, as the operating system writes it. */
  readonly cwd: string;
  /** How a note's path is shown: from the current folder. */
  show(path: NotePath): string;
}

export interface WebAccess {
  openHttpClient(settings: {
    readonly allowPrivateHosts: boolean;
    readonly systemCertificates: boolean;
  }): HttpClient & { close(): Promise<void> };
  /** What is remembered in `file`; in the user's own where that is not said. */
  openVerdictFile(file: string | undefined, warn: (message: string) => void): VerdictStore;
  readonly clock: LinkClock;
}
