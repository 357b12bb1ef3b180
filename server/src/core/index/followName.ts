/** Follows the names of one note until something else than a name is reached. */
import type { AnonymousTarget, LinkTarget, LocalTarget } from '../model/link.ts';
import type { Note } from '../model/note.ts';
import { type NameResolution, resolveAnonymous, resolveName } from './resolveName.ts';

export type NameEnd =
  /** It is no name, or no longer one: look at `target`. */
  | { readonly type: 'target'; readonly target: LinkTarget }
  /** The names lead to each other. */
  | { readonly type: 'circular'; readonly name: string }
  /** The last name's definition, or why there is none. */
  | NameResolution;

/** Ends that are known, by the note and by the value that a chain goes through: chains share their tails. */
const cache = new WeakMap<Note, Map<LinkTarget, NameEnd>>();

/** The end of the chain of names in `note` that starts at `target`. */
export function followName(note: Note, target: LinkTarget): NameEnd {
  if (!isName(target)) {
    return { type: 'target', target };
  }
  // A single step is as quickly taken as looked up, and is what almost every name needs.
  const found = definitionOf(note, target);
  const next = valueIn(found);
  if (next === undefined) {
    return found;
  }
  return isName(next) ? followChain(note, target) : { type: 'target', target: next };
}

function followChain(note: Note, target: NameTarget): NameEnd {
  const ends = cache.get(note) ?? new Map<LinkTarget, NameEnd>();
  const passed = new Set<LinkTarget>();
  const end = findEnd(note, target, ends, passed);
  for (const value of passed) {
    ends.set(value, end);
  }
  cache.set(note, ends);
  return end;
}

/** Notes in `passed` the values of targets that it goes through. */
function findEnd(
  note: Note,
  target: NameTarget,
  ends: ReadonlyMap<LinkTarget, NameEnd>,
  passed: Set<LinkTarget>,
): NameEnd {
  let at: LinkTarget = target;
  while (isName(at)) {
    const found = definitionOf(note, at);
    const next = valueIn(found);
    if (next === undefined) {
      return found;
    }
    const known = ends.get(next);
    if (known !== undefined) {
      return known;
    }
    if (passed.has(next)) {
      return { type: 'circular', name: at.type === 'local' ? at.name : '' };
    }
    passed.add(next);
    at = next;
  }
  return { type: 'target', target: at };
}

type NameTarget = LocalTarget | AnonymousTarget;

function isName(target: LinkTarget): target is NameTarget {
  return target.type === 'local' || target.type === 'anonymous';
}

function definitionOf(note: Note, target: NameTarget): NameResolution {
  return target.type === 'local' ? resolveName(note, target) : resolveAnonymous(note, target);
}

/** What the definition itself points to. */
function valueIn(found: NameResolution): LinkTarget | undefined {
  return found.type === 'anchor' ? found.anchor.value : undefined;
}
