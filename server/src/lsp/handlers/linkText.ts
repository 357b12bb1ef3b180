import { fileLinkText, webLinkText } from '../../features/linkText.ts';
import { uriToPath } from '../../workspace/notePath.ts';
import type { ServerContext } from '../context.ts';
import { type LinkTextParams, type LinkTextResult, linkTextRequest } from '../protocol.ts';

/** Text for what is pasted or dropped into a note. */
export function registerLinkText({ connection, handle, workspace }: ServerContext): void {
  connection.onRequest(
    linkTextRequest.method,
    handle.request(
      linkTextRequest.method,
      (): LinkTextResult => ({}),
      async (params: LinkTextParams) => {
        const note = handle.find(params.uri);
        const current = note && (await workspace.currentText(note.path));
        if (current === undefined) {
          return {};
        }
        const { entry, text } = current;
        const { start, end } = params.range;
        const selection = { start: entry.note.lines.offsetAt(start), end: entry.note.lines.offsetAt(end) };
        const files = (params.files ?? []).flatMap((uri) => uriToPath(uri) ?? []);
        const written =
          params.address === undefined
            ? fileLinkText(entry, text, selection, files)
            : webLinkText(entry, text, selection, params.address);
        return written === undefined ? {} : { text: written };
      },
    ),
  );
}
