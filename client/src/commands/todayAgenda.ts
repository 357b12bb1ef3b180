import {
  l10n,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
} from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import { dayIn, today } from '../today.ts';
import type { Command, CommandContext } from './command.ts';
import { jump } from './jump.ts';

interface AgendaItem extends QuickPickItem {
  readonly node?: TreeNode;
}

const times = ['overdue', 'today'] as const;

/** What is overdue and what is due today, over all notes: Enter goes there, a button checks off or puts off. */
export const todayAgenda: Command = {
  id: 'talkNotes.today',
  async run(context) {
    const check: QuickInputButton = { iconPath: new ThemeIcon('check'), tooltip: l10n.t('Check off') };
    const tomorrow: QuickInputButton = {
      iconPath: new ThemeIcon('arrow-right'),
      tooltip: l10n.t('Put off until tomorrow'),
    };
    const picker = window.createQuickPick<AgendaItem>();
    picker.title = l10n.t('Today');
    picker.matchOnDescription = true;
    const fill = () => list(context, picker, [check, tomorrow]);
    picker.onDidTriggerItemButton(async ({ button, item: { node } }) => {
      if (!node?.todo) return;
      const choice = { todos: [node.todo] };
      if (button === check) await context.todos.toggle({ ...choice, done: true });
      else await context.todos.change(choice, { type: 'fields', due: dayIn(1) });
      await fill();
    });
    picker.onDidAccept(async () => {
      const node = picker.activeItems[0]?.node;
      if (!node?.uri) return;
      picker.hide();
      await jump(node.uri, node.range, { preview: false });
    });
    picker.onDidHide(() => picker.dispose());
    picker.ignoreFocusOut = true;
    picker.show();
    await fill();
  },
};

async function list(
  { client }: CommandContext,
  picker: QuickPick<AgendaItem>,
  buttons: readonly QuickInputButton[],
): Promise<void> {
  const items: AgendaItem[] = [];
  for (const time of times) {
    const params = { showDone: false, group: 'due', sort: 'priority', today: today(), filter: `due:${time}` } as const;
    const [group] = (await client.todos(params)).nodes;
    if (!group) continue;
    items.push({ label: group.label, kind: QuickPickItemKind.Separator });
    const rows = [...(await client.todos({ ...params, parent: group.id })).nodes];
    for (let row = rows.shift(); row; row = rows.shift()) {
      items.push({ label: row.label, description: row.description ?? '', buttons, node: row });
      if (row.hasChildren) rows.unshift(...(await client.todos({ ...params, parent: row.id })).nodes);
    }
  }
  picker.items = items;
  picker.placeholder =
    items.length === 0 ? l10n.t('Nothing is overdue or due today.') : l10n.t('Overdue, and due today');
}
