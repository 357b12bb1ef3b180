/** A process of its own that parses notes in memory, cold and warm, beside a plain split into lines. Prints MB/s. */
import { readFileSync } from 'node:fs';
import { rst } from '../../server/src/core/dialects/rst/rst.ts';
import { notePaths } from './notes.ts';
import { median } from './samples.ts';

const texts = notePaths(process.argv[2]!).map((path) => readFileSync(path, 'utf8'));
const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;

function time(work: (text: string) => unknown): number {
  const start = performance.now();
  for (const text of texts) {
    work(text);
  }
  return performance.now() - start;
}

// One for all notes, as a workspace has it.
const options = { todoSections: ['To Do'] };
const parse = (text: string) => rst.parse(text, options);
const cold = time(parse);
// The first ten or so are on the way to that.
const warm = median(Array.from({ length: 40 }, () => time(parse)));
let lines = 0;
const split = median(
  Array.from({ length: 15 }, () =>
    time((text) => {
      lines += text.split('\n').length;
    }),
  ),
);
console.log(JSON.stringify({ cold, warm, split, lines, megabytes }));
