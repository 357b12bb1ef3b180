/** `.. todo::` as a to-do. It is done when it carries the class `done`, and the like for other states. */

import type { Span } from '../../../text/span.ts';
import { type BlockReader, type Place, placeIn } from '../block.ts';
import { isBlank } from '../lines.ts';
import { textEnd } from '../literalMark.ts';
import type { Directive } from './directiveParts.ts';
import type { DirectiveOption } from './options.ts';

/** Classes that say what has become of the to-do. */
export const stateClasses = ['done', 'cancelled', 'in-progress'] as const;

/** Takes note of the to-do; answers the place that its content stands in. */
export function readTodo(reader: BlockReader, directive: Directive): Place {
  const { start, head, headEnd, options, block, contentFrom } = directive;
  const { lines, to, place } = block;
  let end = contentFrom;
  while (end < to && !isBlank(lines, end)) {
    end++;
  }
  const classes = options.find(({ name }) => name === 'class');
  const words = classes?.value.toLowerCase().split(/\s+/) ?? [];
  const todoParent = reader.note.addTodo({
    kind: 'directive',
    state: stateClasses.find((state) => words.includes(state)) ?? 'open',
    text: end > contentFrom ? reader.plainText(lines, contentFrom, end, textEnd(lines, end)) : '',
    span: { start, end: end > contentFrom ? lines.end[end - 1]! : head },
    markerSpan: classes === undefined ? { start: headEnd, end: headEnd } : optionSpan(directive, classes),
    parent: place.todoParent,
  });
  return placeIn(place, { todoParent });
}

function optionSpan({ block }: Directive, option: DirectiveOption): Span {
  return { start: block.lines.first[option.line]!, end: block.lines.end[option.line]! };
}
