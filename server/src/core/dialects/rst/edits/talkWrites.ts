/** New notes and links to talks in reStructuredText. */

import { foldSpace } from '../../../text/foldSpace.ts';
import { slug } from '../../../text/slug.ts';
import type { SectionTarget, TalkFacts, TalkWrites } from '../../talkWrites.ts';
import { parseRst } from '../parse.ts';
import { escaped, phraseText } from './spelling.ts';
import { textWrites } from './textWrites.ts';

export const talkWrites: TalkWrites = {
  newNote,
  fragment: ({ title }) => slug(title),
  labelLine: (label) => `.. _${label}:`,
  sectionLink,
};

/** Who spoke stands below the fields, where readers look for it. */
function newNote({ title, event, date, speakers }: TalkFacts, like?: Parameters<TalkWrites['newNote']>[1]): string {
  const fields = [
    ...(event === undefined ? [] : [`:event: ${event}`]),
    ...(date === undefined ? [] : [`:date: ${date}`]),
  ];
  const who = speakers.length > 1 ? speakers.map((speaker) => `| ${speaker}`) : speakers;
  const blocks = [textWrites.title(titleText(title), like), fields.join('\n'), who.join('\n')];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n\n`;
}

/** The title as it is where that reads as one and refers to nothing: what else is in it may be meant as markup. */
function titleText(title: string): string {
  const ways = [title, `\\${title}`, escaped(title, '*`|_'), `\\${escaped(title, '*`|_')}`];
  return ways.find(readsAsTitle) ?? title;
}

function readsAsTitle(text: string): boolean {
  const { headings, links } = parseRst(`${textWrites.title(text)}\n`, { todoSections: [] });
  return headings.length === 1 && headings[0]!.title !== '' && links.length === 0;
}

function sectionLink({ title, label }: SectionTarget): string | undefined {
  const text = phraseText(foldSpace(title));
  if (text === undefined) {
    return undefined;
  }
  return label === undefined ? `\`${text}\`_` : `:ref:\`${escaped(foldSpace(title), '`<>')} <${label}>\``;
}
