/** Another address in a link's place. */

import type { ParseOptions } from '../../core/dialects/dialect.ts';
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import { type WebLink, webLinks } from './webLinks.ts';

/**
 * Edits of `text`, which `entry` was read from, that give each of `links` the address that `toUrl` says; where that is
 * none, or cannot stand there, the link is left alone. Every edit is tried: the note has to read with it as is meant.
 */
export function addressEdits(
  entry: NoteEntry,
  text: string,
  options: ParseOptions,
  links: readonly WebLink[],
  toUrl: (link: WebLink) => string | undefined,
): readonly TextEdit[] {
  const wanted = links.flatMap((link) => {
    const url = toUrl(link);
    return url === undefined || url === link.target.url ? [] : [{ link, url }];
  });
  const all = wanted.map(({ link, url }) => ({ span: link.span, text: url }));
  // Mostly all can be written as they are, and the note is read once.
  if (
    wanted.length > 0 &&
    readsAs(
      entry,
      text,
      options,
      all,
      wanted.map(({ url }) => url),
    )
  ) {
    return all;
  }
  return wanted.flatMap(({ link, url }) => {
    const spellings = [url, encoded(url)].map((each): TextEdit => ({ span: link.span, text: each }));
    return spellings.find((edit) => readsAs(entry, text, options, [edit], [edit.text])) ?? [];
  });
}

/** Whether the text with `edits`, in document order, has a link to each of `urls` where the edit put it. */
function readsAs(
  { dialect, note }: NoteEntry,
  text: string,
  options: ParseOptions,
  edits: readonly TextEdit[],
  urls: readonly string[],
): boolean {
  let after = '';
  let from = 0;
  const starts: number[] = [];
  for (const { span, text: url } of edits) {
    after += text.slice(from, span.start);
    starts.push(after.length);
    after += url;
    from = span.end;
  }
  const changed = dialect.parse(after + text.slice(from), options);
  const byStart = new Map(webLinks(changed).map((link) => [link.span.start, link.target.url]));
  const isSameShape = changed.links.length === note.links.length && changed.anchors.length === note.anchors.length;
  return isSameShape && starts.every((start, index) => byStart.get(start) === urls[index]);
}

/** Percent signs for what a note's syntax could take for its own: servers read it as the same address. */
function encoded(url: string): string {
  return url
    .replace(/[()<>\\`*|[\]{}"'^~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replace(/[_.,:;!?-]$/, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
