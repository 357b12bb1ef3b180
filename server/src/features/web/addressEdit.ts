/** Another address in a link's place. */

import type { ParseOptions } from '../../core/dialects/dialect.ts';
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import { inPlaceOrder, type TextEdit, withEdits } from '../../core/model/edit.ts';
import { type WebLink, webLinks } from './webLinks.ts';

export interface AddressEdits {
  /** In the order of their places: those that write an address, and those that keep tables whole around it. */
  readonly edits: readonly TextEdit[];
  /** Those that write an address. */
  readonly written: readonly TextEdit[];
}

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
): AddressEdits {
  const wanted = links.flatMap((link): TextEdit[] => {
    const url = toUrl(link);
    return url === undefined || url === link.target.url ? [] : [{ span: link.span, text: url }];
  });
  const whole = (written: readonly TextEdit[]): AddressEdits => ({
    edits: inPlaceOrder(entry.dialect.edits.inTables(text, entry.note, written)),
    written,
  });
  const isMeant = (written: readonly TextEdit[]): boolean => readsAs(entry, text, options, whole(written));
  // Mostly all can be written as they are, and the note is read once.
  if (wanted.length === 0 || isMeant(wanted)) {
    return whole(wanted);
  }
  let written: readonly TextEdit[] = [];
  for (const { span, text: url } of wanted) {
    const spelling = [url, encoded(url)].find((each) => isMeant([...written, { span, text: each }]));
    written = spelling === undefined ? written : [...written, { span, text: spelling }];
  }
  return whole(written);
}

/** Whether the text with these edits has a link to each address where it was written, and all else that it had. */
function readsAs(
  { dialect, note }: NoteEntry,
  text: string,
  options: ParseOptions,
  { edits, written }: AddressEdits,
): boolean {
  const changed = dialect.parse(withEdits(text, edits), options);
  const byStart = new Map(webLinks(changed).map((link) => [link.span.start, link.target.url]));
  const isSame =
    changed.links.length === note.links.length &&
    changed.anchors.length === note.anchors.length &&
    changed.headings.length === note.headings.length &&
    // A title that grows may be too long for the line below it.
    changed.problems.length <= note.problems.length;
  if (!isSame) {
    return false;
  }
  let shift = 0;
  let isMeant = true;
  for (const edit of edits) {
    isMeant &&= !written.includes(edit) || byStart.get(edit.span.start + shift) === edit.text;
    shift += edit.text.length - (edit.span.end - edit.span.start);
  }
  return isMeant;
}

/** Percent signs for what a note's syntax could take for its own: servers read it as the same address. */
function encoded(url: string): string {
  return url
    .replace(/[()<>\\`*|[\]{}"'^~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replace(/[_.,:;!?-]$/, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
