/** New text in Markdown. */
import type { Anchor } from '../../../model/anchor.ts';
import type { TextEdit } from '../../../model/edit.ts';
import type { Link, LocalTarget } from '../../../model/link.ts';
import type { Note } from '../../../model/note.ts';
import { foldSpace } from '../../../text/foldSpace.ts';
import type { ExtractedLink, MissingName, TextWrites } from '../../textWrites.ts';
import { normalizeLabel } from '../labels.ts';
import { fileAddress, hasBalancedParentheses, wikiName } from './writePath.ts';

export const textWrites: TextWrites = {
  comment: (content) => (content.includes('-->') ? '' : `<!-- ${content} -->`),
  missing,
  noteName: wikiName,
  byReference: false,
  webLink: (address, label) =>
    label === undefined || label.trim() === '' ? `<${address}>` : `[${bracketed(label)}](${webAddress(address)})`,
  fileLink: (path, _, label) => linkTo(fileAddress(path), label ?? stem(path)),
  image: (path) => `![${bracketed(stem(path))}](${fileAddress(path)})`,
  title: (title) => `# ${title}`,
  extractLink,
  inlineLink,
  setLevels,
  mendTitle: () => undefined,
};

/** Between parentheses, in angle brackets where they would end too soon. */
function webAddress(address: string): string {
  return hasBalancedParentheses(address) ? address : `<${address}>`;
}

/** `label` with a link to `address`, which is escaped. */
export function linkTo(address: string, label: string): string {
  return `[${bracketed(label)}](${address})`;
}

function missing({ space, text }: LocalTarget, reference: string): MissingName | undefined {
  const name = text ?? foldSpace(reference);
  switch (space) {
    case 'definition':
      return { name, definition: `[${bracketed(name)}]: https://` };
    case 'footnote':
      return /\s/.test(name) ? undefined : { name, definition: `[^${name}]: …` };
    default:
      return undefined;
  }
}

function extractLink(text: string, link: Link, name: string): ExtractedLink | undefined {
  const { span, targetSpan, kind } = link;
  const address = text.slice(targetSpan.start, targetSpan.end);
  if (kind === 'url' || kind === 'autolink') {
    return { edit: { span, text: `[${bracketed(name)}]` }, definition: `[${bracketed(name)}]: ${address}` };
  }
  const open = kind === 'inline-link' ? labelEnd(text, link) : -1;
  if (open < 0) {
    return undefined;
  }
  const label = text.slice(span.start + 1, open);
  const rest = text.slice(open + 2, span.end - 1).trim();
  const isSame = normalizeLabel(label) === normalizeLabel(name);
  return {
    edit: { span, text: isSame ? `[${label}]` : `[${label}][${bracketed(name)}]` },
    definition: `[${isSame ? label : bracketed(name)}]: ${rest}`,
  };
}

function inlineLink(text: string, link: Link, { valueSpan, span }: Anchor): TextEdit | undefined {
  if (valueSpan === undefined || !['full-ref', 'collapsed-ref', 'shortcut-ref'].includes(link.kind)) {
    return undefined;
  }
  const whole = text.slice(link.span.start, link.span.end);
  const label = /^\[([\s\S]*?)\](?:\[[^\]]*\])?$/.exec(whole)?.[1];
  const isBracketed = text[valueSpan.start - 1] === '<';
  const rest = text.slice(valueSpan.start - (isBracketed ? 1 : 0), span.end).trim();
  return label === undefined ? undefined : { span: link.span, text: `[${label}](${rest.replace(/\s*\n\s*/g, ' ')})` };
}

/** Where the `]` before the link's parenthesis stands. */
function labelEnd(text: string, { span, targetSpan }: Link): number {
  const open = text.lastIndexOf('](', targetSpan.start);
  return open > span.start && text[span.start] === '[' ? open : -1;
}

/** See `TextWrites.setLevels`: titles get hashes, underlined ones where their level has an underline keep that. */
function setLevels(text: string, note: Note, levels: ReadonlyMap<number, number>): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const [index, level] of levels) {
    const heading = note.headings[index];
    if (heading === undefined || level < 1 || level > 6) {
      return undefined;
    }
    const { span, titleSpan } = heading;
    const title = text.slice(titleSpan.start, titleSpan.end);
    const isUnderlined = text[span.start] !== '#';
    if (isUnderlined && level <= 2) {
      const underline = text.slice(titleSpan.end, span.end);
      const mark = level === 1 ? '=' : '-';
      edits.push({ span: { start: titleSpan.end, end: span.end }, text: underline.replace(/[=-]/g, mark) });
    } else {
      edits.push({ span, text: `${'#'.repeat(level)} ${title.replace(/\s*\n\s*/g, ' ')}` });
    }
  }
  return edits;
}

function bracketed(label: string): string {
  return label
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[[\]\\]/g, '\\$&');
}

function stem(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/(?<=.)\.[^.]+$/, '');
}
