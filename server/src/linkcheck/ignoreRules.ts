/** Hosts and addresses that the user wants left alone. */
import type { WebAddress } from './webAddress.ts';

/**
 * Patterns in which `*` stands for anything. With `://` a pattern is compared with the whole address, else with the host,
 * and then `example.org` means its subdomains as well.
 */
export class IgnoreRules {
  readonly #patterns: readonly string[];

  constructor(patterns: readonly string[]) {
    this.#patterns = patterns.map((pattern) => pattern.trim()).filter((pattern) => pattern !== '');
  }

  has({ key, host, hostname }: WebAddress): boolean {
    return this.#patterns.some((pattern) => {
      if (pattern.includes('://')) {
        return fits(pattern, key) || fits(`${pattern}/`, key);
      }
      const wanted = pattern.toLowerCase();
      return [host, hostname].some((name) => fits(wanted, name) || name.endsWith(`.${wanted}`));
    });
  }
}

/** Compares in linear time: each part between stars is looked for behind the one before. */
function fits(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) {
    return text === pattern;
  }
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) {
      return false;
    }
    at = found + part.length;
  }
  return text.startsWith(first) && text.length - last.length >= at && text.endsWith(last);
}
