/** News of files from the client's watcher. The server has none of its own. */
import { type Connection, DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver';
import type { FileEvent } from '../workspace/eventBurst.ts';
import { uriToPath } from '../workspace/notePath.ts';
import type { NoteWorkspace } from '../workspace/noteWorkspace.ts';
import type { ClientFeatures } from './clientFeatures.ts';

const types: Record<FileChangeType, FileEvent['type']> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

/** Asks for news of every file: an image that appears, or a folder that moves, mends links or breaks them. */
export async function watchFiles(connection: Connection, client: ClientFeatures): Promise<void> {
  if (client.fileEvents) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] });
  }
}

export function passOnFileEvents(connection: Connection, workspace: NoteWorkspace): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const events = changes.flatMap(({ uri, type }): FileEvent[] => {
      const path = uriToPath(uri);
      return path === undefined || types[type] === undefined ? [] : [{ path, type: types[type] }];
    });
    workspace.filesChanged(events);
  });
}
