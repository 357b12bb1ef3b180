import type { CodeLens } from 'vscode-languageserver';
import { referenceLenses } from '../../features/referenceLenses.ts';
import type { ServerContext } from '../context.ts';
import { toRange } from '../convert.ts';
import type { ShowReferences } from '../protocol.ts';

/** Of the client: a server cannot show anything. */
const showReferences = 'talkNotes.showReferences';

/** How often each talk is linked to, above its title, where the user has asked for it. */
export function registerCodeLens({ connection, handle, convert, settings }: ServerContext): void {
  connection.onCodeLens(
    handle.note(
      'codeLens',
      (): CodeLens[] => [],
      ({ path, entry, snapshot }, { textDocument: { uri } }) => {
        const { referenceLenses: isWanted, talkFolders, talkLevel } = settings();
        const lenses = isWanted ? referenceLenses(snapshot, { folders: talkFolders, level: talkLevel }, path) : [];
        return lenses.map(({ span, references }) => {
          const range = toRange(entry.note.lines, span);
          const locations = convert.locations(snapshot, references);
          const shown: ShowReferences = { uri, position: range.start, locations };
          const title = references.length === 1 ? '1 reference' : `${references.length} references`;
          return { range, command: { title, command: showReferences, arguments: [shown] } };
        });
      },
    ),
  );
}
