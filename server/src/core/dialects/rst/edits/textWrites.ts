/** New text in reStructuredText. */
import type { Anchor } from '../../../model/anchor.ts';
import type { TextEdit } from '../../../model/edit.ts';
import type { Link, LocalTarget } from '../../../model/link.ts';
import { foldSpace } from '../../../text/foldSpace.ts';
import type { ExtractedLink, MissingName, TextWrites } from '../../textWrites.ts';
import { columnWidth } from '../columnWidth.ts';
import { unescapeText } from '../escapes.ts';
import { normalizeName } from '../names.ts';
import { mendTitle, setLevels, topAdornment } from './levels.ts';
import { escaped, isLabel, phraseText, referenceText, substitutionText, targetNameText } from './spelling.ts';
import { uriPath } from './writeTarget.ts';

export const textWrites: TextWrites = {
  comment: (content) => `.. ${content}`,
  missing,
  noteName: () => undefined,
  byReference: true,
  webLink: (address, label) => (label === undefined ? address : embedded(label, address)),
  fileLink,
  image: (path, isAlone) => (isAlone ? `.. image:: ${uriPath(path)}` : fileLink(path, false)),
  title: (title, like) => {
    const { mark, isOver } = topAdornment(like) ?? { mark: '=', isOver: false };
    const line = mark.repeat(Math.max(1, columnWidth(title)));
    return isOver ? `${line}\n${title}\n${line}` : `${title}\n${line}`;
  },
  extractLink,
  inlineLink,
  setLevels,
  mendTitle,
};

function missing(target: LocalTarget, reference: string): MissingName | undefined {
  const name = target.text ?? nameIn(reference);
  const definition = definitionOf(target, name);
  return definition ? { name, definition } : undefined;
}

/** The name in a reference that is the whole of an option or a target's value, or in part of one. */
function nameIn(reference: string): string {
  const name = foldSpace(reference).replace(/_+$/, '');
  return /^`.+`$/.test(name) ? name.slice(1, -1) : name;
}

function definitionOf({ space }: LocalTarget, name: string): string | undefined {
  switch (space) {
    case 'target': {
      const written = targetNameText(name, !/^[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*$/u.test(name));
      return written && `.. _${written}: https://`;
    }
    case 'footnote':
    case 'citation':
      return isLabel(name, space) ? `.. [${name}] …` : undefined;
    case 'substitution': {
      const written = substitutionText(name);
      return written && `.. |${written}| replace:: …`;
    }
    default:
      return undefined;
  }
}

/** Two underscores: it defines no name that might be there already. */
function embedded(label: string, address: string): string | undefined {
  const text = phraseText(foldSpace(label));
  return text === undefined
    ? undefined
    : `\`${text} <${address.endsWith('_') ? `${address.slice(0, -1)}%5F` : address}>\`__`;
}

function fileLink(path: string, isNote: boolean, label?: string): string {
  const name = isNote ? path.replace(/\.[^./]+$/, '') : path;
  const target = escaped(name, '`<>');
  const role = isNote ? 'doc' : 'download';
  return label === undefined || label.trim() === ''
    ? `:${role}:\`${target}\``
    : `:${role}:\`${escaped(foldSpace(label), '`<>')} <${target}>\``;
}

function extractLink(text: string, link: Link, name: string): ExtractedLink | undefined {
  const address = text.slice(link.targetSpan.start, link.targetSpan.end).replace(/\s+/g, '');
  const target = targetNameText(name, !isPlainName(name));
  const reference = link.kind === 'url' ? referenceText(name) : labelled(text, link, name);
  if (target === undefined || reference === undefined || (link.kind !== 'url' && link.kind !== 'embedded-uri')) {
    return undefined;
  }
  return { edit: { span: link.span, text: reference }, definition: `.. _${target}: ${address}` };
}

/** `` `label <uri>`_ `` as a reference: by its label where that is the name. */
function labelled(text: string, link: Link, name: string): string | undefined {
  const label = foldSpace(unescapeText(text.slice(link.span.start + 1, link.targetSpan.start - 1)));
  if (label === '' || normalizeName(label) === normalizeName(name)) {
    return referenceText(label === '' ? name : label, true);
  }
  const phrase = phraseText(label);
  // With one underscore the label would be a name that it was not before.
  const mark = text.slice(0, link.span.end).endsWith('__') ? '__' : '_';
  return phrase === undefined ? undefined : `\`${phrase} <${escaped(name, '`<>')}_>\`${mark}`;
}

function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*$/u.test(name);
}

function inlineLink(text: string, link: Link, definition: Anchor, isOnly: boolean): TextEdit | undefined {
  const isNamed = link.kind === 'named-ref' || link.kind === 'embedded-alias';
  if (definition.valueSpan === undefined || !isNamed || text[link.span.start] === '|') {
    return undefined;
  }
  const address = text.slice(definition.valueSpan.start, definition.valueSpan.end).replace(/\s+/g, '');
  const written =
    link.kind === 'embedded-alias' || text[link.targetSpan.start - 1] === '<'
      ? text.slice(link.span.start + 1, link.targetSpan.start - 1).trimEnd()
      : text.slice(link.targetSpan.start, link.targetSpan.end);
  // With one underscore it goes on defining the name, as long as nothing else does.
  return { span: link.span, text: `\`${written} <${address}>\`${isOnly ? '_' : '__'}` };
}
