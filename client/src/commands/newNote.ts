import { l10n, type QuickPickItem, Selection, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { NewNoteParams } from '../../../server/src/lsp/protocol.ts';
import { dateText } from '../annotations/author.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import type { Command, CommandContext } from './command.ts';

export const newTalkNote: Command = {
  id: 'talkNotes.newTalkNote',
  async run(context) {
    const title = await ask(l10n.t('New Talk Note'), l10n.t('Title of the talk'));
    if (title === undefined) return;
    const event = await pickEvent(context);
    if (event === undefined) return;
    const speakers = await ask(
      l10n.t('New Talk Note'),
      l10n.t('Who speaks? Names or @handles, separated by commas'),
      true,
    );
    if (speakers === undefined) return;
    const names = speakers.split(',').flatMap((name) => name.trim() || []);
    await create(context, { title, speakers: names, ...(event === '' ? {} : { event }) });
  },
};

export const newEvent: Command = {
  id: 'talkNotes.newEvent',
  async run(context) {
    const title = await ask(l10n.t('New Event'), l10n.t('Name of the event, such as PyCon 2026'));
    if (title !== undefined) await create(context, { title, speakers: [] });
  },
};

async function ask(title: string, prompt: string, mayBeEmpty = false): Promise<string | undefined> {
  const validateInput = (text: string): string | undefined =>
    mayBeEmpty || text.trim() !== '' ? undefined : l10n.t('A note needs a title.');
  return (await window.showInputBox({ title, prompt, validateInput }))?.trim();
}

/** One of the events that there are, another one, or '' for none; `undefined` when the user gives up. */
async function pickEvent({ client }: CommandContext): Promise<string | undefined> {
  const talks = await client.talkList();
  const events = [...new Set(talks.filter(({ isTalk }) => isTalk).map(({ event }) => event))];
  const none: QuickPickItem = { label: l10n.t('No event') };
  const other: QuickPickItem = { label: l10n.t('Another event…') };
  const items = [none, other, ...events.toSorted((a, b) => a.localeCompare(b)).map((label) => ({ label }))];
  const choice = await window.showQuickPick(items, {
    title: l10n.t('New Talk Note'),
    placeHolder: l10n.t('At which event?'),
  });
  if (choice === other) return ask(l10n.t('New Talk Note'), l10n.t('Name of the event, such as PyCon 2026'));
  return choice === none ? '' : choice?.label;
}

/** Makes the file, dated today, and puts the cursor at its end. */
async function create({ client }: CommandContext, facts: Omit<NewNoteParams, 'date' | 'near'>): Promise<void> {
  const near = activeNoteEditor()?.document.uri.toString();
  const date = dateText(new Date()).slice(0, 'yyyy-mm-dd'.length);
  const { note } = await client.newNote({ ...facts, date, ...(near === undefined ? {} : { near }) });
  if (!note) {
    void window.showInformationMessage(l10n.t('Open a folder for your notes first.'));
    return;
  }
  const uri = Uri.parse(note.uri);
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(note.text) });
  if (!(await workspace.applyEdit(edit))) {
    void window.showWarningMessage(l10n.t('{0} could not be made.', workspace.asRelativePath(uri)));
    return;
  }
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new Selection(end, end);
}
