/** Bullet lists. Source: reStructuredText specification, "Bullet Lists". */
import type { Construct } from '../block.ts';
import { listItem } from './listItem.ts';

export const bulletList: Construct = (reader, block, line) => {
  const { lines } = block;
  const start = lines.first[line]!;
  const isBullet = start + 1 === lines.end[line] || lines.text.charCodeAt(start + 1) === 32;
  return isBullet ? listItem(reader, block, line, 1) : undefined;
};
