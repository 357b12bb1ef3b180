import type { TextEdit } from '../../core/model/edit.ts';
import { checklist } from '../../features/checklist.ts';
import { expectedLines } from '../../features/expectedLines.ts';
import type { CurrentNote } from '../../features/noteEdits.ts';
import { newNote, newNotePlace } from '../../features/talkWrites/newNote.ts';
import { talkLink } from '../../features/talkWrites/talkLink.ts';
import { pathToUri, uriToPath } from '../../workspace/notePath.ts';
import type { ServerContext } from '../context.ts';
import { toTextEdit } from '../convert.ts';
import {
  type ChecklistParams,
  checklistRequest,
  type NewNoteParams,
  type NewNoteResult,
  newNoteRequest,
  type TalkLinkParams,
  type TalkLinkResult,
  type ToggleEdit,
  talkLinkRequest,
} from '../protocol.ts';

/** New notes, and links to talks. */
export function registerTalkWrites(context: ServerContext): void {
  registerChecklist(context);
  const { connection, handle, workspace, documents, settings } = context;
  connection.onRequest(
    newNoteRequest.method,
    handle.request(
      newNoteRequest.method,
      (): NewNoteResult => ({}),
      async ({ near, ...facts }: NewNoteParams) => {
        const { snapshot } = workspace;
        const options = { folders: settings().talkFolders, level: settings().talkLevel };
        const place = newNotePlace(snapshot, options, near === undefined ? undefined : uriToPath(near));
        if (place === undefined) {
          return {};
        }
        const like = place.like && (await workspace.currentText(place.like.path));
        const { path, text } = newNote(snapshot, place, facts, like?.text);
        return { note: { uri: pathToUri(path), text } };
      },
    ),
  );
  connection.onRequest(
    talkLinkRequest.method,
    handle.request(
      talkLinkRequest.method,
      (): TalkLinkResult => ({ changes: [] }),
      async ({ from, uri, position }: TalkLinkParams) => {
        const source = handle.find(from);
        const path = uriToPath(uri);
        const to = path === undefined ? undefined : await workspace.currentText(path);
        if (source === undefined || path === undefined || to === undefined) {
          return { changes: [] };
        }
        const { note } = to.entry;
        const link = talkLink(source.snapshot, source.entry, to, note.lines.offsetAt(position));
        if (link === undefined) {
          return { changes: [] };
        }
        return { text: link.text, changes: toChanges(documents, to, link.edits) };
      },
    ),
  );
}

function registerChecklist({ connection, handle, workspace, documents, settings }: ServerContext): void {
  connection.onRequest(
    checklistRequest.method,
    handle.request(
      checklistRequest.method,
      (): { changes: readonly ToggleEdit[] } => ({ changes: [] }),
      async ({ uri, position }: ChecklistParams) => {
        const path = uriToPath(uri);
        const current = path === undefined || !settings().todos ? undefined : await workspace.currentText(path);
        const edits = current && checklist(current, current.entry.note.lines.offsetAt(position));
        return { changes: current === undefined ? [] : toChanges(documents, current, edits ?? []) };
      },
    ),
  );
}

function toChanges(
  documents: ServerContext['documents'],
  { text, entry: { path, note } }: CurrentNote,
  edits: readonly TextEdit[],
): readonly ToggleEdit[] {
  const change = {
    uri: documents.uri(path),
    version: documents.version(path),
    edits: edits.map((edit) => toTextEdit(note.lines, edit)),
    expected: expectedLines(text, note, edits),
  };
  return edits.length === 0 ? [] : [change];
}
