/** `--fix`: links that have moved for good get their new addresses. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import { addressEdits } from '../../features/web/addressEdit.ts';
import { type WebLink, webLinks } from '../../features/web/webLinks.ts';
import { withFragmentOf } from '../../linkcheck/webAddress.ts';
import type { Shell } from '../shell.ts';
import { complain } from '../terminal.ts';
import { unifiedDiff } from './unifiedDiff.ts';
import type { WebRun } from './webRun.ts';

/** Writes, or prints as a diff, the edits of all `entries`; how many links they mend. */
export async function fixMovedLinks(
  shell: Shell,
  entries: readonly NoteEntry[],
  { knowledge }: WebRun,
  how: 'write' | 'diff',
): Promise<number> {
  const newUrl = ({ target }: WebLink): string | undefined => {
    const known = knowledge.verdict(target.url);
    return known?.outcome === 'ok' && known.movedTo !== undefined
      ? withFragmentOf(known.movedTo, target.url)
      : undefined;
  };
  let fixed = 0;
  for (const entry of entries) {
    const links = webLinks(entry.note).filter((link) => newUrl(link) !== undefined);
    const text = links.length === 0 ? undefined : await shell.files.readNote(entry.path);
    if (text === undefined) {
      continue;
    }
    const now = { ...entry, note: entry.dialect.parse(text, shell.parse) };
    const edits = addressEdits(now, text, shell.parse, webLinks(now.note), newUrl);
    if (how === 'diff') {
      shell.terminal.out(unifiedDiff(shell.show(entry.path), text, edits));
    } else {
      const problem =
        edits.length === 0 ? undefined : await shell.files.writeNote(entry.path, text, applied(text, edits));
      if (problem !== undefined) {
        complain(shell.terminal, `${shell.show(entry.path)}: ${problem}`);
        continue;
      }
    }
    fixed += edits.length;
  }
  return fixed;
}

/** `text` with `edits`, which are in its order. */
function applied(text: string, edits: readonly TextEdit[]): string {
  let after = '';
  let from = 0;
  for (const { span, text: written } of edits) {
    after += text.slice(from, span.start) + written;
    from = span.end;
  }
  return after + text.slice(from);
}
