import { env, l10n, type QuickPickItem, Uri, window } from 'vscode';
import type { TalkEntry, WireRange } from '../../../server/src/lsp/protocol.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import { wirePosition } from '../wire.ts';
import { planEdit, writeEdit } from '../writing/noteWriter.ts';
import type { Command, CommandContext } from './command.ts';

interface TalkItem extends QuickPickItem {
  readonly talk: TalkEntry;
}

export const insertTalkLink: Command = {
  id: 'talkNotes.insertTalkLink',
  async run(context) {
    const editor = activeNoteEditor();
    if (!editor) {
      void window.showInformationMessage(l10n.t('Open a note first.'));
      return;
    }
    const talks = await context.client.talkList();
    const items = talks.map(
      (talk): TalkItem => ({
        label: talk.title,
        description: [...(talk.event === talk.title ? [] : [talk.event]), ...talk.speakers].join(' · '),
        talk,
      }),
    );
    const options = { title: l10n.t('Insert Link to Talk'), matchOnDescription: true };
    const choice = await window.showQuickPick(items, options);
    if (!choice) return;
    const link = await linkText(context, editor.document.uri.toString(), choice.talk.uri, choice.talk.range.start);
    if (link !== undefined) await editor.edit((edit) => editor.selections.forEach((at) => void edit.replace(at, link)));
  },
};

/** The link to the row's talk, or to the one at the cursor, as the note at hand writes it. */
export const copyTalkLink: Command = {
  id: 'talkNotes.copyTalkLink',
  async run(context, row) {
    const node = typeof row === 'string' ? (await context.talks.tree.current([row]))[0] : undefined;
    const editor = activeNoteEditor();
    const at = node
      ? place(node.uri, node.range)
      : editor && { uri: editor.document.uri.toString(), start: wirePosition(editor.selection.active) };
    if (!at) {
      void window.showInformationMessage(l10n.t('Put the cursor into a talk first.'));
      return;
    }
    const link = await linkText(context, editor?.document.uri.toString() ?? at.uri, at.uri, at.start);
    if (link === undefined) return;
    await env.clipboard.writeText(link);
    window.setStatusBarMessage(l10n.t('Copied: {0}', link), 3000);
  },
};

function place(uri: string | undefined, range: WireRange | undefined) {
  return uri !== undefined && range ? { uri, start: range.start } : undefined;
}

/** The link, once the talk has the label that it takes; `undefined` where it cannot be, which the user has been told. */
async function linkText(
  { client, platform }: CommandContext,
  from: string,
  uri: string,
  position: WireRange['start'],
): Promise<string | undefined> {
  const { text, changes } = await client.talkLink({ from, uri, position });
  for (const change of changes) {
    const plan = await planEdit(change, Uri.parse(change.uri), platform);
    const written = 'refused' in plan ? plan : await writeEdit(plan.planned);
    if ('refused' in written) {
      void window.showWarningMessage(written.refused);
      return undefined;
    }
  }
  if (text === undefined) void window.showInformationMessage(l10n.t('There is no talk to link to here.'));
  return text;
}
