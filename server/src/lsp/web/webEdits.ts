/** Edits that give web links other addresses. */
import type { Snapshot } from '../../core/index/snapshot.ts';
import type { NotePath } from '../../core/text/path.ts';
import type { NoteEdits } from '../../features/noteEdits.ts';
import { type AddressEdits, addressEdits } from '../../features/web/addressEdit.ts';
import { noteDate } from '../../features/web/noteDate.ts';
import { type WebLink, webLinks } from '../../features/web/webLinks.ts';
import { archivedCopy } from '../../linkcheck/archive.ts';
import { withFragmentOf } from '../../linkcheck/webAddress.ts';
import type { ServerContext } from '../context.ts';
import { type CurrentNotes, currentNotes } from '../currentNotes.ts';

export interface WebEdits {
  readonly edits: readonly (NoteEdits & AddressEdits)[];
  readonly notes: CurrentNotes;
}

/** In each of `paths`, gives every link the address that `toUrl` says; links for which that is none stay. */
export async function webEdits(
  { workspace, settings }: ServerContext,
  snapshot: Snapshot,
  paths: readonly NotePath[],
  toUrl: (link: WebLink, path: NotePath) => string | undefined,
): Promise<WebEdits> {
  const notes = await currentNotes(workspace, snapshot, paths);
  const edits = paths.flatMap((path): WebEdits['edits'] => {
    const entry = notes.snapshot.notes.get(path);
    const text = notes.texts.get(path);
    if (entry === undefined || text === undefined) {
      return [];
    }
    const parse = { todoSections: settings().todoSections };
    const found = addressEdits(entry, text, parse, webLinks(entry.note), (link) => toUrl(link, path));
    return found.written.length === 0 ? [] : [{ path, ...found }];
  });
  return { edits, notes };
}

/** Where the page of a link has moved to for good, as it is to be written; `undefined` where it has not. */
export function movedAddress({ web }: ServerContext, url: string): string | undefined {
  const known = web.memory.verdict(url);
  return known?.outcome === 'ok' && known.movedTo !== undefined ? withFragmentOf(known.movedTo, url) : undefined;
}

/** The notes that have one of these addresses. */
export function notesWith({ notes }: Snapshot, isWanted: (url: string) => boolean): readonly NotePath[] {
  return [...notes.entries()]
    .filter(({ note }) => webLinks(note).some(({ target }) => isWanted(target.url)))
    .map(({ path }) => path);
}

/** The archived copy of `url` nearest to the date of the note that has it. */
export async function archivedAddress(
  { web, settings, workspace }: ServerContext,
  path: NotePath,
  url: string,
  signal: AbortSignal,
): Promise<{ readonly url: string; readonly day: string } | 'none' | 'unknown'> {
  const { asker, parts } = web;
  const entry = workspace.entry(path);
  if (asker === undefined || parts === undefined || entry === undefined) {
    return 'unknown';
  }
  const own = noteDate(entry, workspace.snapshot.roots);
  const today = new Date(parts.clock.date()).toISOString().slice(0, 10).replaceAll('-', '');
  const date = own ?? (await parts.firstSeen(path)) ?? today;
  const copy = await archivedCopy(asker, settings().web.archive, url, date, signal);
  if (copy.type !== 'copy') {
    return copy.type;
  }
  const { timestamp } = copy;
  const day = `${timestamp.slice(0, 4)}-${timestamp.slice(4, 6)}-${timestamp.slice(6, 8)}`;
  return { url: copy.url, day };
}
