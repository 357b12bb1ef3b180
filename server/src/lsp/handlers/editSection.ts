import { say, sayable } from '../../core/text/say.ts';
import { editSection } from '../../features/refactorings/editSection.ts';
import type { ServerContext } from '../context.ts';
import type { SectionParams } from '../protocol.ts';
import { tell } from '../tell.ts';

/** Moves a section or changes its level, and has the editor apply it. Argument: `SectionParams`. */
export const editSectionCommand = 'talkNotes.server.editSection';

const labels: Record<SectionParams['how'], string> = sayable({
  up: 'Move section up',
  down: 'Move section down',
  promote: 'Promote section',
  demote: 'Demote section',
});

export async function editSectionInEditor(
  context: ServerContext,
  { uri, position, how }: SectionParams,
): Promise<void> {
  const { connection, client, convert, handle, workspace } = context;
  const note = handle.find(uri);
  const current = note && (await workspace.currentText(note.path));
  if (current === undefined || labels[how] === undefined) {
    return;
  }
  const { lines } = current.entry.note;
  const edits = editSection(current.entry, current.text, lines.offsetAt(position), how);
  if ('refused' in edits) {
    tell(connection, edits.refused);
  } else if (client.applyEdit) {
    await connection.workspace.applyEdit({
      label: say(labels[how]),
      edit: convert.workspaceEdit([edits], () => lines),
    });
  }
}
