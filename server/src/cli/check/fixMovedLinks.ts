/** `--fix`: links that have moved for good get their new addresses. */
import type { NoteChange, NoteEntry } from '../../core/index/noteIndex.ts';
import { withEdits } from '../../core/model/edit.ts';
import { addressEdits } from '../../features/web/addressEdit.ts';
import { type WebLink, webLinks } from '../../features/web/webLinks.ts';
import { withFragmentOf } from '../../linkcheck/webAddress.ts';
import type { Shell } from '../shell.ts';
import { complain } from '../terminal.ts';
import { unifiedDiff } from './unifiedDiff.ts';
import type { WebRun } from './webRun.ts';

export interface MendedNotes {
  /** How many links were mended. */
  readonly links: number;
  /** The notes as they read now. */
  readonly changes: readonly NoteChange[];
}

/** Writes, or prints as a diff, the edits of all `entries`. */
export async function fixMovedLinks(
  shell: Shell,
  entries: readonly NoteEntry[],
  { knowledge }: WebRun,
  how: 'write' | 'diff',
): Promise<MendedNotes> {
  const newUrl = ({ target }: WebLink): string | undefined => {
    const known = knowledge.verdict(target.url);
    return known?.outcome === 'ok' && known.movedTo !== undefined
      ? withFragmentOf(known.movedTo, target.url)
      : undefined;
  };
  let fixed = 0;
  const changes: NoteChange[] = [];
  for (const entry of entries) {
    const links = webLinks(entry.note).filter((link) => newUrl(link) !== undefined);
    const text = links.length === 0 ? undefined : await shell.files.readNote(entry.path);
    if (text === undefined) {
      continue;
    }
    const now = { ...entry, note: entry.dialect.parse(text, shell.parse) };
    const { edits, written } = addressEdits(now, text, shell.parse, webLinks(now.note), newUrl);
    if (how === 'diff') {
      shell.terminal.out(unifiedDiff(shell.show(entry.path), text, edits));
    } else if (edits.length > 0) {
      const after = withEdits(text, edits);
      const problem = await shell.files.writeNote(entry.path, text, after);
      if (problem !== undefined) {
        complain(shell.terminal, `${shell.show(entry.path)}: ${problem}`);
        continue;
      }
      changes.push({ path: entry.path, entry: { ...entry, note: entry.dialect.parse(after, shell.parse) } });
    }
    fixed += written.length;
  }
  return { links: fixed, changes };
}
