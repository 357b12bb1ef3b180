import type { Hover } from 'vscode-languageserver';
import { excerpt } from '../../features/excerpt.ts';
import { type HoverPart, hover } from '../../features/hover.ts';
import type { ServerContext } from '../context.ts';
import { toRange } from '../convert.ts';
import { hoverText, type ReadyPart } from '../hoverText.ts';

/** What a link leads to, without going there. */
export function registerHover(context: ServerContext): void {
  const { connection, handle, client, workspace, elsewhere, settings } = context;
  connection.onHover(
    handle.note(
      'hover',
      (): Hover | null => null,
      async ({ path, entry }, { position }) => {
        if (!settings().links) {
          return null;
        }
        await workspace.makeCertain([path]);
        const snapshot = workspace.snapshotFor(path);
        const { lines } = snapshot.notes.get(path)?.note ?? entry.note;
        const found = hover(snapshot, path, lines.offsetAt(position), context.web.linkState);
        if (found === undefined) {
          return null;
        }
        // Where the editor follows links by itself, it shows pictures, too.
        const isServed = elsewhere.has(entry.dialect, 'navigation');
        const shown = found.parts.filter(({ type }) => type !== 'image' || !isServed);
        const parts = await Promise.all(shown.map((part) => ready(context, part)));
        return { range: toRange(lines, found.span), contents: hoverText(parts, client.hoverMarkdown) };
      },
    ),
  );
}

async function ready({ workspace, convert }: ServerContext, part: HoverPart): Promise<ReadyPart> {
  switch (part.type) {
    case 'excerpt': {
      const current = await workspace.currentText(part.path);
      const lines = current === undefined ? [] : excerpt(current.text, current.entry.note, part.place);
      return { type: 'excerpt', lines };
    }
    case 'place': {
      const uri = convert.placeUri(workspace.snapshot, part.path, part.offset);
      return { type: 'place', title: part.title, shown: part.shown, uri };
    }
    case 'image':
      return { type: 'image', uri: convert.placeUri(workspace.snapshot, part.path, undefined) };
    default:
      return part;
  }
}
