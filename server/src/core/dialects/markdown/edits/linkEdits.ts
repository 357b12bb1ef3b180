/** The writes that keep titles, names and links in step. */
import type { LinkEdits } from '../../linkEdits.ts';
import { renameHeading } from './renameHeading.ts';
import { anchorName, writeAnchor, writeReference } from './writeName.ts';
import { writePath } from './writePath.ts';

/** Cells end at their bars, wherever these stand. */
const inTables: LinkEdits['inTables'] = (_text, _note, edits) => edits;

export const linkEdits: LinkEdits = { renameHeading, anchorName, writeAnchor, writeReference, writePath, inTables };
