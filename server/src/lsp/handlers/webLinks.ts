import type { CancellationToken } from 'vscode-languageserver';
import { say } from '../../core/text/say.ts';
import { linkStatus } from '../../features/web/linkStatus.ts';
import { linksTree } from '../../features/web/linksTree.ts';
import { webLinks } from '../../features/web/webLinks.ts';
import { planLinks } from '../../linkcheck/linkPlan.ts';
import { signalOf } from '../cancellation.ts';
import type { ServerContext } from '../context.ts';
import {
  type CheckWebLinksParams,
  type CheckWebLinksResult,
  checkWebLinksRequest,
  type WebLinkSites,
  type WebLinkSitesParams,
  type WebLinksParams,
  type WebLinksResult,
  webLinkSitesRequest,
  webLinksRequest,
} from '../protocol.ts';

/** Web links: what would be asked, asking, and the Links view. */
export function registerWebLinks(context: ServerContext): void {
  const { connection, handle } = context;
  connection.onRequest(
    webLinkSitesRequest.method,
    handle.request(
      webLinkSitesRequest.method,
      (): WebLinkSites => ({ possible: false, links: 0, sites: [] }),
      async ({ uri }: WebLinkSitesParams) => {
        await context.workspace.whenScanned();
        const { links, sites } = planLinks(urlsOf(context, uri).filter(context.web.wouldAsk));
        return { possible: context.web.isPossible, links: links.length, sites };
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
  if (web.isPossible && !web.isOn) {
    // The user may have said so a moment ago.
    await context.reconfigure();
  }
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
  const { rows, counts } = linksTree(snapshot, { ...web.list, group: grouping, filter }, parent);
  const { broken, moved, unverified } = counts;
  // Before anything may be asked there is nothing to show but an explanation, which is the client's.
  return { nodes: web.isOn ? convert.treeNodes(snapshot, rows) : [], broken, moved, unverified };
}
