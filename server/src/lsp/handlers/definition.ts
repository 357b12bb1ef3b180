import type { Location, LocationLink, TextDocumentPositionParams } from 'vscode-languageserver';
import { definitions } from '../../features/definitions.ts';
import type { ServerContext } from '../context.ts';
import { toRange } from '../convert.ts';

/** Going from links to what they lead to, and peeking at it. Nothing here has a declaration apart from its definition. */
export function registerDefinition({
  connection,
  handle,
  convert,
  client,
  workspace,
  elsewhere,
  settings,
}: ServerContext): void {
  const answer = handle.note(
    'definition',
    (): Location[] | LocationLink[] => [],
    async ({ path, entry }, { position }: TextDocumentPositionParams) => {
      if (!settings().links) {
        return [];
      }
      await workspace.makeCertain([path]);
      const snapshot = workspace.snapshotFor(path);
      const { lines } = snapshot.notes.get(path)?.note ?? entry.note;
      const found = definitions(snapshot, path, lines.offsetAt(position), (dialect) =>
        elsewhere.has(dialect, 'navigation'),
      );
      if (found === undefined) {
        return [];
      }
      return client.definitionLinks
        ? convert.locationLinks(snapshot, toRange(lines, found.origin), found.places)
        : convert.locations(
            snapshot,
            found.places.map(({ path: to, selectionSpan }) => ({ path: to, span: selectionSpan })),
          );
    },
  );
  connection.onDefinition(answer);
  connection.onDeclaration(answer);
}
