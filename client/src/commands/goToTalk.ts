import { l10n, type QuickPick, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { TalkEntry } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import { visitKey } from '../views/talksView.ts';
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
  async run({ client, talks }) {
    const picker = window.createQuickPick<TalkItem>();
    const preview = new TalkPreview();
    picker.title = l10n.t('Go to Talk');
    picker.placeholder = l10n.t('A talk’s title, event or speaker');
    picker.matchOnDescription = true;
    const picked = new Promise<TalkItem | undefined>((resolve, reject) => {
      picker.onDidAccept(() => resolve(picker.activeItems[0]));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
      fill(picker, client, talks.visited, preview).catch(reject);
    });
    try {
      const choice = await picked;
      await preview.end();
      if (choice?.talk) {
        await talks.visit(choice.talk);
        await jump(choice.talk.uri, choice.talk.range, { preview: false });
      } else {
        await preview.goBack();
      }
    } finally {
      picker.dispose();
      preview.dispose();
    }
  },
};

/** Lists the talks that are known, and all of them once all notes have been read. */
async function fill(
  picker: QuickPick<TalkItem>,
  client: TalkNotesClient,
  visited: readonly string[],
  preview: TalkPreview,
): Promise<void> {
  let start: TalkItem | undefined;
  const list = async (): Promise<void> => {
    const talks = await client.talkList();
    const items = itemsOf(talks, visited);
    if (items.length === picker.items.length) return;
    const here = talkAtCursor(talks);
    start = items.find(({ talk }) => talk !== undefined && (here === undefined || talk === here));
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

/** Those that were visited come first, the last one on top. */
function itemsOf(talks: readonly TalkEntry[], visited: readonly string[]): TalkItem[] {
  const known = new Map<string, TalkEntry>();
  if (visited.length > 0) for (const talk of talks) known.set(visitKey(talk), talk);
  const recent = new Set(visited.flatMap((key) => known.get(key) ?? []));
  const others: TalkItem[] = [];
  const notes: TalkItem[] = [];
  for (const talk of talks) if (!recent.has(talk)) (talk.isTalk ? others : notes).push(itemOf(talk));
  return [
    ...section(l10n.t('recently visited'), [...recent].map(itemOf)),
    ...section(l10n.t('talks'), others),
    ...section(l10n.t('other notes'), notes),
  ];
}

function section(label: string, items: readonly TalkItem[]): TalkItem[] {
  return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
}

function itemOf(talk: TalkEntry): TalkItem {
  const context = talk.event === talk.title ? [] : [talk.event];
  return { label: talk.title, description: [...context, ...talk.speakers].join(' · '), talk };
}

/** The last talk of the note in the editor with its title at the cursor or before it. */
function talkAtCursor(talks: readonly TalkEntry[]): TalkEntry | undefined {
  const editor = activeNoteEditor();
  if (editor === undefined) return undefined;
  const uri = editor.document.uri.toString();
  const { line } = editor.selection.active;
  return talks.findLast((talk) => talk.uri === uri && talk.range.start.line <= line);
}
