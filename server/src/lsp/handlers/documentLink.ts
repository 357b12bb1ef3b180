import { documentLinks } from '../../features/documentLinks.ts';
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
        const snapshot = workspace.snapshotFor(path);
        const lines = snapshot.notes.get(path)?.note.lines ?? entry.note.lines;
        return convert.links(snapshot, lines, documentLinks(snapshot, path));
      },
    ),
  );
}
