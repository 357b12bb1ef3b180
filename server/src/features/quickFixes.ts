/** Edits that mend a finding. */
import { pathSpelling } from '../core/index/pathSpelling.ts';
import { displayPath, type Snapshot } from '../core/index/snapshot.ts';
import type { TextEdit } from '../core/model/edit.ts';
import type { PathTarget } from '../core/model/link.ts';
import { basename, extname, type NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';
import type { Finding } from './finding.ts';
import { targetUses } from './targetUses.ts';

export interface NoteEdits {
  readonly path: NotePath;
  readonly edits: readonly TextEdit[];
}

export interface Fix {
  readonly title: string;
  /** The one to take without asking. */
  readonly preferred: boolean;
  readonly edits: readonly NoteEdits[];
}

/** Ways to mend `finding`, which is one of the note at `path`. Only the target's own text is replaced. */
export function quickFixes(snapshot: Snapshot, path: NotePath, finding: Finding): readonly Fix[] {
  const target = pathTargetAt(snapshot, path, finding.span);
  if (target === undefined) {
    return [];
  }
  if (finding.code === 'link.case-mismatch' && finding.data !== undefined) {
    return [respell(snapshot, path, finding.span, target, finding.data.actual)];
  }
  if (finding.code === 'link.file-missing' && target.to === 'note') {
    const moved = onlyNoteNamed(snapshot, path, target);
    return moved === undefined ? [] : [respell(snapshot, path, finding.span, target, moved)];
  }
  return [];
}

function pathTargetAt(snapshot: Snapshot, path: NotePath, span: Span): PathTarget | undefined {
  const note = snapshot.notes.get(path)?.note;
  const use = note && targetUses(note).find((each) => each.span.start === span.start && each.span.end === span.end);
  return use?.target.type === 'path' ? use.target : undefined;
}

function respell(snapshot: Snapshot, path: NotePath, span: Span, target: PathTarget, to: NotePath): Fix {
  const text = pathSpelling(snapshot, path, target, to);
  return {
    title: `Link to ${displayPath(snapshot.roots, to)}`,
    preferred: true,
    edits: [{ path, edits: [{ span, text }] }],
  };
}

/** The note that has the wanted file name, if exactly one has: `from` itself counts, as it makes a guess of any other. */
function onlyNoteNamed(snapshot: Snapshot, from: NotePath, target: PathTarget): NotePath | undefined {
  const wanted = basename(target.path);
  let found: NotePath | undefined;
  for (const { path } of snapshot.notes.entries()) {
    const name = basename(path);
    const isIt = name === wanted || name.slice(0, name.length - extname(name).length) === wanted;
    if (isIt) {
      if (found !== undefined) {
        return undefined;
      }
      found = path;
    }
  }
  return found === from ? undefined : found;
}
