/** docutils reading some of the same notes, where it is installed. */
import { spawnSync } from 'node:child_process';
import { notePaths } from './notes.ts';

/** Enough to be exact to a few per cent in a second or two. */
const SAMPLE = 100;

/** Reads each file named on the standard input as docutils' parser does, and prints bytes and seconds. */
const script = `
import sys, time
from docutils.frontend import OptionParser
from docutils.parsers.rst import Parser
from docutils.utils import new_document
settings = OptionParser(components=(Parser,)).get_default_values()
settings.report_level = 5
settings.file_insertion_enabled = False
texts = [open(path, encoding='utf8', errors='replace').read() for path in sys.stdin.read().split('\\n')]
start = time.perf_counter()
for text in texts:
    Parser().parse(text, new_document('note', settings))
print(sum(map(len, texts)), time.perf_counter() - start)
`;

/** Megabytes a second on a sample of the notes below `folder`; `undefined` where docutils is not here. */
export function measureDocutils(folder: string): number | undefined {
  const paths = notePaths(folder);
  const step = Math.max(1, Math.floor(paths.length / SAMPLE));
  const input = paths.filter((_, index) => index % step === 0).join('\n');
  const { status, stdout } = spawnSync('/usr/bin/python3', ['-W', 'ignore', '-c', script], { input, encoding: 'utf8' });
  const [characters = 0, seconds = 0] = status === 0 ? stdout.trim().split(' ').map(Number) : [];
  return seconds > 0 ? characters / 1e6 / seconds : undefined;
}
