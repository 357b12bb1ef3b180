import { type DocumentHighlight, DocumentHighlightKind, type ReferenceParams } from 'vscode-languageserver';
import type { Dialect } from '../../core/dialects/dialect.ts';
import { highlights } from '../../features/highlights.ts';
import { references } from '../../features/references.ts';
import type { ServerContext } from '../context.ts';
import { toRange } from '../convert.ts';

/** All uses of what stands at the cursor, and those in the same note to be marked. */
export function registerReferences({ connection, handle, convert, elsewhere, settings }: ServerContext): void {
  const isServed = (dialect: Dialect) => elsewhere.has(dialect, 'navigation');
  connection.onReferences(
    handle.note(
      'references',
      () => [],
      ({ path, entry, snapshot }, { position, context }: ReferenceParams) => {
        const offset = entry.note.lines.offsetAt(position);
        const found = settings().links
          ? references(snapshot, path, offset, { withDefinition: context.includeDeclaration, isServed })
          : [];
        return convert.locations(snapshot, found);
      },
    ),
  );
  connection.onDocumentHighlight(
    handle.note(
      'documentHighlight',
      (): DocumentHighlight[] => [],
      ({ path, entry, snapshot }, { position }) => {
        const { lines } = entry.note;
        const found = settings().links ? highlights(snapshot, path, lines.offsetAt(position)) : [];
        return found.map(({ span, isDefinition }) => ({
          range: toRange(lines, span),
          kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        }));
      },
    ),
  );
}
