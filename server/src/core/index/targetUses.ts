/** Every place of a note that names a target, whether it is a link or the value of an explicit target. */
import type { Anchor } from '../model/anchor.ts';
import type { Link, LinkTarget } from '../model/link.ts';
import type { Note } from '../model/note.ts';
import type { Span } from '../text/span.ts';

export interface TargetUse {
  readonly target: LinkTarget;
  /** The part that names the target. */
  readonly span: Span;
  /** Whose target it is. */
  readonly holder: Link | Anchor;
}

/** The uses in `note`: links first, then values of targets. Embedded targets are links and counted once. */
export function targetUses(note: Note): readonly TargetUse[] {
  const uses: TargetUse[] = note.links.map(useOfLink);
  for (const anchor of note.anchors) {
    const use = useOfAnchor(anchor);
    if (use !== undefined) {
      uses.push(use);
    }
  }
  return uses;
}

/** What `link` names. */
export function useOfLink(link: Link): TargetUse {
  return { target: link.target, span: link.targetSpan, holder: link };
}

/** What the value of `anchor` names; `undefined` where it has none, or is part of a link that names it already. */
export function useOfAnchor(anchor: Anchor): TargetUse | undefined {
  const { kind, value, valueSpan } = anchor;
  const hasOwn = kind === 'explicit' || kind === 'anonymous' || kind === 'definition';
  return hasOwn && value !== undefined && valueSpan !== undefined
    ? { target: value, span: valueSpan, holder: anchor }
    : undefined;
}
