import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { TalkEntry } from '../../../server/src/lsp/protocol.ts';
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
    picker.busy = true;
    const picked = new Promise<TalkItem | undefined>((resolve) => {
      picker.onDidAccept(() => resolve(picker.activeItems[0]));
      picker.onDidHide(() => resolve(undefined));
    });
    picker.show();
    try {
      picker.items = itemsOf(await client.talkList());
      picker.busy = false;
      picker.activeItems = picker.items.filter(isAtCursor).slice(-1);
      // What the list starts with is nobody's choice yet: the editor stays where it is until the user moves or types.
      let isChosen = false;
      const listener = picker.onDidChangeActive(([item]) => {
        if (isChosen && item?.talk) preview.show(item.talk);
        isChosen = true;
      });
      const choice = await picked;
      listener.dispose();
      await preview.end();
      if (choice?.talk) await jump(choice.talk.uri, choice.talk.range, { preview: false });
      else await preview.goBack();
    } finally {
      picker.dispose();
      preview.dispose();
    }
  },
};

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
