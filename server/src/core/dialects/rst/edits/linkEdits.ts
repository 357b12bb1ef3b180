/** The writes that keep titles, names and links in step. */
import type { LinkEdits } from '../../linkEdits.ts';
import { renameHeading } from './renameHeading.ts';
import { inTables } from './tableRoom.ts';
import { anchorName, writeAnchor, writeReference } from './writeName.ts';
import { writePath } from './writeTarget.ts';

export const linkEdits: LinkEdits = { renameHeading, anchorName, writeAnchor, writeReference, writePath, inTables };
