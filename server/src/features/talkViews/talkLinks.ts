/** The links of a talk that are for something: slides, video, code, paper, docs. */
import { followName } from '../../core/index/followName.ts';
import type { Link } from '../../core/model/link.ts';
import type { Note } from '../../core/model/note.ts';
import type { Span } from '../../core/text/span.ts';
import type { Talk } from '../talks.ts';
import { type LinkRole, linkRole } from './linkRole.ts';

export interface TalkLink {
  readonly role: LinkRole;
  readonly text: string;
  readonly url: string;
  readonly span: Span;
}

const cache = new WeakMap<Note, readonly TalkLink[]>();

/** The links in a talk's section whose role is known, each address once. */
export function talkLinks(note: Note, { heading }: Talk): readonly TalkLink[] {
  const seen = new Set<string>();
  return roleLinks(note).filter(({ span, url }) => {
    const isIn = heading.span.start <= span.start && span.start < heading.sectionEnd;
    const isFirst = isIn && !seen.has(url);
    seen.add(isFirst ? url : '');
    return isFirst;
  });
}

/** Whether one of the talk's open to-dos has a link to a video in it. */
export function isToWatch(note: Note, talk: Talk): boolean {
  const open = note.todos.filter(({ state }) => state === 'open' || state === 'in-progress');
  return roleLinks(note).some(
    ({ role, span }) =>
      role === 'video' &&
      talk.heading.span.start <= span.start &&
      span.start < talk.heading.sectionEnd &&
      open.some((todo) => todo.span.start <= span.start && span.start < todo.span.end),
  );
}

function roleLinks(note: Note): readonly TalkLink[] {
  let links = cache.get(note);
  if (links === undefined) {
    links = note.links.flatMap((link) => {
      const url = urlOf(note, link);
      const text = url === undefined ? '' : textOf(link, url);
      const role = url === undefined ? undefined : linkRole(url, text);
      return url === undefined || role === undefined ? [] : [{ role, text, url, span: link.span }];
    });
    cache.set(note, links);
  }
  return links;
}

function urlOf(note: Note, { target }: Link): string | undefined {
  const end = followName(note, target);
  return end.type === 'target' && end.target.type === 'url' ? end.target.url : undefined;
}

/** What a reader sees of the link. */
function textOf({ label, target }: Link, url: string): string {
  return label ?? (target.type === 'local' ? (target.text ?? target.name) : url);
}
