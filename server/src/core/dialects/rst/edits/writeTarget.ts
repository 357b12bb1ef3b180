/** Puts another path or fragment where a link has one. */
import type { Anchor } from '../../../model/anchor.ts';
import type { TextEdit } from '../../../model/edit.ts';
import type { Link } from '../../../model/link.ts';
import type { PathChange } from '../../linkEdits.ts';
import { respellPath } from '../../respell.ts';
import { isEscaped, unescapeText } from '../escapes.ts';
import { escaped } from './spelling.ts';

/** See `DialectEdits.writePath`. */
export function writePath(text: string, holder: Link | Anchor, { path, fragment }: PathChange): TextEdit | undefined {
  const span = 'target' in holder ? holder.targetSpan : holder.valueSpan;
  if (span === undefined) {
    return undefined;
  }
  const written = text.slice(span.start, span.end);
  const target = 'target' in holder ? holder.target : holder.value;
  const hash = target?.type === 'path' && target.fragment !== undefined ? hashIn(written) : -1;
  const oldPath = hash < 0 ? written : written.slice(0, hash);
  const oldFragment = hash < 0 ? '' : written.slice(hash);
  const form = formOf(holder);
  const newPath = path === undefined ? oldPath : respellPath(oldPath, path, spelling[form], unescapeText);
  const newFragment = fragment === undefined ? oldFragment : `#${form === 'uri' ? uriPath(fragment) : fragment}`;
  return { span, text: protectedEnd(newPath + newFragment, form) };
}

/** `uri`: white space does not count there. `role`: between backquotes. `plain`: as it is. */
type PathForm = 'uri' | 'role' | 'plain';

const spelling: Readonly<Record<PathForm, (path: string) => string>> = {
  uri: uriPath,
  role: (path) => escaped(path, '`<>'),
  plain: (path) => path,
};

function formOf(holder: Link | Anchor): PathForm {
  if (!('target' in holder)) {
    return 'uri';
  }
  switch (holder.kind) {
    case 'role':
    case 'unknown-role':
      return 'role';
    case 'toctree':
    case 'include':
    case 'literalinclude':
      return 'plain';
    default:
      return 'uri';
  }
}

function hashIn(written: string): number {
  for (let at = written.indexOf('#'); at >= 0; at = written.indexOf('#', at + 1)) {
    if (!isEscaped(written, at)) {
      return at;
    }
  }
  return -1;
}

/** Percent-encodes what would end or change the address; letters of all scripts stay readable. */
export function uriPath(path: string): string {
  const isPlain = !/[\s<>`\\#]|%[0-9a-f]{2}/i.test(path);
  return isPlain ? path : path.replace(/[\s<>`\\#%]/g, encodeURIComponent);
}

/** An underscore at the end would make it a reference. */
function protectedEnd(text: string, form: PathForm): string {
  return form === 'uri' && text.endsWith('_') ? `${text.slice(0, -1)}%5F` : text;
}
