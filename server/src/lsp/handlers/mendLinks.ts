import type { CancellationToken } from 'vscode-languageserver';
import { say } from '../../core/text/say.ts';
import { reasonText } from '../../features/web/verdictText.ts';
import { webLinks } from '../../features/web/webLinks.ts';
import { signalOf } from '../cancellation.ts';
import type { ServerContext } from '../context.ts';
import { rangeIn } from '../convert.ts';
import {
  type MendLinksParams,
  type MendLinksResult,
  mendLinksRequest,
  type WriteLinksParams,
  type WriteLinksResult,
  writeLinksRequest,
} from '../protocol.ts';
import { archivedAddress, movedAddress, webEdits } from '../web/webEdits.ts';

/** Better addresses for the web links of a note, and writing those that the user chose. */
export function registerMendLinks(context: ServerContext): void {
  const { connection, handle } = context;
  connection.onRequest(
    mendLinksRequest.method,
    handle.request(
      mendLinksRequest.method,
      (): MendLinksResult => ({ version: null, proposals: [], left: 0 }),
      (params: MendLinksParams, token) => mend(context, params, token),
    ),
  );
  connection.onRequest(
    writeLinksRequest.method,
    handle.request(
      writeLinksRequest.method,
      (): WriteLinksResult => ({ written: false }),
      (params: WriteLinksParams) => write(context, params),
    ),
  );
}

async function mend(
  context: ServerContext,
  { uri }: MendLinksParams,
  token: CancellationToken,
): Promise<MendLinksResult> {
  const { web, handle, documents } = context;
  const note = handle.find(uri);
  if (note === undefined || !web.isOn) {
    return { version: null, proposals: [], left: 0 };
  }
  const addresses = new Map<string, { readonly to: string; readonly reason: string }>();
  let left = 0;
  for (const url of new Set(webLinks(note.entry.note).map(({ target }) => target.url))) {
    const found = await betterAddress(context, note.path, url, signalOf(token));
    left += Number(found === 'none');
    if (typeof found === 'object') {
      addresses.set(url, found);
    }
  }
  const { edits, notes } = await webEdits(
    context,
    note.snapshot,
    [note.path],
    ({ target }) => addresses.get(target.url)?.to,
  );
  const linkAt = new Map(
    webLinks(notes.snapshot.notes.get(note.path)!.note).map((link) => [link.span.start, link.target.url]),
  );
  const proposals = (edits[0]?.written ?? []).map(({ span, text }) => {
    const from = linkAt.get(span.start) ?? '';
    const reason = addresses.get(from)?.reason ?? '';
    return { range: rangeIn(notes.snapshot, note.path, span), from, to: text, reason };
  });
  return { version: documents.version(note.path), proposals, left };
}

async function betterAddress(context: ServerContext, path: string, url: string, signal: AbortSignal) {
  const known = context.web.memory.verdict(url);
  const moved = movedAddress(context, url);
  if (moved !== undefined) {
    return { to: moved, reason: say('It has moved for good.') };
  }
  if (known?.outcome !== 'broken' && !known?.frontPage) {
    return undefined;
  }
  const copy = await archivedAddress(context, path, url, signal);
  const why = known.frontPage ? say('It leads to a front page now') : reasonText(known);
  return typeof copy === 'string'
    ? ('none' as const)
    : { to: copy.url, reason: say('{0}. Archived copy of {1}.', why, copy.day) };
}

async function write(context: ServerContext, { uri, version, links }: WriteLinksParams): Promise<WriteLinksResult> {
  const { handle, documents, client, connection, convert } = context;
  const note = handle.find(uri);
  if (note === undefined || !client.applyEdit || documents.version(note.path) !== version) {
    return { written: false };
  }
  const { lines } = note.entry.note;
  const wanted = new Map(links.map(({ range, to }) => [lines.offsetAt(range.start), to]));
  const { edits, notes } = await webEdits(context, note.snapshot, [note.path], ({ span }) => wanted.get(span.start));
  // What was typed meanwhile has moved the links.
  if (edits.length === 0 || documents.version(note.path) !== version) {
    return { written: false };
  }
  const edit = convert.workspaceEdit(edits, notes.linesOf);
  const { applied } = await connection.workspace.applyEdit({ label: say('Mend Links'), edit });
  return { written: applied };
}
