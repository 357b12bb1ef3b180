/**
 * Numbers for the footnotes that are written `[#]`: references and footnotes meet in order. Source: reStructuredText
 * specification, "Auto-Numbered Footnotes", "Auto-Symbol Footnotes".
 */
import type { Anchor } from '../../model/anchor.ts';
import type { Link } from '../../model/link.ts';

/** Whether a note has footnotes without a name of their own, or references to them, which are to be numbered. */
export function hasNamelessFootnotes({ anchors, links }: Numbered): boolean {
  return anchors.some(({ kind, name }) => kind === 'footnote' && isNameless(name)) || links.some(isReference);
}

function isReference({ target }: Link): boolean {
  return target.type === 'local' && target.space === 'footnote' && isNameless(target.name);
}

function isNameless(name: string): boolean {
  return name === '' || name === '*';
}

export interface Numbered {
  readonly anchors: readonly Anchor[];
  readonly links: readonly Link[];
}

/** The same anchors and links, in which footnotes without a name of their own have one. */
export function numberFootnotes(anchors: readonly Anchor[], links: readonly Link[]): Numbered {
  const { numbers, numbered } = numberAnchors(anchors);
  let symbols = 0;
  let next = 0;
  return {
    anchors: numbered,
    links: links.map((link) => {
      const { target } = link;
      if (target.type !== 'local' || !isReference(link)) {
        return link;
      }
      const name = target.name === '*' ? `*${symbols++}` : (numbers[next++] ?? '#');
      return link.to({ ...target, name });
    }),
  };
}

/** Nameless footnotes take the numbers that no footnote is written with; named ones use numbers up, too. */
function numberAnchors(anchors: readonly Anchor[]): { readonly numbers: string[]; readonly numbered: Anchor[] } {
  const taken = new Set(anchors.filter(({ kind }) => kind === 'footnote').map(({ name }) => name));
  const numbers: string[] = [];
  let number = 0;
  let symbols = 0;
  const numbered = anchors.map((anchor): Anchor => {
    if (anchor.kind !== 'footnote' || /^[0-9]+$/.test(anchor.name)) {
      return anchor;
    }
    if (anchor.name === '*') {
      return anchor.named(`*${symbols++}`, '*');
    }
    do {
      number++;
    } while (taken.has(String(number)));
    if (anchor.name !== '') {
      return anchor;
    }
    numbers.push(String(number));
    return anchor.named(String(number), '#');
  });
  return { numbers, numbered };
}
