import picomatch from 'picomatch';
import type { RenameFilesParams, WorkspaceEdit } from 'vscode-languageserver';
import { dialects } from '../../core/dialects/registry.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import type { Move } from '../../features/moves/movedPaths.ts';
import { moveEdits, notesToUpdate } from '../../features/moves/moveEdits.ts';
import { uriToPath } from '../../workspace/notePath.ts';
import type { ServerContext } from '../context.ts';
import { currentNotes } from '../currentNotes.ts';

/** Files and folders that are about to move: their links, and links to them, go along. */
export function registerWillRenameFiles(context: ServerContext): void {
  const { connection, handle, workspace, convert, settings, renames } = context;
  connection.workspace.onWillRenameFiles(
    handle.request(
      'willRenameFiles',
      (): WorkspaceEdit | null => null,
      async ({ files }: RenameFilesParams) => {
        if (settings().updateLinksOnFileMove === 'never') {
          return null;
        }
        const moves = files.flatMap(({ oldUri, newUri }): Move[] => {
          const [from, to] = [uriToPath(oldUri), uriToPath(newUri)];
          return from === undefined || to === undefined ? [] : [{ from, to }];
        });
        const paths = notesToUpdate(workspace.snapshot, moves);
        await workspace.makeCertain(paths);
        const { snapshot, texts, linesOf } = await currentNotes(workspace, workspace.snapshot, paths);
        const edits = moveEdits(snapshot, moves, texts, await editorsOwn(context, snapshot, moves));
        const [from, to] = (['from', 'to'] as const).map((end) => moves.map((move) => move[end]).join('\0'));
        const settled = renames.settle({ from: from!, to: to! }, { edits, renames: moves }, texts);
        return edits.length === 0 ? null : convert.workspaceEdit(settled.edits, linesOf);
      },
    ),
  );
}

/** Moves for which VS Code's own Markdown mends links, as its settings say; none in any other editor. */
async function editorsOwn(
  { connection, client, logger, elsewhere }: ServerContext,
  { files }: Snapshot,
  moves: readonly Move[],
): Promise<readonly Move[]> {
  if (!client.configuration || !dialects.some((dialect) => elsewhere.has(dialect, 'navigation'))) {
    return [];
  }
  try {
    const value: unknown = await connection.workspace.getConfiguration('markdown.updateLinksOnFileMove');
    const { enabled, include, enableForDirectories } = (value ?? {}) as Record<string, unknown>;
    if (enabled !== 'always' && enabled !== 'prompt') {
      return [];
    }
    const globs = Array.isArray(include) ? include.filter((glob) => typeof glob === 'string') : [];
    const isIncluded = picomatch(globs, { dot: true });
    return moves.filter(({ from }) =>
      files.lookup(from).state === 'folder' ? enableForDirectories !== false : isIncluded(from.slice(1)),
    );
  } catch (error) {
    logger.warn(`The client gave no settings: ${String(error)}`);
    return [];
  }
}
