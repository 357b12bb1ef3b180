/** Links that leave the note: paths, and names that other notes define. */

import type { Resolution } from '../core/index/resolution.ts';
import { resolve } from '../core/index/resolve.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import type { TargetUse } from '../core/index/targetUses.ts';
import { displayPath } from '../core/index/workspaceRoot.ts';
import type { LinkTarget, NoteNameTarget, PathTarget } from '../core/model/link.ts';
import { dirname, type NotePath } from '../core/text/path.ts';
import { say, sayable } from '../core/text/say.ts';
import type { Span } from '../core/text/span.ts';
import type { RawFinding } from './finding.ts';

/** Findings about `uses`, those of the note at `path`, that only the workspace can tell. What is not known gives none. */
export function linkFindings(snapshot: Snapshot, path: NotePath, uses: readonly TargetUse[]): readonly RawFinding[] {
  const found: RawFinding[] = [];
  for (const { target, span } of uses) {
    const finding = linkFinding(snapshot, path, target, span);
    if (finding !== undefined) {
      found.push(finding);
    }
  }
  return found;
}

function linkFinding(snapshot: Snapshot, path: NotePath, target: LinkTarget, span: Span): RawFinding | undefined {
  switch (target.type) {
    case 'path':
      return pathFinding(snapshot, target, span, resolve(snapshot, path, target));
    case 'note-name':
      return noteNameFinding(snapshot, target, span, resolve(snapshot, path, target));
    case 'label':
      return labelFinding(snapshot, 'label', span, resolve(snapshot, path, target));
    case 'local':
      return target.space === 'citation'
        ? labelFinding(snapshot, 'citation', span, resolve(snapshot, path, target))
        : undefined;
    default:
      return undefined;
  }
}

function pathFinding(
  snapshot: Snapshot,
  target: PathTarget,
  span: Span,
  resolution: Resolution,
): RawFinding | undefined {
  switch (resolution.type) {
    case 'missing':
      return { code: 'link.file-missing', span, message: missingMessage(snapshot, target, resolution) };
    case 'case-mismatch': {
      const actual = displayPath(snapshot.roots, resolution.path);
      const message = say('“{0}” is written in other letters on disk: {1}.', target.path, actual);
      return { code: 'link.case-mismatch', span, message, data: { actual: resolution.path } };
    }
    case 'missing-fragment':
      return fragmentFinding(snapshot, span, resolution);
    default:
      return undefined;
  }
}

function fragmentFinding(
  snapshot: Snapshot,
  span: Span,
  { path, fragment }: Extract<Resolution, { type: 'missing-fragment' }>,
): RawFinding {
  const message = say('No title or target “{0}” in {1}.', fragment, displayPath(snapshot.roots, path));
  return { code: 'link.anchor-missing', span, message };
}

/** A wiki link: it may lead anywhere, so it says nothing of where it was looked for. */
function noteNameFinding(
  snapshot: Snapshot,
  { name }: NoteNameTarget,
  span: Span,
  resolution: Resolution,
): RawFinding | undefined {
  switch (resolution.type) {
    case 'missing':
      return { code: 'link.file-missing', span, message: say('No note or file is called “{0}”.', name) };
    case 'missing-fragment':
      return fragmentFinding(snapshot, span, resolution);
    case 'ambiguous': {
      const related = resolution.places.map((place) => ({ ...place, message: say('“{0}” may be this.', name) }));
      const paths = resolution.places.map((place) => displayPath(snapshot.roots, place.path)).join(', ');
      return {
        code: 'link.ambiguous',
        span,
        message: say('Several notes or files are called “{0}”: {1}.', name, paths),
        related,
      };
    }
    default:
      return undefined;
  }
}

/** Says where it was looked for: once for each folder, as spellings that were tried there are beside the point. */
function missingMessage(
  snapshot: Snapshot,
  target: PathTarget,
  { wanted, candidates }: Extract<Resolution, { type: 'missing' }>,
): string {
  const folders: NotePath[] = [];
  const places: string[] = [];
  for (const candidate of candidates) {
    const folder = dirname(candidate);
    if (!folders.includes(folder)) {
      folders.push(folder);
      places.push(displayPath(snapshot.roots, candidate));
    }
  }
  const tried = places.join(` ${say('and')} `);
  return wanted === 'note'
    ? say('No note “{0}”: looked for {1}.', target.path, tried)
    : say('No file “{0}”: looked for {1}.', target.path, tried);
}

const noneInAnyNote = sayable({
  label: 'No label “{0}” in any note.',
  citation: 'No citation “{0}” in any note.',
});

function labelFinding(
  snapshot: Snapshot,
  kind: 'label' | 'citation',
  span: Span,
  resolution: Resolution,
): RawFinding | undefined {
  if (resolution.type === 'undefined') {
    const name = resolution.name.replace(/^\[|\]$/g, '');
    return { code: 'link.reference-undefined', span, message: say(noneInAnyNote[kind], name) };
  }
  if (resolution.type !== 'ambiguous' || !isSpreadOut(resolution)) {
    return undefined;
  }
  const related = resolution.places.map((place) => ({
    ...place,
    message: say('“{0}” is defined here.', resolution.name),
  }));
  const notes = resolution.places.map((place) => displayPath(snapshot.roots, place.path)).join(', ');
  return {
    code: 'link.ambiguous',
    span,
    message: say('“{0}” is defined in several notes: {1}.', resolution.name, notes),
    related,
  };
}

/** Several definitions in one note are found there already. */
function isSpreadOut({ places }: Extract<Resolution, { type: 'ambiguous' }>): boolean {
  return new Set(places.map(({ path }) => path)).size > 1;
}
