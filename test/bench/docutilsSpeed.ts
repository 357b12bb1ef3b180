/** docutils reading the same notes, where it is installed. */
import { spawnSync } from 'node:child_process';
import { notePaths } from './notes.ts';

/** Reads each file named on the standard input as docutils does, with references resolved as in our notes, and prints bytes and seconds. */
const script = `
import sys, time
from docutils.core import publish_doctree
quiet = {'report_level': 5, 'halt_level': 5, 'file_insertion_enabled': False, 'warning_stream': None}
texts = [open(path, encoding='utf8', errors='replace').read() for path in sys.stdin.read().split('\\n')]
start = time.perf_counter()
for text in texts:
    publish_doctree(text, settings_overrides=quiet)
print(sum(map(len, texts)), time.perf_counter() - start)
`;

/** Megabytes a second on the notes below `folder`, which takes some seconds; `undefined` where docutils is not here. */
export function measureDocutils(folder: string): number | undefined {
  const input = notePaths(folder).join('\n');
  const { status, stdout } = spawnSync('/usr/bin/python3', ['-W', 'ignore', '-c', script], { input, encoding: 'utf8' });
  const [characters = 0, seconds = 0] = status === 0 ? stdout.trim().split(' ').map(Number) : [];
  return seconds > 0 ? characters / 1e6 / seconds : undefined;
}
