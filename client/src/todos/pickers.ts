import { l10n, type QuickPickItem, window } from 'vscode';
import type { TalkEntry, TodoPriority } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import { dayIn, daysToMonday } from '../today.ts';
import { type TalksView, visitKey } from '../views/talksView.ts';

/**
 * The day that the user picks or types; `null` for none, `undefined` where the picker was left. `now`: what it is,
 * `'unknown'` where nobody looked.
 */
export async function pickDue(now: string | undefined): Promise<string | null | undefined> {
  const current = now === 'unknown' ? undefined : now;
  const days: readonly (readonly [string, number])[] = [
    [l10n.t('Today'), 0],
    [l10n.t('Tomorrow'), 1],
    [l10n.t('Next Monday'), daysToMonday()],
    [l10n.t('In a week'), 7],
    [l10n.t('In a month'), 30],
  ];
  const items: (QuickPickItem & { day?: string | null })[] = days.map(([label, ahead]) => ({
    label,
    description: dayIn(ahead),
    day: dayIn(ahead),
  }));
  items.push({ label: l10n.t('Another day…') });
  if (now !== undefined) items.push({ label: l10n.t('No date'), description: current ?? '', day: null });
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Due Date'),
    placeHolder: current === undefined ? l10n.t('When is it due?') : l10n.t('Due {0}', current),
    matchOnDescription: true,
  });
  return picked === undefined || picked.day !== undefined ? picked?.day : typeDay(current);
}

async function typeDay(current: string | undefined): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title: l10n.t('Due Date'),
    value: current ?? dayIn(1),
    prompt: l10n.t('Year, month and day: {0}', dayIn(1)),
    validateInput: (value) => (isDay(value.trim()) ? undefined : l10n.t('A day looks like this: {0}', dayIn(1))),
  });
  return typed?.trim();
}

function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** The priority that the user picks; `null` for none, `undefined` where the picker was left. */
export async function pickPriority(current: TodoPriority | undefined): Promise<TodoPriority | null | undefined> {
  const items: (QuickPickItem & { priority: TodoPriority | null })[] = [
    { label: l10n.t('High'), priority: 'high' as const },
    { label: l10n.t('Medium'), priority: 'medium' as const },
    { label: l10n.t('Low'), priority: 'low' as const },
    { label: l10n.t('None'), priority: null },
  ].map((item) => ({ ...item, ...(item.priority === (current ?? null) ? { description: l10n.t('as it is') } : {}) }));
  return (await window.showQuickPick(items, { title: l10n.t('Priority') }))?.priority;
}

interface TalkItem extends QuickPickItem {
  readonly talk: TalkEntry;
}

/** The talk that the user picks: first the one at the cursor or, elsewhere, the one that was visited last. */
export async function pickTalk(
  client: TalkNotesClient,
  visits: Pick<TalksView, 'visited' | 'visit'>,
  title: string,
): Promise<TalkEntry | undefined> {
  const talks = await client.talkList();
  const known = new Map(talks.map((talk) => [visitKey(talk), talk]));
  const lastVisited = visits.visited.map((key) => known.get(key)).find((talk) => talk !== undefined);
  const first = talks.findLast(isAtCursor) ?? lastVisited;
  const others = talks.filter((talk) => talk !== first);
  const items: TalkItem[] = [...(first ? [first] : []), ...others].map((talk) => ({
    label: talk.title,
    description: talk.event === talk.title ? '' : talk.event,
    talk,
  }));
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t('Which talk or note?'),
    matchOnDescription: true,
  });
  if (picked) await visits.visit(picked.talk);
  return picked?.talk;
}

function isAtCursor(talk: TalkEntry): boolean {
  const editor = activeNoteEditor();
  return (
    editor !== undefined &&
    talk.uri === editor.document.uri.toString() &&
    talk.range.start.line <= editor.selection.active.line
  );
}
