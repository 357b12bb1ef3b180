import { documentLinks, wantsUnseenName } from '../../features/documentLinks.ts';
import type { ServerContext } from '../context.ts';

/** Links that can be clicked. */
export function registerDocumentLink({ connection, handle, convert, workspace, settings }: ServerContext): void {
  connection.onDocumentLinks(
    handle.note(
      'documentLink',
      () => [],
      async ({ path, entry }) => {
        if (!settings().links) {
          return [];
        }
        await workspace.makeCertain([path]);
        // Editors ask once. A name may be that of a note that has yet to be read.
        if (!workspace.isComplete && wantsUnseenName(workspace.snapshotFor(path), path)) await workspace.whenScanned();
        const snapshot = workspace.snapshotFor(path);
        const lines = snapshot.notes.get(path)?.note.lines ?? entry.note.lines;
        return convert.links(snapshot, lines, documentLinks(snapshot, path));
      },
    ),
  );
}
