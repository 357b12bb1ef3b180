import type { NoteEntry } from '../../core/index/noteIndex.ts';
import { workspaceSymbols } from '../../features/workspaceSymbols.ts';
import type { ServerContext } from '../context.ts';

/** Nobody looks further than this; another letter narrows it down. */
const limit = 256;

/** Titles of all notes. */
export function registerWorkspaceSymbol({
  connection,
  handle,
  convert,
  workspace,
  settings,
  elsewhere,
}: ServerContext): void {
  connection.onWorkspaceSymbol(
    handle.request(
      'workspaceSymbol',
      () => [],
      ({ query }) => {
        const { snapshot } = workspace;
        if (!settings().outline) {
          return [];
        }
        const isOurs = ({ dialect }: NoteEntry): boolean => !elsewhere.has(dialect, 'workspaceSymbols');
        return convert.symbolHits(snapshot, workspaceSymbols(snapshot, query, limit, isOurs));
      },
    ),
  );
}
