import { type QuickPick, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { TalkEntry } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import type { Command } from './command.ts';
import { jump } from './jump.ts';
import { TalkPreview } from './talkPreview.ts';

interface TalkItem extends QuickPickItem {
  /** Absent for separators. */
  readonly talk?: TalkEntry;
}

/** A list of all talks, which shows each talk in the editor while the user moves through the list. */
export const goToTalk: Command = {
  id: 'talkNotes.goToTalk',
  async run({ client }) {
    const picker = window.createQuickPick<TalkItem>();
    const preview = new TalkPreview();
    picker.title = 'Go to Talk';
    picker.placeholder = 'A talk’s title, event or speaker';
    picker.matchOnDescription = true;
    const picked = new Promise<TalkItem | undefined>((resolve, reject) => {
      picker.onDidAccept(() => resolve(picker.activeItems[0]));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
      fill(picker, client, preview).catch(reject);
    });
    try {
      const choice = await picked;
      await preview.end();
      if (choice?.talk) await jump(choice.talk.uri, choice.talk.range, { preview: false });
      else await preview.goBack();
    } finally {
      picker.dispose();
      preview.dispose();
    }
  },
};

/** Lists the talks that are known, and all of them once all notes have been read. */
async function fill(picker: QuickPick<TalkItem>, client: TalkNotesClient, preview: TalkPreview): Promise<void> {
  let start: TalkItem | undefined;
  const list = async (): Promise<void> => {
    const items = itemsOf(await client.talkList());
    if (items.length === picker.items.length) return;
    start = items.findLast(isAtCursor) ?? items.find(({ talk }) => talk !== undefined);
    picker.items = items;
    picker.activeItems = start ? [start] : [];
  };
  picker.onDidChangeActive(([item]) => {
    // What the list starts with is nobody's choice: the editor stays where it is until the user moves or types.
    // New items make VS Code say first that their first one is active, and then which one is.
    if (item === start && !preview.hasShown) preview.cancel();
    else if (item?.talk) preview.show(item.talk);
  });
  picker.busy = true;
  await list();
  await client.indexReady();
  await list();
  picker.busy = false;
}

function itemsOf(talks: readonly TalkEntry[]): TalkItem[] {
  const inEvents = talks.filter((talk) => talk.isTalk).map(itemOf);
  const elsewhere = talks.filter((talk) => !talk.isTalk).map(itemOf);
  return [...section('talks', inEvents), ...section('other notes', elsewhere)];
}

function section(label: string, items: readonly TalkItem[]): TalkItem[] {
  return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
}

function itemOf(talk: TalkEntry): TalkItem {
  const context = talk.event === talk.title ? [] : [talk.event];
  return { label: talk.title, description: [...context, ...talk.speakers].join(' · '), talk };
}

/** Whether the cursor is on the talk's title or behind it; the last such item of a note is where the cursor is. */
function isAtCursor({ talk }: TalkItem): boolean {
  const editor = activeNoteEditor();
  return (
    editor !== undefined &&
    talk?.uri === editor.document.uri.toString() &&
    talk.range.start.line <= editor.selection.active.line
  );
}
