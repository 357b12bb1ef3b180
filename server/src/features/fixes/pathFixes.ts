/** Mends links to files that are not there: the right file, the nearest name, or a new note. */

import type { Dialect } from '../../core/dialects/dialect.ts';
import { dialectFor } from '../../core/dialects/registry.ts';
import { FolderFacts } from '../../core/index/folderFacts.ts';
import { resolveWikiFragment } from '../../core/index/fragment.ts';
import { NoteIndex } from '../../core/index/noteIndex.ts';
import { noteNameSpelling } from '../../core/index/noteNameSpelling.ts';
import { foldName } from '../../core/index/noteNames.ts';
import { isNoteSuffix } from '../../core/index/noteSuffixes.ts';
import { pathCandidates } from '../../core/index/pathCandidates.ts';
import { pathSpelling } from '../../core/index/pathSpelling.ts';
import type { TargetUse } from '../../core/index/targetUses.ts';
import { displayPath, workspaceRoot } from '../../core/index/workspaceRoot.ts';
import type { NoteNameTarget, PathTarget } from '../../core/model/link.ts';
import { basename, dirname, extname, join, type NotePath } from '../../core/text/path.ts';
import { percentDecoded } from '../../core/text/percentDecoded.ts';
import { say } from '../../core/text/say.ts';
import { type Fix, type FixRequest, ownFix } from './fix.ts';
import { nearest } from './nearest.ts';

export type FileUse = TargetUse & { readonly target: PathTarget | NoteNameTarget };

/** Of more notes with one name nobody wants a list. */
const MOST_NAMED = 4;

export const linkToTitle = (path: string): string => say('Link to {0}', path);

export function fileMissingFixes(request: FixRequest, use: FileUse): readonly Fix[] {
  const sameName = filesNamed(request, use);
  const exact = sameName.flatMap((path) => linkTo(request, use, path, linkToTitle, sameName.length === 1));
  const near = sameName.length > 0 ? [] : nearestFiles(request, use);
  return [...exact, ...near, ...createNote(request, use)];
}

/** Writes the link to `path` in the habits of the link that is there. */
export function linkTo(
  request: FixRequest,
  { holder, target }: FileUse,
  path: NotePath,
  title: (path: string) => string,
  preferred: boolean,
): readonly Fix[] {
  const { snapshot, entry, text } = request;
  const spelling =
    target.type === 'path'
      ? pathSpelling(snapshot, entry.path, target, path)
      : noteNameSpelling(snapshot, entry.path, target, path);
  const edit = entry.dialect.edits.writePath(text, holder, { path: spelling });
  return ownFix(request, title(displayPath(snapshot.roots, path)), [edit], preferred);
}

/** Notes, or files, with the wanted name in other folders. `from` itself counts, as it makes a guess of any other. */
function filesNamed({ snapshot, entry }: FixRequest, { target }: FileUse): readonly NotePath[] {
  if (target.type !== 'path') {
    return [];
  }
  const wanted = basename(percentDecoded(target.path));
  const isNote = target.to === 'note' || isNoteSuffix(extname(wanted));
  const stem = isNoteSuffix(extname(wanted)) ? wanted.slice(0, wanted.length - extname(wanted).length) : wanted;
  const found = isNote ? snapshot.notes.notesNamed(foldName(stem)) : snapshot.files.filesNamed(foldName(wanted));
  const named = found.filter((path) => basename(path) === wanted || nameWithoutSuffix(path) === stem);
  return named.length > MOST_NAMED || named.includes(entry.path) ? [] : named;
}

/** What lies where the link leads and is called almost so; for a wiki link any note. */
function nearestFiles(request: FixRequest, use: FileUse): readonly Fix[] {
  const { snapshot, entry } = request;
  const { target } = use;
  const folder = target.type === 'path' ? dirname(pathCandidates(snapshot, entry.path, target)[0]!) : undefined;
  const paths =
    folder === undefined
      ? [...snapshot.notes.entries()].map(({ path }) => path)
      : [...(snapshot.files.namesIn(folder)?.keys() ?? [])].map((name) => join(folder, name));
  const isNote = target.type === 'note-name' || target.to === 'note';
  const byName = new Map<string, NotePath>();
  for (const path of paths) {
    if (!isNote || isNoteSuffix(extname(path))) {
      byName.set(isNote ? nameWithoutSuffix(path) : basename(path), path);
    }
  }
  const wanted = basename(target.type === 'path' ? target.path : target.name);
  return nearest(wanted, byName.keys()).flatMap((name, at) =>
    linkTo(request, use, byName.get(name)!, (path) => say('Did you mean {0}?', path), at === 0),
  );
}

/** A new note where the link leads, with a title. */
function createNote({ snapshot, entry, text }: FixRequest, { target }: FileUse): readonly Fix[] {
  const path = newNotePath(snapshot, entry.path, target, entry.dialect.extensions[0]!);
  const dialect = path === undefined ? undefined : dialectFor(path);
  if (path === undefined || dialect === undefined || workspaceRoot(snapshot.roots, path) === undefined) {
    return [];
  }
  const like = dialect === entry.dialect ? { text, note: entry.note } : undefined;
  const title = `${dialect.writes.title(titleFor(path), like)}\n`;
  const place = target.fragment === undefined ? '' : placeFor(dialect, path, title, target.fragment);
  if (place === undefined) {
    return [];
  }
  const created = { path, text: title + place };
  return [
    {
      title: say('Create {0}', displayPath(snapshot.roots, path)),
      preferred: false,
      changes: { edits: [], creates: [created] },
    },
  ];
}

/** A section that answers to `fragment`, below a title that does not; `undefined` where no title can. */
function placeFor(dialect: Dialect, path: NotePath, above: string, fragment: string): string | undefined {
  const plain = percentDecoded(fragment);
  const answers = (text: string): boolean => {
    const entry = { path, dialect, note: dialect.parse(text, { todoSections: [] }) };
    const alone = { notes: NoteIndex.empty.with([{ path, entry }]), files: FolderFacts.empty, roots: [] };
    return resolveWikiFragment(alone, path, fragment).type === 'note';
  };
  if (answers(above)) {
    return '';
  }
  const heading = (title: string): string =>
    `\n${dialect.edits.writeHeading(above, dialect.parse(above, { todoSections: [] }), 2, title).join('\n')}\n`;
  return [plain, asTitle(plain)]
    .map(heading)
    .toReversed()
    .find((section) => answers(above + section));
}

function newNotePath(
  snapshot: FixRequest['snapshot'],
  from: NotePath,
  target: PathTarget | NoteNameTarget,
  suffix: string,
): NotePath | undefined {
  if (target.type === 'note-name') {
    const name = isNoteSuffix(extname(target.name)) ? target.name : `${target.name}${suffix}`;
    return /[<>:"|?*\\]/.test(name) ? undefined : join(dirname(from), name);
  }
  return pathCandidates(snapshot, from, target).find((path) => isNoteSuffix(extname(path)));
}

function titleFor(path: NotePath): string {
  return asTitle(nameWithoutSuffix(path));
}

/** `next-steps` becomes `Next steps`. */
function asTitle(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function nameWithoutSuffix(path: NotePath): string {
  const name = basename(path);
  return name.slice(0, name.length - extname(name).length);
}
