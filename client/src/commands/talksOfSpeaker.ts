import { l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import type { TalkEntry } from '../../../server/src/lsp/protocol.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import type { Command } from './command.ts';
import { jump } from './jump.ts';

interface SpeakerItem extends QuickPickItem {
  readonly talks: readonly TalkEntry[];
}

interface TalkItem extends QuickPickItem {
  /** Absent for the page of all of them. */
  readonly talk?: TalkEntry;
}

/** Asks for a speaker, the one at the cursor first, and then lists their talks over all events, to go to or on a page. */
export const talksOfSpeaker: Command = {
  id: 'talkNotes.talksOfSpeaker',
  async run({ client, speakerPages }) {
    const items = speakerItems(await client.talkList());
    const here = handleAtCursor();
    const first = items.filter(({ label }) => here !== undefined && keyOf(label) === keyOf(here));
    const speaker = await window.showQuickPick([...new Set([...first, ...items])], {
      title: l10n.t('Talks of a Speaker'),
      placeHolder: l10n.t('Whose talks?'),
    });
    if (!speaker) return;
    const page: TalkItem = { label: l10n.t('All of them on a page'), iconPath: new ThemeIcon('list-unordered') };
    const talks = speaker.talks.map((talk): TalkItem => ({ label: talk.title, description: talk.event, talk }));
    const choice = await window.showQuickPick([page, ...talks], { title: speaker.label, matchOnDescription: true });
    if (choice === page) await speakerPages.show(speaker.label, speaker.talks);
    else if (choice?.talk) await jump(choice.talk.uri, choice.talk.range, { preview: false });
  },
};

function speakerItems(talks: readonly TalkEntry[]): readonly SpeakerItem[] {
  const bySpeaker = new Map<string, { label: string; talks: TalkEntry[] }>();
  for (const talk of talks.filter(({ isTalk }) => isTalk)) {
    for (const label of talk.speakers) {
      const known = bySpeaker.get(keyOf(label)) ?? { label, talks: [] };
      known.talks.push(talk);
      bySpeaker.set(keyOf(label), known);
    }
  }
  return [...bySpeaker.values()]
    .toSorted((a, b) => keyOf(a.label).localeCompare(keyOf(b.label)))
    .map((speaker) => ({
      ...speaker,
      description: speaker.talks.length === 1 ? l10n.t('1 talk') : l10n.t('{0} talks', speaker.talks.length),
    }));
}

function handleAtCursor(): string | undefined {
  const editor = activeNoteEditor();
  const range = editor?.document.getWordRangeAtPosition(editor.selection.active, /@\w[\w.-]*/);
  return range && editor?.document.getText(range);
}

function keyOf(speaker: string): string {
  return speaker.replace(/^@/, '').toLowerCase();
}
