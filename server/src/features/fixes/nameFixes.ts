/** Mends references to names that nothing defines: the nearest name, or a definition. */

import { isPlainLabel } from '../../core/index/noteSymbols.ts';
import { resolve } from '../../core/index/resolve.ts';
import { definitionsIn } from '../../core/index/resolveName.ts';
import type { TargetUse } from '../../core/index/targetUses.ts';
import type { Anchor } from '../../core/model/anchor.ts';
import type { Note } from '../../core/model/note.ts';
import { say } from '../../core/text/say.ts';
import { addedDefinitions } from '../insertions.ts';
import { type Fix, type FixRequest, ownFix } from './fix.ts';
import { nearest } from './nearest.ts';

export function undefinedFixes(request: FixRequest, use: TargetUse): readonly Fix[] {
  const { target } = use;
  // One that is defined leads in a circle.
  const isDefined = target.type === 'local' && definitionsIn(request.entry.note, target.space).has(target.name);
  return isDefined ? [] : [...nearestNames(request, use), ...defineName(request, use)];
}

/** Places in the note that the link leads to, called almost as its fragment says. */
export function fragmentFixes(request: FixRequest, { target, holder }: TargetUse): readonly Fix[] {
  const { snapshot, entry, text } = request;
  const place = resolve(snapshot, entry.path, target);
  const note = place.type === 'missing-fragment' ? snapshot.notes.get(place.path)?.note : undefined;
  if (place.type !== 'missing-fragment' || note === undefined) {
    return [];
  }
  return nearest(place.fragment, fragmentNames(note)).flatMap((fragment, at) =>
    ownFix(
      request,
      say('Did you mean #{0}?', fragment),
      [entry.dialect.edits.writePath(text, holder, { fragment })],
      at === 0,
    ),
  );
}

function nearestNames(request: FixRequest, { target, holder }: TargetUse): readonly Fix[] {
  const { snapshot, entry, text } = request;
  const names = new Map<string, string>();
  if (target.type === 'local') {
    for (const [key, { anchors, headings }] of definitionsIn(entry.note, target.space)) {
      names.set(key, shownName(request, anchors[0]) ?? headings[0]?.title ?? key);
    }
  } else if (target.type === 'label') {
    for (const name of snapshot.notes.labels()) {
      if (isPlainLabel(name)) {
        names.set(name, name);
      }
    }
  }
  const from = target.type === 'local' || target.type === 'label' ? target.name : '';
  return nearest(from, names.keys()).flatMap((key, at) => {
    const to = names.get(key)!;
    return ownFix(
      request,
      say('Did you mean {0}?', to),
      [entry.dialect.edits.writeReference(text, holder, { from, to })],
      at === 0,
    );
  });
}

function shownName({ entry, text }: FixRequest, anchor: Anchor | undefined): string | undefined {
  return anchor && entry.dialect.edits.anchorName(text, anchor);
}

/** A line that defines the name, for the user to fill in. */
function defineName(request: FixRequest, { target, span }: TargetUse): readonly Fix[] {
  const { entry, text } = request;
  if (target.type !== 'local') {
    return [];
  }
  const missing = entry.dialect.writes.missing(target, text.slice(span.start, span.end));
  return missing === undefined
    ? []
    : ownFix(request, say('Define {0}', missing.name), [addedDefinitions(text, entry.note, [missing.definition])]);
}

function* fragmentNames({ headings, anchors }: Note): Iterable<string> {
  for (const { names } of headings) {
    yield* names.slice(0, 1).map((name) => name.replace(/ /g, '-'));
  }
  for (const { name, kind } of anchors) {
    if (name !== '' && kind !== 'definition' && kind !== 'footnote' && kind !== 'citation') {
      yield name;
    }
  }
}
