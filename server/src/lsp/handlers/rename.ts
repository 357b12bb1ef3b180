import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { say } from '../../core/text/say.ts';
import type { Refused } from '../../features/rename/renamable.ts';
import { notesToPrepare, notesToRename, prepareRename, rename } from '../../features/rename/rename.ts';
import type { ServerContext } from '../context.ts';
import { toRange } from '../convert.ts';
import { currentNotes } from '../currentNotes.ts';

/** Renaming titles, targets, labels, footnotes, citations, substitutions, notes and files. */
export function registerRename({ connection, handle, workspace, convert, renames }: ServerContext): void {
  connection.onPrepareRename(
    handle.note(
      'prepareRename',
      (): { range: Range; placeholder: string } | null => null,
      async ({ path, entry, snapshot }, params: PrepareRenameParams) => {
        const offset = entry.note.lines.offsetAt(params.position);
        const current = await currentNotes(workspace, snapshot, [path, ...notesToPrepare(snapshot, path, offset)]);
        const prompt = prepareRename(current.snapshot, current.texts, path, offset);
        return 'refused' in prompt
          ? refuse(prompt)
          : { range: toRange(entry.note.lines, prompt.span), placeholder: prompt.placeholder };
      },
    ),
  );
  connection.onRenameRequest(
    handle.note(
      'rename',
      (): WorkspaceEdit | null => null,
      async ({ path, entry, snapshot }, { position, newName }: RenameParams) => {
        const offset = entry.note.lines.offsetAt(position);
        const paths = [path, ...notesToRename(snapshot, path, offset, newName)];
        const current = await currentNotes(workspace, snapshot, paths);
        const changes = rename(current.snapshot, current.texts, path, offset, newName, renames);
        if ('refused' in changes) {
          return refuse(changes);
        }
        return (
          convert.noteChanges(changes, current.linesOf) ?? refuse({ refused: say('This editor cannot rename files.') })
        );
      },
    ),
  );
}

/** Editors show the message. */
function refuse({ refused }: Refused): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, refused);
}
