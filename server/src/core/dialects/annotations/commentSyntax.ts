/** How annotations are written, whatever the format. */
import type { Remark } from '../../model/annotation.ts';
import { foldSpace } from '../../text/foldSpace.ts';
import { escapedLines } from './commentLayout.ts';

/** How a format writes a comment. */
export interface CommentSyntax {
  /** What the comment starts with, the mark included: `.. annotation:`. */
  readonly open: string;
  /** What stands before each further line. */
  readonly indent: string;
  /** The last line; '' where indentation alone ends a comment. */
  readonly close: string;
  /** Makes sure that a text does not end the comment. */
  escape(text: string): string;
}

/** The fields and the text of a remark, line by line. */
export function remarkLines(
  syntax: CommentSyntax,
  as: 'author' | 'reply',
  { author, date, text }: Remark,
  ...more: readonly string[]
): readonly string[] {
  const who = syntax.escape(foldSpace(author));
  const when = syntax.escape(foldSpace(date));
  return [
    ...(who === '' && as === 'author' ? [] : [`:${as}: ${who}`.trimEnd()]),
    ...(when === '' ? [] : [`:date: ${when}`]),
    ...more,
    '',
    ...escapedLines(syntax.escape(text)),
  ];
}

/** The first line break of a text, which is how its author writes them. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
