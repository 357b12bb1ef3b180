/**
 * Several files in one string. A line `//- /a.rst` starts a file at that path; what stands before the first such line
 * is `/note.rst`. `$0` is a cursor and is taken out of the text.
 */
import type { NotePath } from '../../server/src/core/text/path.ts';

export interface FixtureFile {
  readonly path: NotePath;
  readonly text: string;
}

export interface Fixture {
  readonly files: readonly FixtureFile[];
  /** Where `$0` stood. */
  readonly cursor?: { readonly path: NotePath; readonly offset: number };
}

/** Reads a fixture; paths are below the workspace folder `/ws`. The indentation of its first line is taken off. */
export function parseFixture(text: string): Fixture {
  const files: { path: NotePath; lines: string[] }[] = [];
  for (const line of dedent(text).split('\n')) {
    const mark = /^\/\/- (\/.*)$/.exec(line);
    if (mark !== null) {
      files.push({ path: `/ws${mark[1]}`, lines: [] });
    } else {
      if (files.length === 0) {
        files.push({ path: '/ws/note.rst', lines: [] });
      }
      files.at(-1)!.lines.push(line);
    }
  }
  const found: FixtureFile[] = [];
  let cursor: Fixture['cursor'];
  for (const { path, lines } of files) {
    const whole = lines.join('\n');
    const offset = whole.indexOf('$0');
    cursor = offset < 0 ? cursor : { path, offset };
    found.push({ path, text: whole.replace('$0', '') });
  }
  return cursor === undefined ? { files: found } : { files: found, cursor };
}

function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').split('\n');
  const indent = /^ */.exec(lines[0] ?? '')![0];
  const cut = lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()));
  return cut.join('\n').replace(/\n+$/, '\n');
}
