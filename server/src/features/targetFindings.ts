/** Explicit targets that contradict each other, or that nothing refers to. */

import { clash, definitionsIn } from '../core/index/resolveName.ts';
import { targetUses } from '../core/index/targetUses.ts';
import type { NameSpace } from '../core/model/link.ts';
import type { Note } from '../core/model/note.ts';
import type { NotePath } from '../core/text/path.ts';
import { say } from '../core/text/say.ts';
import type { RawFinding } from './finding.ts';

const SPACES: readonly NameSpace[] = ['target', 'footnote', 'citation', 'substitution', 'definition'];

/** Duplicate and unused targets of `note`. */
export function targetFindings(note: Note, path: NotePath): readonly RawFinding[] {
  return [...SPACES.flatMap((space) => duplicates(note, path, space)), ...unused(note)];
}

function duplicates(note: Note, path: NotePath, space: NameSpace): readonly RawFinding[] {
  const found: RawFinding[] = [];
  for (const [name, { anchors }] of definitionsIn(note, space)) {
    const [first, ...others] = anchors;
    if (first === undefined || !clash(anchors)) {
      continue;
    }
    for (const { nameSpan } of others) {
      found.push({
        code: 'target.duplicate',
        span: nameSpan,
        message: say('“{0}” is defined twice in this note, with different targets.', name),
        related: [{ path, span: first.nameSpan, message: say('“{0}” is first defined here.', name) }],
      });
    }
  }
  return found;
}

function unused(note: Note): readonly RawFinding[] {
  const used = new Set<string>();
  for (const { target } of targetUses(note)) {
    if (target.type === 'local') {
      used.add(`${target.space} ${target.name}`);
    }
  }
  return note.anchors
    .filter(({ kind, name, value }) => {
      const space = kind === 'explicit' ? 'target' : kind;
      return (space === 'target' || space === 'definition') && value !== undefined && !used.has(`${space} ${name}`);
    })
    .map(({ name, span }) => ({
      code: 'target.unused' as const,
      span,
      message: say('Nothing in this note refers to “{0}”.', name),
      tags: 'unnecessary' as const,
    }));
}
