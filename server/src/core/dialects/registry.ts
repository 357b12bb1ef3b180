/** All dialects, and which one a file is read by. */
import { extname, type NotePath } from '../text/path.ts';
import type { Dialect } from './dialect.ts';
import { markdown } from './markdown/markdown.ts';
import { rst } from './rst/rst.ts';

export const dialects: readonly Dialect[] = [rst, markdown];

const byExtension = new Map(dialects.flatMap((dialect) => dialect.extensions.map((name) => [name, dialect] as const)));
const byLanguage = new Map(dialects.flatMap((dialect) => dialect.languageIds.map((id) => [id, dialect] as const)));

/** The dialect for a language id or, failing that, for a file name; `undefined` where it is no note. */
export function dialectFor(path: NotePath, languageId?: string): Dialect | undefined {
  const named = languageId === undefined ? undefined : byLanguage.get(languageId);
  return named ?? byExtension.get(extname(path).toLowerCase());
}
