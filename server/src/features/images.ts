/** Which files are pictures that an editor can show. */
import { extname, type NotePath } from '../core/text/path.ts';

const SUFFIXES: ReadonlySet<string> = new Set('.apng .avif .bmp .gif .ico .jpeg .jpg .png .svg .webp'.split(' '));

export function isImage(path: NotePath): boolean {
  return SUFFIXES.has(extname(path).toLowerCase());
}
