import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../features/selectionRanges.ts';
import type { ServerContext } from '../context.ts';
import { toRange } from '../convert.ts';

/** Growing and shrinking a selection. */
export function registerSelectionRange({ connection, handle, workspace }: ServerContext): void {
  connection.onSelectionRanges(
    handle.note(
      'selectionRange',
      (): SelectionRange[] => [],
      async ({ path }, { positions }) => {
        const current = await workspace.currentText(path);
        if (current === undefined) {
          return [];
        }
        const { text, entry } = current;
        const { lines } = entry.note;
        return positions.map((position): SelectionRange => {
          let parent: SelectionRange | undefined;
          for (const span of selectionRanges(text, entry.note, lines.offsetAt(position)).toReversed()) {
            parent = { range: toRange(lines, span), ...(parent === undefined ? {} : { parent }) };
          }
          return parent ?? { range: { start: position, end: position } };
        });
      },
    ),
  );
}
