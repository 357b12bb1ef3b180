import { outline } from '../../features/outline.ts';
import type { ServerContext } from '../context.ts';

/** Titles of a note, for the Outline, breadcrumbs and Go to Symbol. */
export function registerDocumentSymbol({
  connection,
  handle,
  convert,
  client,
  settings,
  elsewhere,
}: ServerContext): void {
  connection.onDocumentSymbol(
    handle.note(
      'documentSymbol',
      () => [],
      ({ path, entry: { note, dialect } }) => {
        if (!settings().outline || elsewhere.has(dialect, 'outline')) {
          return [];
        }
        const items = outline(note);
        return client.symbolTree ? convert.symbols(note.lines, items) : convert.flatSymbols(path, note.lines, items);
      },
    ),
  );
}
