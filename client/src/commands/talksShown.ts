/** Commands of the Talks view: by what it groups, and which talks it shows. */
import { l10n, type QuickPickItem, window } from 'vscode';
import type { TalksShown } from '../views/talksView.ts';
import type { Command } from './command.ts';

interface GroupItem extends QuickPickItem {
  readonly groupBy: TalksShown['groupBy'];
}

interface FilterItem extends QuickPickItem {
  readonly shown: Partial<TalksShown>;
}

export const groupTalks: Command = {
  id: 'talkNotes.groupTalks',
  async run({ talks }) {
    const items: readonly GroupItem[] = [
      { label: l10n.t('By event'), groupBy: 'event' },
      { label: l10n.t('By year'), groupBy: 'year' },
      { label: l10n.t('By speaker'), groupBy: 'speaker' },
      { label: l10n.t('By tag'), groupBy: 'tag' },
    ];
    const { groupBy } = talks.shown;
    const marked = items.map((item) => (item.groupBy === groupBy ? { ...item, description: l10n.t('now') } : item));
    const choice = await window.showQuickPick(marked, { title: l10n.t('Group Talks') });
    if (choice) await talks.show({ groupBy: choice.groupBy });
  },
};

export const filterTalks: Command = {
  id: 'talkNotes.filterTalks',
  async run({ talks }) {
    const picker = window.createQuickPick<FilterItem>();
    picker.title = l10n.t('Filter Talks');
    picker.placeholder = l10n.t('Words of a title, event, speaker or tag');
    picker.value = talks.shown.filter;
    const list = (): void => {
      picker.items = filterItems(picker.value.trim());
    };
    list();
    picker.onDidChangeValue(list);
    const choice = await new Promise<FilterItem | undefined>((resolve) => {
      picker.onDidAccept(() => resolve(picker.activeItems[0]));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
    picker.dispose();
    if (choice) await talks.show(choice.shown);
  },
};

export const clearTalkFilter: Command = {
  id: 'talkNotes.clearTalkFilter',
  run: ({ talks }) => talks.show({ filter: '', subset: 'all' }),
};

/** All stay in the list whatever is typed: what is typed is the filter. */
function filterItems(filter: string): readonly FilterItem[] {
  const items: readonly FilterItem[] = [
    {
      label: filter === '' ? l10n.t('All talks') : l10n.t('Talks with “{0}”', filter),
      shown: { filter, subset: 'all' },
    },
    { label: l10n.t('Talks with a video'), shown: { filter, subset: 'with-video' } },
    { label: l10n.t('Talks without slides'), shown: { filter, subset: 'without-slides' } },
    { label: l10n.t('Videos I meant to watch'), shown: { filter, subset: 'to-watch' } },
  ];
  return items.map((item) => ({ ...item, alwaysShow: true }));
}
