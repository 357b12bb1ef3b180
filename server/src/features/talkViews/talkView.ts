/** What the Talks view is asked to show: by what talks are grouped, and which are left out. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Talk, TalkEvent } from '../talks.ts';
import { isToWatch, talkLinks } from './talkLinks.ts';

export const talkGroupings = ['event', 'year', 'speaker', 'tag'] as const;
export type TalkGrouping = (typeof talkGroupings)[number];

/** Talks that have a video, that have no slides, or that have a video to watch in an open to-do. */
export const talkSubsets = ['all', 'with-video', 'without-slides', 'to-watch'] as const;
type TalkSubset = (typeof talkSubsets)[number];

export interface TalkView {
  readonly groupBy: TalkGrouping;
  /** Words, each of which has to be in the title, event, speakers or tags. */
  readonly filter: string;
  readonly subset: TalkSubset;
}

/** Whether everything is shown. */
export function isUnfiltered({ filter, subset }: TalkView): boolean {
  return filter.trim() === '' && subset === 'all';
}

/** Whether the view shows this talk. */
export function fits(view: TalkView, { note }: NoteEntry, event: TalkEvent, talk: Talk): boolean {
  return hasWords(view.filter, [event.title, talk.title, ...talk.speakers, ...tagsOf(note)]) && isIn(view, note, talk);
}

/** Tags of a note, without `#`. */
export function tagsOf(note: NoteEntry['note']): readonly string[] {
  return (note.meta?.tags ?? []).map((tag) => tag.replace(/^#/, ''));
}

function hasWords(filter: string, texts: readonly string[]): boolean {
  const all = texts.join('\n').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function isIn({ subset }: TalkView, note: NoteEntry['note'], talk: Talk): boolean {
  switch (subset) {
    case 'all':
      return true;
    case 'with-video':
      return talkLinks(note, talk).some(({ role }) => role === 'video');
    case 'without-slides':
      return talkLinks(note, talk).every(({ role }) => role !== 'slides');
    case 'to-watch':
      return isToWatch(note, talk);
  }
}
