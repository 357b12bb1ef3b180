/** The Talks view as it is asked for: by event, year, speaker or tag, filtered, and with the links that talks have. */

import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { say, sayable } from '../../core/text/say.ts';
import { compareText } from '../compareText.ts';
import { readRowId, writeRowId } from '../rowId.ts';
import { eventRow, sectionRow } from '../talkRows.ts';
import { eventOf, type Talk, type TalkEvent, type TalkOptions } from '../talks.ts';
import { talksTree } from '../talksTree.ts';
import type { TreeRow } from '../treeRow.ts';
import { eventYear } from './eventYear.ts';
import { inGroup, readGroupedId } from './groupedId.ts';
import { linkRows, withLinks } from './linkRows.ts';
import { fits, isUnfiltered, type TalkView, tagsOf } from './talkView.ts';

interface Shown {
  readonly entry: NoteEntry;
  readonly event: TalkEvent;
  readonly talk: Talk;
}

/** What stands where nobody says: behind all others. */
const UNKNOWN = '';

/** The children of row `parent`, the roots where it is absent; empty where that row is no more. */
export function talksInView(
  snapshot: Snapshot,
  options: TalkOptions,
  view: TalkView,
  parent?: string,
): readonly TreeRow[] {
  if (parent === undefined) {
    return rootRows(snapshot, options, view);
  }
  const { group, id } = readGroupedId(parent);
  const row = readRowId(id);
  if (row?.type === 'group') {
    return withLinks(snapshot, options, groupRows(snapshot, options, view, row.key)).map((each) =>
      inGroup(row.key, each, parent),
    );
  }
  const below = talksTree(snapshot, options, id).filter((each) => isShown(snapshot, options, view, each));
  const rows = [...linkRows(snapshot, options, id), ...withLinks(snapshot, options, below)];
  return group === undefined ? rows : rows.map((each) => inGroup(group, each, parent));
}

function rootRows(snapshot: Snapshot, options: TalkOptions, view: TalkView): readonly TreeRow[] {
  if (view.groupBy === 'event') {
    if (isUnfiltered(view)) {
      return withLinks(snapshot, options, talksTree(snapshot, options));
    }
    const paths = new Set(shownTalks(snapshot, options, view).map(({ entry }) => entry.path));
    const events = talksTree(snapshot, options).filter(({ path }) => path !== undefined && paths.has(path));
    return withLinks(snapshot, options, events);
  }
  const groups = new Map<string, { key: string; label: string; count: number }>();
  for (const shown of shownTalks(snapshot, options, view)) {
    for (const label of groupsOf(view, shown)) {
      const key = keyOf(label);
      const group = groups.get(key) ?? { key, label, count: 0 };
      group.count++;
      groups.set(key, group);
    }
  }
  const direction = view.groupBy === 'year' ? -1 : 1;
  return [...groups.values()]
    .sort((a, b) => Number(a.key === UNKNOWN) - Number(b.key === UNKNOWN) || direction * compareText(a.label, b.label))
    .map(({ key, label, count }) => ({
      id: writeRowId({ type: 'group', by: `talks-${view.groupBy}`, key }),
      label: label === UNKNOWN ? say(unknownLabels[view.groupBy]) : label,
      description: count === 1 ? say('1 talk') : say('{0} talks', count),
      icon: icons[view.groupBy],
      kind: 'group',
      hasChildren: true,
    }));
}

const icons = { event: 'calendar', year: 'calendar', speaker: 'account', tag: 'tag' } as const;
const unknownLabels = sayable({ event: 'No event', year: 'No year', speaker: 'Nobody named', tag: 'No tag' } as const);

/** Events of a year, else single talks. */
function groupRows(snapshot: Snapshot, options: TalkOptions, view: TalkView, key: string): readonly TreeRow[] {
  const members = shownTalks(snapshot, options, view).filter((shown) =>
    groupsOf(view, shown).some((label) => keyOf(label) === key),
  );
  if (view.groupBy === 'year') {
    const paths = new Set(members.map(({ entry }) => entry.path));
    return talksTree(snapshot, options).filter(({ path }) => path !== undefined && paths.has(path));
  }
  return members
    .sort(
      (a, b) =>
        (eventYear(b.entry, b.event) ?? 0) - (eventYear(a.entry, a.event) ?? 0) ||
        compareText(a.talk.title, b.talk.title),
    )
    .map(({ entry, event, talk }) => {
      if (event.isOneTalk) {
        return eventRow(entry, event, event.title || undefined);
      }
      const row = sectionRow(entry, talk.index, 'event', '', true);
      return { ...row, description: [event.title, row.description].filter((part) => part !== undefined).join(' · ') };
    });
}

function groupsOf({ groupBy }: TalkView, { entry, event, talk }: Shown): readonly string[] {
  const year = groupBy === 'year' ? eventYear(entry, event) : undefined;
  const labels = {
    event: [event.title],
    year: year === undefined ? [] : [String(year)],
    speaker: talk.speakers,
    tag: tagsOf(entry.note),
  }[groupBy];
  return labels.length === 0 ? [UNKNOWN] : labels;
}

/** People are written with and without `@`, and in any case. */
function keyOf(label: string): string {
  return label.replace(/^@/, '').toLowerCase();
}

function shownTalks(snapshot: Snapshot, options: TalkOptions, view: TalkView): Shown[] {
  const shown: Shown[] = [];
  for (const entry of snapshot.notes.entries()) {
    const event = eventOf(entry, options);
    for (const talk of event?.talks ?? []) {
      if (event !== undefined && fits(view, entry, event, talk)) {
        shown.push({ entry, event, talk });
      }
    }
  }
  return shown;
}

/** Below an event only the talks that the filter lets through; all else is shown with what it is in. */
function isShown(snapshot: Snapshot, options: TalkOptions, view: TalkView, row: TreeRow): boolean {
  if (isUnfiltered(view) || row.kind !== 'talk' || row.path === undefined) {
    return true;
  }
  const entry = snapshot.notes.get(row.path);
  const event = entry && eventOf(entry, options);
  const talk = event?.talks.find(({ heading }) => heading.titleSpan.start === row.span?.start);
  return entry === undefined || event === undefined || talk === undefined || fits(view, entry, event, talk);
}
