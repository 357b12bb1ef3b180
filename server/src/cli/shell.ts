/** What every command is given: the world around it, as ports. */
import type { ParseOptions } from '../core/dialects/dialect.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Clock, FileSystem } from '../workspace/ports.ts';
import type { Terminal } from './terminal.ts';

export interface Shell {
  readonly terminal: Terminal;
  readonly fileSystem: FileSystem;
  readonly clock: Clock;
  readonly parse: ParseOptions;
  /** The current folder, as the operating system writes it. */
  readonly cwd: string;
  /** How a note's path is shown: from the current folder. */
  show(path: NotePath): string;
}
