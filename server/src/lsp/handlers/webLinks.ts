import type { CancellationToken } from 'vscode-languageserver';
import { say } from '../../core/text/say.ts';
import { linkStatus } from '../../features/web/linkStatus.ts';
import { linksTree } from '../../features/web/linksTree.ts';
import { reasonText } from '../../features/web/verdictText.ts';
import { webLinks } from '../../features/web/webLinks.ts';
import { planLinks } from '../../linkcheck/linkPlan.ts';
import type { ServerContext } from '../context.ts';
import { rangeIn } from '../convert.ts';
import {
  type CheckWebLinksParams,
  type CheckWebLinksResult,
  checkWebLinksRequest,
  type MendLinksParams,
  type MendLinksResult,
  mendLinksRequest,
  type WebLinkSites,
  type WebLinkSitesParams,
  type WebLinksParams,
  type WebLinksResult,
  webLinkSitesRequest,
  webLinksRequest,
} from '../protocol.ts';
import { archivedAddress, movedAddress, webEdits } from '../web/webEdits.ts';

/** Web links: what would be asked, asking, the Links view, and mending. */
export function registerWebLinks(context: ServerContext): void {
  const { connection, handle } = context;
  connection.onRequest(
    webLinkSitesRequest.method,
    handle.request(
      webLinkSitesRequest.method,
      (): WebLinkSites => ({ links: 0, sites: [] }),
      async ({ uri }: WebLinkSitesParams) => {
        await context.workspace.whenScanned();
        const { links, sites } = planLinks(urlsOf(context, uri));
        return { links: links.length, sites };
      },
    ),
  );
  connection.onRequest(
    checkWebLinksRequest.method,
    handle.request(checkWebLinksRequest.method, nothingChecked, (params: CheckWebLinksParams, token) =>
      check(context, params, token),
    ),
  );
  connection.onRequest(
    webLinksRequest.method,
    handle.request(
      webLinksRequest.method,
      (): WebLinksResult => ({ nodes: [], broken: 0, moved: 0, unverified: 0 }),
      (params: WebLinksParams) => tree(context, params),
    ),
  );
  connection.onRequest(
    mendLinksRequest.method,
    handle.request(
      mendLinksRequest.method,
      (): MendLinksResult => ({ version: null, proposals: [], left: 0 }),
      (params: MendLinksParams, token) => mend(context, params, token),
    ),
  );
}

function nothingChecked(): CheckWebLinksResult {
  return { checked: 0, broken: 0, moved: 0, unverified: 0 };
}

function urlsOf({ workspace, handle }: ServerContext, uri: string | undefined): readonly string[] {
  const entries = uri === undefined ? [...workspace.snapshot.notes.entries()] : [handle.find(uri)?.entry ?? []].flat();
  return entries.flatMap(({ note }) => webLinks(note).map(({ target }) => target.url));
}

async function check(
  context: ServerContext,
  params: CheckWebLinksParams,
  token: CancellationToken,
): Promise<CheckWebLinksResult> {
  const { web, workspace } = context;
  if (!web.isOn) {
    return {
      ...nothingChecked(),
      refused: say('Web links are not checked here: the settings or the workspace do not allow it.'),
    };
  }
  await workspace.whenScanned();
  const urls = params.urls ?? urlsOf(context, params.uri);
  const { checked } = await web.check(urls, { force: params.force === true, signal: signalOf(token) });
  const statuses = planLinks(urls).links.map(({ key }) => linkStatus(web.memory.verdict(key)));
  const count = (wanted: string): number => statuses.filter((status) => status === wanted).length;
  return { checked, broken: count('broken'), moved: count('moved'), unverified: count('unverified') };
}

function tree(
  { workspace, web, convert }: ServerContext,
  { parent, group, filter = '' }: WebLinksParams,
): WebLinksResult {
  const { snapshot } = workspace;
  const grouping = group === 'note' || group === 'host' ? group : 'status';
  const { rows, counts } = linksTree(snapshot, { ...web.memory, group: grouping, filter }, parent);
  const { broken, moved, unverified } = counts;
  // Before anything may be asked there is nothing to show but an explanation, which is the client's.
  return { nodes: web.isOn ? convert.treeNodes(snapshot, rows) : [], broken, moved, unverified };
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
  const proposals = (edits[0]?.edits ?? []).flatMap(({ span, text }) => {
    const from = linkAt.get(span.start) ?? '';
    const reason = addresses.get(from)?.reason ?? '';
    return [{ range: rangeIn(notes.snapshot, note.path, span), from, to: text, reason }];
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

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
