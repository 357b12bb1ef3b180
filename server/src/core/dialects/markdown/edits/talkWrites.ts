/** New notes and links to talks in Markdown. */
import type { SectionTarget, TalkFacts, TalkWrites } from '../../talkWrites.ts';
import { linkTo } from './textWrites.ts';
import { fileAddress } from './writePath.ts';

export const talkWrites: TalkWrites = {
  newNote,
  fragment: ({ names }) => names[0] ?? '',
  labelLine: () => undefined,
  sectionLink: ({ title, path = '', fragment }: SectionTarget) => linkTo(`${fileAddress(path)}#${fragment}`, title),
};

function newNote({ title, event, date, speakers }: TalkFacts): string {
  const lines = [
    ...(event === undefined ? [] : [`event: ${scalar(event)}`]),
    ...(date === undefined ? [] : [`date: ${date}`]),
    ...(speakers.length === 0 ? [] : ['speakers:', ...speakers.map((speaker) => `  - ${scalar(speaker)}`)]),
  ];
  const header = lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n\n`;
  return `${header}# ${title}\n\n`;
}

/** YAML takes a text as it is unless a sign in it could mean something else, such as `@` at its start. */
function scalar(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._/'()+-]*$/u.test(text) && !/^[\d.+-]+$/.test(text) ? text : JSON.stringify(text);
}
