/** The terminal of this process. Output is gathered into large pieces: writing line by line costs more than reading. */
import type { Terminal } from './terminal.ts';

const PIECE = 1 << 16;

export class ProcessTerminal implements Terminal {
  readonly #process: NodeJS.Process;
  readonly hasColor: boolean;
  #pieces: string[] = [];
  #length = 0;

  constructor(process: NodeJS.Process) {
    this.#process = process;
    this.hasColor = process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      // The reader had enough, as `head` has after ten lines: no reason to say anything.
      process.exit(error.code === 'EPIPE' ? process.exitCode : 2);
    });
  }

  out(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
    if (this.#length >= PIECE) {
      this.flush();
    }
  }

  err(text: string): void {
    this.flush();
    this.#process.stderr.write(text);
  }

  status(text: string | undefined): void {
    const { stderr } = this.#process;
    if (stderr.isTTY && this.#process.env.TERM !== 'dumb') {
      stderr.write(`\r\u001b[K${text === undefined ? '' : text.slice(0, (stderr.columns || 80) - 1)}`);
    }
  }

  /** Writes what is waiting. */
  flush(): void {
    if (this.#length > 0) {
      this.#process.stdout.write(this.#pieces.join(''));
      this.#pieces = [];
      this.#length = 0;
    }
  }
}
