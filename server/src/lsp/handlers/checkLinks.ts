import type { ServerContext } from '../context.ts';
import { type CheckLinksResult, checkLinksRequest, type IndexState, indexReadyRequest } from '../protocol.ts';

/** Waiting for the index, and looking at the links of all notes. */
export function registerCheckLinks({ connection, handle, workspace, diagnostics }: ServerContext): void {
  connection.onRequest(
    indexReadyRequest.method,
    handle.request(
      indexReadyRequest.method,
      (): IndexState => workspace.scanState,
      () => workspace.whenScanned(),
    ),
  );
  connection.onRequest(
    checkLinksRequest.method,
    handle.request(
      checkLinksRequest.method,
      (): CheckLinksResult => ({ notes: 0, links: 0, findings: 0, notesWithFindings: 0 }),
      async () => {
        await workspace.whenScanned();
        diagnostics.includeWorkspace();
        diagnostics.refreshAll();
        await diagnostics.whenPublished();
        const { notes } = workspace.snapshot;
        let links = 0;
        for (const { note } of notes.entries()) {
          links += note.links.length;
        }
        return { notes: notes.size, links, ...diagnostics.count() };
      },
    ),
  );
}
