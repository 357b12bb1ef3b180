/**
 * Directives that docutils leaves out with all that is in them, since something is wrong with what they are given.
 * Sources: docutils' directive documentation, and its `parse_directive_block`. What Sphinx and its extensions take, in
 * directives of theirs, nobody can tell here.
 */
import { lineText } from '../lines.ts';
import type { Directive } from './directiveParts.ts';
import {
  anyValue,
  classNames,
  columnWidths,
  count,
  delimiter,
  figureWidth,
  measure,
  noValue,
  oneOf,
  percentage,
  sign,
  someValue,
  unitOfLength,
  type ValueCheck,
} from './optionValues.ts';
import { isKnownDirective } from './table.ts';
import { readUnicodeCode } from './unicodeCode.ts';

interface Signature {
  readonly argument: 'none' | 'optional' | 'required';
  readonly content: 'none' | 'optional' | 'required';
  readonly options: ReadonlyMap<string, ValueCheck>;
  /** It stands among sections only, in no other block. */
  readonly isTopLevel?: true;
}

const signatures = new Map<string, Signature>();

function define(
  names: string,
  argument: Signature['argument'],
  content: Signature['content'],
  options: Readonly<Record<string, ValueCheck>>,
  isTopLevel?: true,
): void {
  for (const name of names.split(' ')) {
    const rest = isTopLevel === undefined ? {} : { isTopLevel };
    signatures.set(name, { argument, content, options: new Map(Object.entries(options)), ...rest });
  }
}

const common = { class: classNames, name: anyValue };
const sides = oneOf('left', 'center', 'right');
const image = {
  ...common,
  alt: anyValue,
  height: unitOfLength,
  width: measure,
  scale: percentage,
  align: oneOf('left', 'center', 'right', 'top', 'middle', 'bottom'),
  target: someValue,
  loading: oneOf('embed', 'link', 'lazy'),
};
const table = { ...common, align: sides, width: measure, widths: columnWidths };
const listed = { ...table, 'header-rows': count, 'stub-columns': count };

define('attention caution danger error hint important note tip warning', 'none', 'required', {
  ...common,
  // Sphinx, from 8.2 on.
  collapsible: anyValue,
  open: anyValue,
});
define('admonition', 'required', 'required', { ...common, collapsible: anyValue, open: anyValue });
define('image', 'required', 'none', image);
define('figure', 'required', 'optional', {
  ...image,
  align: sides,
  figwidth: figureWidth,
  figclass: classNames,
  figname: anyValue,
});
define('topic', 'required', 'required', common, true);
define('sidebar', 'optional', 'required', { ...common, subtitle: someValue }, true);
define('rubric', 'required', 'none', { ...common, 'heading-level': anyValue });
define('compound line-block parsed-literal', 'none', 'required', common);
define('epigraph highlights pull-quote header footer replace', 'none', 'required', {});
define('container', 'optional', 'required', { name: anyValue });
define('table', 'optional', 'required', table);
define('list-table', 'optional', 'required', listed);
define('csv-table', 'optional', 'optional', {
  ...listed,
  header: anyValue,
  file: someValue,
  url: someValue,
  encoding: someValue,
  delim: delimiter,
  keepspace: noValue,
  quote: sign,
  escape: sign,
});
define('unicode', 'required', 'none', { trim: noValue, ltrim: noValue, rtrim: noValue });
define(
  'contents',
  'optional',
  'none',
  { depth: count, local: noValue, backlinks: oneOf('top', 'entry', 'none'), class: classNames, name: anyValue },
  true,
);

/** Whether docutils reports an error in place of what `directive` says. */
export function isRefused(directive: Directive): boolean {
  const { name } = directive;
  if (directive.hasBrokenOptions && isKnownDirective(name)) {
    return true;
  }
  const signature = signatures.get(name);
  return signature !== undefined && (!keeps(directive, signature) || contradicts(directive, name));
}

/** What no single part of it is to blame for. */
function contradicts(directive: Directive, name: string): boolean {
  const { options, contentFrom, block, argumentTo, around, isSubstitution } = directive;
  switch (name) {
    case 'csv-table':
      return contentFrom < block.to && options.some((option) => option.name === 'file' || option.name === 'url');
    case 'image': {
      const align = options.find((option) => option.name === 'align')?.value.toLowerCase();
      return align !== undefined && (isSubstitution ? sides(align) : !sides(align));
    }
    case 'replace':
      return !isSubstitution;
    case 'unicode':
      return !isSubstitution || !hasCharacters(directive);
    case 'sidebar':
      return (
        around.titles === 'topics' || (argumentTo === block.from && options.some((each) => each.name === 'subtitle'))
      );
    default:
      return false;
  }
}

/** Whether the codes stand for characters, and there are any before the remark that ends them. */
function hasCharacters({ block, argumentTo }: Directive): boolean {
  const { lines, from } = block;
  const written = Array.from({ length: argumentTo - from }, (_, index) => lineText(lines, from + index)).join('\n');
  const [codes = ''] = written.split(/(?:^|[ \n])\.\. /, 1);
  return (
    codes.trim() !== '' &&
    codes
      .trim()
      .split(/\s+/)
      .every((code) => readUnicodeCode(code) !== undefined)
  );
}

function keeps({ options, block, argumentTo, contentFrom, around }: Directive, signature: Signature): boolean {
  const hasArgument = argumentTo > block.from && lineText(block.lines, block.from) !== '';
  const hasContent = contentFrom < block.to;
  return (
    (signature.argument !== 'required' || hasArgument) &&
    (signature.content !== 'none' || !hasContent) &&
    (signature.content !== 'required' || hasContent) &&
    (signature.isTopLevel === undefined || around.titles !== 'none') &&
    options.every(({ name, value }) => signature.options.get(name)?.(value) === true)
  );
}
