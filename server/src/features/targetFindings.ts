/** Explicit targets that contradict each other, or that nothing refers to. */

import { clash, definitionsIn, spaceOf } from '../core/index/resolveName.ts';
import type { TargetUse } from '../core/index/targetUses.ts';
import type { NameSpace } from '../core/model/link.ts';
import type { Note } from '../core/model/note.ts';
import type { NotePath } from '../core/text/path.ts';
import { say } from '../core/text/say.ts';
import type { RawFinding } from './finding.ts';

/** Duplicate and unused targets of `note`; `uses` are its own. */
export function targetFindings(note: Note, path: NotePath, uses: readonly TargetUse[]): readonly RawFinding[] {
  const spaces = new Set(note.anchors.map(({ kind }) => spaceOf(kind)));
  return [...[...spaces].flatMap((space) => duplicates(note, path, space)), ...unused(note, uses)];
}

function duplicates(note: Note, path: NotePath, space: NameSpace): readonly RawFinding[] {
  const found: RawFinding[] = [];
  for (const [name, { anchors }] of definitionsIn(note, space)) {
    for (const { nameSpan } of clash(anchors) ? anchors.slice(1) : []) {
      found.push({
        code: 'target.duplicate',
        span: nameSpan,
        message: say('“{0}” is defined twice in this note, with different targets.', name),
        related: [{ path, span: anchors[0]!.nameSpan, message: say('“{0}” is first defined here.', name) }],
      });
    }
  }
  return found;
}

function unused({ anchors }: Note, uses: readonly TargetUse[]): readonly RawFinding[] {
  const found: RawFinding[] = [];
  const used = { explicit: new Set<string>(), definition: new Set<string>() };
  for (const { target } of uses) {
    if (target.type === 'local' && (target.space === 'target' || target.space === 'definition')) {
      used[target.space === 'target' ? 'explicit' : 'definition'].add(target.name);
    }
  }
  for (const { kind, name, value, span } of anchors) {
    if ((kind === 'explicit' || kind === 'definition') && value !== undefined && !used[kind].has(name)) {
      const message = say('Nothing in this note refers to “{0}”.', name);
      found.push({ code: 'target.unused', span, message, tags: 'unnecessary' });
    }
  }
  return found;
}
