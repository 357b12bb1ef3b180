import { workspaceSymbols } from '../../features/workspaceSymbols.ts';
import type { ServerContext } from '../context.ts';

/** Nobody looks further than this; another letter narrows it down. */
const limit = 256;

/** Titles of all notes. */
export function registerWorkspaceSymbol({ connection, handle, convert, workspace, settings }: ServerContext): void {
  connection.onWorkspaceSymbol(
    handle.request(
      'workspaceSymbol',
      () => [],
      ({ query }) => {
        const { snapshot } = workspace;
        return settings().outline ? convert.symbolHits(snapshot, workspaceSymbols(snapshot, query, limit)) : [];
      },
    ),
  );
}
