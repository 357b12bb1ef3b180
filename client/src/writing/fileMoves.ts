/** Asks before links are changed because files move, as VS Code does for its own languages. */
import {
  ConfigurationTarget,
  type FileWillRenameEvent,
  type MessageItem,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';

const section = 'talkNotes';
const setting = 'updateLinksOnFileMove';

type Edit = WorkspaceEdit | null | undefined;

/** The edit that the server gives for files that are about to move, where the user wants it. */
export async function updateLinksOnMove(
  event: FileWillRenameEvent,
  next: (event: FileWillRenameEvent) => Thenable<Edit>,
): Promise<Edit> {
  const wanted = workspace.getConfiguration(section).get<string>(setting);
  if (wanted === 'never') return undefined;
  const edit = await next(event);
  if (!edit || edit.size === 0 || wanted === 'always') return edit;
  return (await isWanted(event, edit.size)) ? edit : undefined;
}

async function isWanted({ files }: FileWillRenameEvent, notes: number): Promise<boolean> {
  const [first] = files;
  const what = files.length === 1 && first ? `“${nameOf(first.newUri.path)}”` : `${files.length} files`;
  const yes: MessageItem = { title: 'Yes' };
  const always: MessageItem = { title: 'Always' };
  const never: MessageItem = { title: 'Never' };
  const no: MessageItem = { title: 'No', isCloseAffordance: true };
  const message = `Update the links in ${notes === 1 ? 'one note' : `${notes} notes`} for ${what}?`;
  const answer = await window.showInformationMessage(message, { modal: true }, yes, always, never, no);
  if (answer === always || answer === never) {
    const value = answer === always ? 'always' : 'never';
    await workspace.getConfiguration(section).update(setting, value, ConfigurationTarget.Global);
  }
  return answer === yes || answer === always;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
