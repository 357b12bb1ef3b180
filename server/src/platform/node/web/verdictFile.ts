/** The file in which verdicts are kept. Any number of programs may use it at once; none of them has to trust it. */
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KnownVerdict } from '../../../core/model/webVerdict.ts';
import type { VerdictStore } from '../../../linkcheck/ports.ts';
import { LOG_HEADER, logLine, readLog, writeLog } from '../../../linkcheck/verdictLog.ts';

/** A file with so many more lines than verdicts is written anew. */
const MOST_WASTE = 2000;
/** What is larger is not ours. */
const MOST_BYTES = 64 * 1024 * 1024;

export class VerdictFile implements VerdictStore {
  readonly #path: string;
  readonly #warn: (message: string) => void;
  #verdicts = new Map<string, KnownVerdict>();
  /** Identity and size of the file as it was read or written last. */
  #seen = '';
  /** The last complaint: said once, and not for each of a thousand answers. */
  #complaint = '';

  constructor(path: string, warn: (message: string) => void) {
    this.#path = path;
    this.#warn = warn;
    this.refresh();
  }

  get(key: string): KnownVerdict | undefined {
    return this.#verdicts.get(key);
  }

  /** Also written at once, so that nothing is asked twice whatever happens to this program. */
  set(key: string, verdict: KnownVerdict): void {
    this.#verdicts.set(key, verdict);
    this.#guarded(() => {
      this.#isOurs() || this.#replace();
      appendFileSync(this.#path, logLine(key, verdict));
    });
  }

  /** Reads what other programs have written meanwhile; `true` where that was something. */
  refresh(): boolean {
    const stamp = this.#stamp();
    if (stamp === this.#seen) {
      return false;
    }
    this.#guarded(() => this.#read());
    this.#seen = this.#stamp();
    return true;
  }

  #read(): void {
    const { size } = statSync(this.#path, { throwIfNoEntry: false }) ?? { size: 0 };
    const log = size === 0 || size > MOST_BYTES ? undefined : readLog(readFileSync(this.#path, 'utf8'));
    for (const [key, verdict] of log?.verdicts ?? []) {
      const known = this.#verdicts.get(key);
      if (known === undefined || known.checkedAt < verdict.checkedAt) {
        this.#verdicts.set(key, verdict);
      }
    }
    if (log !== undefined && log.lines > 2 * log.verdicts.size + MOST_WASTE) {
      this.#replace();
    }
  }

  /** Whether the file begins as this version's files do. */
  #isOurs(): boolean {
    const stamp = this.#stamp();
    if (stamp === '') {
      return false;
    }
    // Only a new file, or one that somebody replaced, has to be looked into.
    const [identity = ''] = stamp.split(':');
    if (identity === this.#ours) {
      return true;
    }
    const isOurs = readFileSync(this.#path, 'utf8').startsWith(`${LOG_HEADER}\n`);
    this.#ours = isOurs ? identity : '';
    return isOurs;
  }
  #ours = '';

  /** Writes all that is known as a new file, which takes the other's place in one step. */
  #replace(): void {
    const temporary = `${this.#path}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(temporary, writeLog(this.#verdicts));
      renameSync(temporary, this.#path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  }

  #stamp(): string {
    const stat = statSync(this.#path, { throwIfNoEntry: false });
    return stat === undefined ? '' : `${stat.ino}:${stat.size}:${stat.mtimeMs}`;
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      const complaint = `What is known of links could not be kept in ${this.#path}: ${String(error)}`;
      if (complaint !== this.#complaint) {
        this.#complaint = complaint;
        this.#warn(complaint);
      }
    }
  }
}
