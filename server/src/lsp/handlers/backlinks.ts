import type { NotePath } from '../../core/text/path.ts';
import { backlinkLines, backlinkNotes, backlinkSource } from '../../features/backlinksTree.ts';
import { referencesTo } from '../../features/references.ts';
import type { TreeRow } from '../../features/treeRow.ts';
import { uriToPath } from '../../workspace/notePath.ts';
import type { ServerContext } from '../context.ts';
import { type BacklinksParams, backlinksRequest, fileReferencesRequest, type TalksResult } from '../protocol.ts';

/** Who links to a note, for the Backlinks view, and to any file. */
export function registerBacklinks(context: ServerContext): void {
  const { connection, handle, convert, workspace } = context;
  connection.onRequest(
    backlinksRequest.method,
    handle.request(
      backlinksRequest.method,
      (): TalksResult => ({ nodes: [] }),
      async ({ uri, parent }: BacklinksParams) => {
        const path = uriToPath(uri);
        const rows = path === undefined ? [] : await rowsOf(context, path, parent);
        return { nodes: convert.treeNodes(workspace.snapshot, rows) };
      },
    ),
  );
  connection.onRequest(
    fileReferencesRequest.method,
    handle.request(
      fileReferencesRequest.method,
      () => ({ locations: convert.locations(workspace.snapshot, []) }),
      ({ uri }: { readonly uri: string }) => {
        const { snapshot } = workspace;
        const path = uriToPath(uri);
        const found = path === undefined ? [] : referencesTo(snapshot, { type: 'file', path });
        return { locations: convert.locations(snapshot, found) };
      },
    ),
  );
}

async function rowsOf(
  { workspace }: ServerContext,
  path: NotePath,
  parent: string | undefined,
): Promise<readonly TreeRow[]> {
  if (parent === undefined) {
    return backlinkNotes(workspace.snapshot, path);
  }
  const from = backlinkSource(parent);
  const current = from === undefined ? undefined : await workspace.currentText(from);
  return from === undefined || current === undefined ? [] : backlinkLines(workspace.snapshot, path, from, current);
}
