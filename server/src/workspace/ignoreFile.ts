/**
 * One `.gitignore`: what its rules say of an item itself. Whether a folder around the item is ignored is a question about that folder,
 * which a nearer `.gitignore` may have answered otherwise; the library takes a folder's verdict for all that is in it.
 */
import ignore, { type Ignore } from 'ignore';

export type IgnoreVerdict = 'ignored' | 'kept';

export class IgnoreFile {
  readonly #rules: Ignore;
  /** With a rule behind them that keeps all folders, so that none has its verdict taken for the files in it. */
  readonly #ofFiles: Ignore;

  constructor(text: string) {
    this.#rules = ignore({ ignorecase: false }).add(text);
    this.#ofFiles = ignore({ ignorecase: false }).add(text).add('!*/');
  }

  /** What the last rule says that matches; `undefined` where none does. `path` as seen from the file's folder. */
  verdict(path: string, kind: 'file' | 'folder'): IgnoreVerdict | undefined {
    if (kind === 'file') {
      return verdictOf(this.#ofFiles, path);
    }
    const own = verdictOf(this.#rules, `${path}/`);
    const around = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return own === 'ignored' && around !== '' && this.verdict(around, 'folder') === 'ignored' ? undefined : own;
  }
}

function verdictOf(rules: Ignore, path: string): IgnoreVerdict | undefined {
  const { ignored, unignored } = rules.test(path);
  return ignored ? 'ignored' : unignored ? 'kept' : undefined;
}
