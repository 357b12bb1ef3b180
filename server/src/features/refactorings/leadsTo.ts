/** What links say, for telling whether they say the same after a change of the note. */
import { resolveAnonymous, resolveName } from '../../core/index/resolveName.ts';
import type { LinkTarget } from '../../core/model/link.ts';
import type { Note } from '../../core/model/note.ts';

/** Where `target`, a link of `note`, leads: what defines its name in place of the name where several may do so. */
export function leadsTo(note: Note, target: LinkTarget): string {
  if (target.type !== 'anonymous' && target.type !== 'local') {
    return JSON.stringify(target);
  }
  const found = target.type === 'anonymous' ? resolveAnonymous(note, target) : resolveName(note, target);
  const value = found.type === 'anchor' ? found.anchor.value : undefined;
  return `${target.type === 'local' ? target.name : ''} ${found.type} ${JSON.stringify(value)}`;
}
