/** Writes another name where a link has one. */

import type { PlacedUse } from '../../core/index/backlinks.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { displayPath } from '../../core/index/workspaceRoot.ts';
import { say } from '../../core/text/say.ts';
import type { Texts } from '../noteEdits.ts';
import type { CheckedEdits } from './checkedEdits.ts';
import { type PlaceName, renamedFragment } from './renamedFragment.ts';

export interface PlaceChange {
  readonly from: PlaceName;
  readonly to: PlaceName;
}

/** Has `use` name its place as it is called now. */
export function writeUse(
  snapshot: Snapshot,
  texts: Texts,
  use: PlacedUse,
  { from, to }: PlaceChange,
  edits: CheckedEdits,
): void {
  const entry = snapshot.notes.get(use.path);
  const text = texts.get(use.path);
  if (entry === undefined || text === undefined) {
    edits.add(use.path, undefined, () => say('{0} cannot be read.', displayPath(snapshot.roots, use.path)));
    return;
  }
  const { target } = use;
  const { writePath, writeReference } = entry.dialect.edits;
  const fragment = target.type === 'path' || target.type === 'note-name' ? target.fragment : undefined;
  const edit =
    fragment === undefined
      ? writeReference(text, use.holder, { from: from.title, to: to.title })
      : writePath(text, use.holder, { fragment: renamedFragment(fragment, from, to) });
  edits.add(use.path, edit, () => {
    const line = entry.note.lines.lineAt(use.span.start) + 1;
    return say('“{0}” cannot be written in line {1} of {2}.', to.title, line, displayPath(snapshot.roots, use.path));
  });
}
