/** Edits that mend a finding. */
import { pathSpelling } from '../core/index/pathSpelling.ts';
import { displayPath, type Snapshot } from '../core/index/snapshot.ts';
import { type TargetUse, targetUses } from '../core/index/targetUses.ts';
import type { PathTarget } from '../core/model/link.ts';
import { basename, extname, type NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';
import type { Finding } from './finding.ts';
import type { NoteEdits } from './noteEdits.ts';

export interface Fix {
  readonly title: string;
  /** The one to take without asking. */
  readonly preferred: boolean;
  readonly edits: readonly NoteEdits[];
}

/** Ways to mend `finding`, which is one of the note at `path` with this text. Only the target's own text is replaced. */
export function quickFixes(snapshot: Snapshot, path: NotePath, text: string, finding: Finding): readonly Fix[] {
  const found = pathHolderAt(snapshot, path, finding.span);
  if (found === undefined) {
    return [];
  }
  const respell = (to: NotePath): readonly Fix[] => respelled(snapshot, path, text, found, to);
  if (finding.code === 'link.case-mismatch' && finding.data !== undefined) {
    return respell(finding.data.actual);
  }
  if (finding.code === 'link.file-missing' && found.target.to === 'note') {
    const moved = onlyNoteNamed(snapshot, path, found.target);
    return moved === undefined ? [] : respell(moved);
  }
  return [];
}

type PathHolder = TargetUse & { readonly target: PathTarget };

function pathHolderAt(snapshot: Snapshot, path: NotePath, span: Span): PathHolder | undefined {
  const note = snapshot.notes.get(path)?.note;
  return (note === undefined ? [] : targetUses(note)).find(
    (each): each is PathHolder =>
      each.target.type === 'path' && each.span.start === span.start && each.span.end === span.end,
  );
}

function respelled(
  snapshot: Snapshot,
  path: NotePath,
  text: string,
  { holder, target }: PathHolder,
  to: NotePath,
): readonly Fix[] {
  const spelling = pathSpelling(snapshot, path, target, to);
  const edit = snapshot.notes.get(path)?.dialect.edits.writePath(text, holder, { path: spelling });
  const title = `Link to ${displayPath(snapshot.roots, to)}`;
  return edit === undefined ? [] : [{ title, preferred: true, edits: [{ path, edits: [edit] }] }];
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
