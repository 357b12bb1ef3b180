/** Every place of a note that names a target, whether it is a link or the value of an explicit target. */
import type { Anchor } from '../core/model/anchor.ts';
import type { Link, LinkTarget } from '../core/model/link.ts';
import type { Note } from '../core/model/note.ts';
import type { Span } from '../core/text/span.ts';

export interface TargetUse {
  readonly target: LinkTarget;
  /** The part that names the target. */
  readonly span: Span;
  readonly holder: Link | Anchor;
}

/** The uses in `note`: links first, then values of targets. Embedded targets are links and counted once. */
export function targetUses(note: Note): readonly TargetUse[] {
  const uses: TargetUse[] = note.links.map((link) => ({ target: link.target, span: link.targetSpan, holder: link }));
  for (const anchor of note.anchors) {
    const { kind, value, valueSpan } = anchor;
    if (
      (kind === 'explicit' || kind === 'anonymous' || kind === 'definition') &&
      value !== undefined &&
      valueSpan !== undefined
    ) {
      uses.push({ target: value, span: valueSpan, holder: anchor });
    }
  }
  return uses;
}
