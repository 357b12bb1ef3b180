/**
 * Findings that the note itself says to leave out, in a comment: `talk-notes-ignore: link.file-missing ../old.pdf`.
 * Codes come first, separated by spaces or commas; what follows is one target. One of the two may be absent.
 */
import type { Span } from '../text/span.ts';

export interface Ignore {
  /** The comment. */
  readonly span: Span;
  /** Finding codes, or families of them such as `web.*`; every code where there are none. */
  readonly codes: readonly string[];
  /** A path, name, address or host as a link has it; absent for every place in the note. */
  readonly target?: string;
}

/** What the text of such a comment starts with. */
export const ignoreMark = 'talk-notes-ignore:';

const CODE = /^(?:[a-z]+\.[a-z-]+|[a-z]+\.\*)$/;
/** A host can look like a code: `toybox.example`. Only these families have codes. */
const FAMILIES: ReadonlySet<string> = new Set(['link', 'target', 'heading', 'web', 'todo']);

/** What the comment `text` says to leave out; `undefined` for any other comment. */
export function readIgnore(text: string, span: Span): Ignore | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith(ignoreMark)) {
    return undefined;
  }
  const codes: string[] = [];
  let rest = trimmed.slice(ignoreMark.length).trim();
  for (let word = /^[^\s,]*/.exec(rest)![0]; isCode(word); word = /^[^\s,]*/.exec(rest)![0]) {
    codes.push(word);
    rest = rest.slice(word.length).replace(/^[\s,]+/, '');
  }
  if (rest === '') {
    return codes.length === 0 ? undefined : { span, codes };
  }
  return { span, codes, target: rest.replace(/\s+/g, ' ') };
}

/** The text of the comment that leaves out `code` for `target`, or everywhere in the note. */
export function ignoreText(code: string, target?: string): string {
  return target === undefined ? `${ignoreMark} ${code}` : `${ignoreMark} ${code} ${target}`;
}

/** Whether `ignores` leave out a finding of `code` about `target`, which is absent where it is not about a link. */
export function isIgnored(ignores: readonly Ignore[], code: string, target?: string): boolean {
  return ignores.some(
    (ignore) =>
      (ignore.codes.length === 0 || ignore.codes.some((each) => each === code || each === `${familyOf(code)}.*`)) &&
      (ignore.target === undefined || (target !== undefined && names(ignore.target, target))),
  );
}

function isCode(word: string): boolean {
  return CODE.test(word) && FAMILIES.has(familyOf(word));
}

function familyOf(code: string): string {
  return code.slice(0, code.indexOf('.'));
}

/** The target itself, in any case where it is a name, or the host of an address: `a.org` and `a.org:8080` for `http://a.org:8080/b`. */
function names(ignored: string, target: string): boolean {
  if (ignored === target || ignored.toLowerCase() === target) {
    return true;
  }
  const address = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(target);
  const host = address?.[1]?.toLowerCase();
  const wanted = ignored.toLowerCase();
  return host !== undefined && (host === wanted || host.replace(/:\d+$/, '') === wanted);
}
