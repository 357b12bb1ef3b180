/** Doctest blocks: from `>>>` to a blank line. Source: reStructuredText specification, "Doctest Blocks". */
import type { Construct } from './block.ts';
import { isBlank } from './lines.ts';

export const doctestBlock: Construct = (_reader, { lines, to }, line) => {
  const start = lines.first[line]!;
  if (!lines.text.startsWith('>>>', start) || !(start + 3 === lines.end[line] || lines.text[start + 3] === ' ')) {
    return undefined;
  }
  let end = line + 1;
  while (end < to && !isBlank(lines, end)) {
    end++;
  }
  return end;
};
