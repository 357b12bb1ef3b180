/**
 * What a user should know once, gathered so that a thousand odd files make one message. The log names each.
 */

import type { NotePath } from '../core/text/path.ts';
import { say } from '../core/text/say.ts';
import type { Logger } from './ports.ts';

export type Trouble = 'not-utf8' | 'too-large' | 'unreadable';

const sentences: Record<Trouble, (names: string, many: boolean) => string> = {
  'not-utf8': (names, many) =>
    many
      ? say('{0} are not valid UTF-8 and were read as Latin-1.', names)
      : say('{0} is not valid UTF-8 and was read as Latin-1.', names),
  'too-large': (names, many) =>
    many
      ? say('{0} are larger than 10 MB and were skipped.', names)
      : say('{0} is larger than 10 MB and was skipped.', names),
  unreadable: (names) => say('{0} could not be read.', names),
};

const namesShown = 3;

export class Notices {
  readonly #logger: Logger;
  readonly #notify: (message: string) => void;
  readonly #nameOf: (path: NotePath) => string;
  readonly #said = new Map<NotePath, Trouble>();
  #waiting: { readonly path: NotePath; readonly trouble: Trouble }[] = [];

  /** `nameOf`: what a person calls a note. Of many notes named `index.rst` the last part of the path says nothing. */
  constructor(logger: Logger, notify: (message: string) => void, nameOf: (path: NotePath) => string) {
    this.#logger = logger;
    this.#notify = notify;
    this.#nameOf = nameOf;
  }

  /** Notes that there is trouble with a file; said at the next `flush`, unless that was said before. */
  add(path: NotePath, trouble: Trouble): void {
    if (this.#said.get(path) === trouble) {
      return;
    }
    this.#said.set(path, trouble);
    this.#waiting.push({ path, trouble });
    this.#logger.warn(sentences[trouble](path, false));
  }

  /** A file is in order, or gone; what happens to it later is news. */
  clear(path: NotePath): void {
    this.#said.delete(path);
  }

  /** Says what has gathered, one message for each sort of trouble. */
  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const trouble of new Set(waiting.map((item) => item.trouble))) {
      const names = waiting.filter((item) => item.trouble === trouble).map((item) => this.#nameOf(item.path));
      this.#notify(sentences[trouble](listed(names), names.length > 1));
    }
  }

  /** Says something at once. */
  say(message: string): void {
    this.#logger.warn(message);
    this.#notify(message);
  }
}

function listed(names: readonly string[]): string {
  const rest = names.length - namesShown;
  return rest > 0 ? say('{0} and {1} more', names.slice(0, namesShown).join(', '), rest) : names.join(', ');
}
