import { fileLinkText, webLinkText } from '../../features/linkText.ts';
import { uriToPath } from '../../workspace/notePath.ts';
import type { ServerContext } from '../context.ts';
import { toTextEdit } from '../convert.ts';
import { isDeepEqual } from '../isDeepEqual.ts';
import { type LinkTextParams, type LinkTextResult, linkTextRequest } from '../protocol.ts';

/** Text for what is pasted or dropped into a note. */
export function registerLinkText({ connection, handle, workspace, web }: ServerContext): void {
  connection.onRequest(
    linkTextRequest.method,
    handle.request(
      linkTextRequest.method,
      (): LinkTextResult => ({}),
      async (params: LinkTextParams, token) => {
        const { address } = params;
        const isCursor = isDeepEqual(params.range.start, params.range.end);
        const title =
          address !== undefined && isCursor
            ? await web.title(address, (cancel) => token.onCancellationRequested(cancel))
            : undefined;
        const note = handle.find(params.uri);
        const current = note && (await workspace.currentText(note.path));
        if (current === undefined) {
          return {};
        }
        const { entry, text } = current;
        const { start, end } = params.range;
        const selection = { start: entry.note.lines.offsetAt(start), end: entry.note.lines.offsetAt(end) };
        const files = (params.files ?? []).flatMap((uri) => uriToPath(uri) ?? []);
        if (address === undefined) {
          const written = fileLinkText(entry, text, selection, files);
          return written === undefined ? {} : { text: written };
        }
        const link = webLinkText(entry, text, selection, address, title);
        const edits = (link?.edits ?? []).map((edit) => toTextEdit(entry.note.lines, edit));
        return link === undefined ? {} : { text: link.text, ...(edits.length === 0 ? {} : { edits }) };
      },
    ),
  );
}
