/** References to names that the same note should define. */

import { followName } from '../core/index/followName.ts';
import { resolveAnonymous, resolveName } from '../core/index/resolveName.ts';
import type { TargetUse } from '../core/index/targetUses.ts';
import type { LinkTarget, NameSpace } from '../core/model/link.ts';
import type { Note } from '../core/model/note.ts';
import type { NotePath } from '../core/text/path.ts';
import { say, sayable } from '../core/text/say.ts';
import type { Span } from '../core/text/span.ts';
import type { RawFinding } from './finding.ts';

/** Defined by Sphinx for every note. */
const BUILT_IN_SUBSTITUTIONS: ReadonlySet<string> = new Set(['release', 'version', 'today', 'translation progress']);

/** How to say that a name is not there, by what sort of name it is. */
const kindNames: Readonly<Record<NameSpace, string>> = sayable({
  target: 'No target “{0}” in this note.',
  footnote: 'No footnote “{0}” in this note.',
  citation: 'No citation “{0}” in this note.',
  substitution: 'No substitution “{0}” in this note.',
  definition: 'No link definition “{0}” in this note.',
});

/** Those of `uses`, of names of `note`, that are undefined, ambiguous or lead in a circle. Citations may stand elsewhere. */
export function nameFindings(note: Note, path: NotePath, uses: readonly TargetUse[]): readonly RawFinding[] {
  const found: RawFinding[] = [];
  for (const { target, span } of uses) {
    const finding = nameFinding(note, path, target, span);
    if (finding !== undefined) {
      found.push(finding);
    }
  }
  return [...found, ...surplusTargets(note)];
}

/** Anonymous targets that no reference is left for: docutils then resolves none of them. */
function surplusTargets({ anchors, links }: Note): readonly RawFinding[] {
  const targets = anchors.filter(({ kind }) => kind === 'anonymous');
  const references = targets.length === 0 ? 0 : links.filter(({ kind }) => kind === 'anonymous-ref').length;
  return targets.slice(references).map(({ span }) => ({
    code: 'link.reference-undefined',
    span,
    message: say('No anonymous reference is left for this target.'),
  }));
}

function nameFinding(note: Note, path: NotePath, target: LinkTarget, span: Span): RawFinding | undefined {
  if (target.type === 'anonymous') {
    return resolveAnonymous(note, target).type === 'undefined'
      ? { code: 'link.reference-undefined', span, message: say('No anonymous target is left for this reference.') }
      : undefined;
  }
  if (target.type !== 'local' || (target.space === 'substitution' && BUILT_IN_SUBSTITUTIONS.has(target.name))) {
    return undefined;
  }
  const found = resolveName(note, target);
  if (found.type === 'undefined' && target.space !== 'citation') {
    const message = say(kindNames[target.space], target.name);
    return { code: 'link.reference-undefined', span, message };
  }
  if (found.type === 'ambiguous') {
    const related = found.spans.map((place) => ({
      path,
      span: place,
      message: say('“{0}” is defined here.', target.name),
    }));
    const message = say('“{0}” stands for {1} places in this note.', target.name, found.spans.length);
    return { code: 'link.ambiguous', span, message, related };
  }
  const value = found.type === 'anchor' ? found.anchor.value : undefined;
  return value !== undefined && followName(note, value).type === 'circular'
    ? { code: 'link.reference-undefined', span, message: say('“{0}” leads back to itself.', target.name) }
    : undefined;
}
