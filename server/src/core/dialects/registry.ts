/** All dialects, and which one a file is read by. */
import { extname, type NotePath } from '../text/path.ts';
import type { Dialect } from './dialect.ts';
import { markdown } from './markdown/markdown.ts';
import { rst } from './rst/rst.ts';

export const dialects: readonly Dialect[] = [rst, markdown];

/** The dialect for a language id or, failing that, for a file name; `undefined` where it is no note. */
export function dialectFor(path: NotePath, languageId?: string): Dialect | undefined {
  const extension = extname(path).toLowerCase();
  return (
    dialects.find((dialect) => languageId !== undefined && dialect.languageIds.includes(languageId)) ??
    dialects.find((dialect) => dialect.extensions.includes(extension))
  );
}
