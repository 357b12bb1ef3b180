/** Follows the names of one note until something else than a name is reached. */
import type { LinkTarget } from '../model/link.ts';
import type { Note } from '../model/note.ts';
import { type NameResolution, resolveAnonymous, resolveName } from './resolveName.ts';

export type NameEnd =
  /** It is no name, or no longer one: look at `target`. */
  | { readonly type: 'target'; readonly target: LinkTarget }
  /** The names lead to each other. */
  | { readonly type: 'circular'; readonly name: string }
  /** The last name's definition, or why there is none. */
  | NameResolution;

/** The end of the chain of names in `note` that starts at `target`. */
export function followName(note: Note, target: LinkTarget): NameEnd {
  const seen = new Set<LinkTarget>();
  let at = target;
  while (at.type === 'local' || at.type === 'anonymous') {
    const found: NameResolution = at.type === 'local' ? resolveName(note, at) : resolveAnonymous(note, at);
    const next = found.type === 'anchor' ? found.anchor.value : undefined;
    if (next === undefined) {
      return found;
    }
    if (seen.has(next)) {
      return { type: 'circular', name: at.type === 'local' ? at.name : '' };
    }
    seen.add(next);
    at = next;
  }
  return { type: 'target', target: at };
}
