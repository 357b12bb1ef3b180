/** The Links view: web links by what is known of them, by note or by host. */

import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { displayPath } from '../../core/index/workspaceRoot.ts';
import type { KnownVerdict } from '../../core/model/webVerdict.ts';
import { say, sayable } from '../../core/text/say.ts';
import type { Span } from '../../core/text/span.ts';
import { compareText } from '../compareText.ts';
import { readRowId, writeRowId } from '../rowId.ts';
import { noteTitle } from '../sections.ts';
import type { TreeRow } from '../treeRow.ts';
import { type LinkStatus, linkStatus, linkStatuses } from './linkStatus.ts';
import { ageText, reasonText, stateText } from './verdictText.ts';
import { webLinks } from './webLinks.ts';

export interface LinksTreeOptions {
  readonly group: 'status' | 'note' | 'host';
  /** Part of an address or of a note's path, in any case; '' shows all. */
  readonly filter: string;
  /** What is known of an address, however old. */
  verdict(url: string): KnownVerdict | undefined;
  /** Milliseconds since 1970. */
  readonly date: number;
}

export interface LinksTree {
  readonly rows: readonly TreeRow[];
  readonly counts: Readonly<Record<LinkStatus, number>>;
}

/** One address with all the places that name it. */
interface CitedLink {
  readonly url: string;
  readonly known: KnownVerdict | undefined;
  readonly status: LinkStatus;
  readonly places: { readonly entry: NoteEntry; readonly span: Span }[];
}

const groups: Readonly<
  Record<LinkStatus, { readonly label: string; readonly icon: string; readonly iconColor?: string }>
> = sayable({
  broken: { label: 'Broken', icon: 'error', iconColor: 'list.warningForeground' },
  moved: { label: 'Moved', icon: 'arrow-swap' },
  unverified: { label: 'Unverified', icon: 'question' },
  ok: { label: 'There', icon: 'pass' },
  unknown: { label: 'Not Checked', icon: 'circle-outline' },
});

/** The children of row `parent`, or the roots; and how many links there are of each kind. */
export function linksTree(snapshot: Snapshot, options: LinksTreeOptions, parent?: string): LinksTree {
  const links = citedLinks(snapshot, options);
  const counts = { broken: 0, moved: 0, unverified: 0, ok: 0, unknown: 0 };
  for (const { status } of links) {
    counts[status]++;
  }
  return { rows: rowsOf(snapshot, options, links, parent), counts };
}

function rowsOf(
  snapshot: Snapshot,
  options: LinksTreeOptions,
  links: readonly CitedLink[],
  parent: string | undefined,
): readonly TreeRow[] {
  if (parent === undefined) {
    return options.group === 'status' ? statusRows(links) : keyRows(snapshot, options, links);
  }
  const [key, url] = readKey(parent);
  const shown = key === undefined ? [] : links.filter((link) => keysOf(link, options.group).includes(key));
  if (key === undefined || url === undefined) {
    return shown.map((link) => linkRow(link, options, key ?? '', parent));
  }
  const link = shown.find((each) => each.url === url);
  return (link?.places ?? []).map((place, index) => placeRow(snapshot, place, [key, url, index], parent));
}

function statusRows(links: readonly CitedLink[]): readonly TreeRow[] {
  return linkStatuses.flatMap((status): TreeRow[] => {
    const count = links.filter((link) => link.status === status).length;
    const isProblem = status !== 'ok' && status !== 'unknown';
    return count === 0
      ? []
      : [
          {
            ...{
              id: writeKey([status]),
              ...groups[status],
              label: say(groups[status].label),
              description: String(count),
            },
            ...{ kind: 'group', hasChildren: true, expanded: isProblem },
          },
        ];
  });
}

/** Notes or hosts that have a link to be mended. */
function keyRows(snapshot: Snapshot, { group }: LinksTreeOptions, links: readonly CitedLink[]): readonly TreeRow[] {
  const counts = new Map<string, number>();
  for (const link of links) {
    for (const key of keysOf(link, group)) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([key, count]): TreeRow => {
      const entry = group === 'note' ? snapshot.notes.get(key) : undefined;
      const label = entry === undefined ? key : noteTitle(entry.note, '') || displayPath(snapshot.roots, key);
      const row = { id: writeKey([key]), label, description: String(count), hasChildren: true, expanded: true };
      return entry === undefined
        ? { ...row, kind: 'group', icon: 'globe' }
        : { ...row, kind: 'note', icon: 'note', tooltip: displayPath(snapshot.roots, key) };
    })
    .sort((a, b) => compareText(a.label, b.label) || compareText(a.id, b.id));
}

function linkRow(
  { url, known, status, places }: CitedLink,
  { date }: LinksTreeOptions,
  key: string,
  parent: string,
): TreeRow {
  const first = places[0]!;
  const what = known?.movedTo === undefined ? known && reasonText(known) : say('Moved to {0}', known.movedTo);
  const age = known === undefined ? say('not checked') : `${what}, ${ageText(known, date)}`;
  return {
    id: writeKey([key, url]),
    parent,
    label: url.replace(/^https?:\/\//i, ''),
    description: places.length > 1 ? `${age} · ${say('{0} places', places.length)}` : age,
    tooltip: known === undefined ? url : `${url}\n${stateText(known, date)}`,
    icon: groups[status].icon,
    ...(groups[status].iconColor === undefined ? {} : { iconColor: groups[status].iconColor }),
    kind: 'link',
    hasChildren: places.length > 1,
    path: first.entry.path,
    span: first.span,
  };
}

function placeRow(
  snapshot: Snapshot,
  { entry, span }: CitedLink['places'][number],
  key: readonly (string | number)[],
  parent: string,
): TreeRow {
  const path = displayPath(snapshot.roots, entry.path);
  const description = `${path}:${entry.note.lines.lineAt(span.start) + 1}`;
  const label = noteTitle(entry.note, '') || path;
  return {
    id: writeKey(key),
    parent,
    label,
    description,
    icon: 'note',
    kind: 'link',
    hasChildren: false,
    path: entry.path,
    span,
  };
}

function citedLinks({ notes, roots }: Snapshot, { verdict, filter }: LinksTreeOptions): readonly CitedLink[] {
  const wanted = filter.toLowerCase();
  const byUrl = new Map<string, CitedLink>();
  for (const entry of notes.entries()) {
    const isNoteWanted = displayPath(roots, entry.path).toLowerCase().includes(wanted);
    for (const { target, span } of webLinks(entry.note)) {
      const { url } = target;
      if (isNoteWanted || url.toLowerCase().includes(wanted)) {
        const known = byUrl.get(url) === undefined ? verdict(url) : undefined;
        const link = byUrl.get(url) ?? { url, known, status: linkStatus(known), places: [] };
        byUrl.set(url, link);
        link.places.push({ entry, span });
      }
    }
  }
  return [...byUrl.values()].sort((a, b) => compareText(a.url, b.url));
}

/** The groups that a link stands in. */
function keysOf({ url, status, places }: CitedLink, group: LinksTreeOptions['group']): readonly string[] {
  if (group === 'status') {
    return [status];
  }
  if (status === 'ok' || status === 'unknown') {
    return [];
  }
  return group === 'note' ? [...new Set(places.map(({ entry }) => entry.path))] : [hostOf(url)];
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]*)/i.exec(url)?.[1]?.toLowerCase() ?? url;
}

function writeKey(parts: readonly (string | number)[]): string {
  return writeRowId({ type: 'group', by: 'web', key: JSON.stringify(parts) });
}

function readKey(row: string): readonly (string | undefined)[] {
  const id = readRowId(row);
  return id?.type === 'group' && id.by === 'web' ? (JSON.parse(id.key) as string[]) : [];
}
