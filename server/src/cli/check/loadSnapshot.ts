/** All that is known of the notes to be checked, and of what their links lead to. */
import { FolderFacts, type FolderListing } from '../../core/index/folderFacts.ts';
import { type NoteChange, NoteIndex } from '../../core/index/noteIndex.ts';
import { wantedFolders } from '../../core/index/resolve.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { dirname, isInside, type NotePath } from '../../core/text/path.ts';
import { NoteLoader } from '../noteLoader.ts';
import { type Places, projectAround } from '../places.ts';
import type { Shell } from '../shell.ts';

/** The notes of `places`, with the projects around them: labels may be defined anywhere in there. */
export async function loadSnapshot(shell: Shell, places: Places): Promise<Snapshot> {
  return certainSnapshot(new NoteLoader(shell), await withProjects(shell, places), (path) => isAsked(places, path));
}

/** Whether the note is one of `places` itself. */
export function isAsked({ folders, files }: Places, path: NotePath): boolean {
  return files.includes(path) || folders.some((folder) => isInside(path, folder));
}

/** The places, widened to the projects that they are part of: names may be defined anywhere in there. */
async function withProjects(shell: Shell, { folders, files }: Places): Promise<Places> {
  const widened = new Set<NotePath>();
  const alone: NotePath[] = [];
  for (const folder of folders) {
    widened.add((await projectAround(shell.fileSystem, folder)) ?? folder);
  }
  for (const file of files) {
    const project = await projectAround(shell.fileSystem, dirname(file));
    project === undefined ? alone.push(file) : widened.add(project);
  }
  const outermost = [...widened].filter(
    (folder) => ![...widened].some((other) => other !== folder && isInside(folder, other)),
  );
  return { folders: outermost, files: [...files, ...alone] };
}

/** All notes of `places`, with every folder listed that the links of those `isAsked` lead to. */
async function certainSnapshot(
  loader: NoteLoader,
  places: Places,
  asked: (path: NotePath) => boolean,
): Promise<Snapshot> {
  const changes: NoteChange[] = [];
  const listings = new Map<NotePath, FolderListing>();
  await loader.visit(places, {
    note: (entry) => changes.push({ path: entry.path, entry }),
    folder: (path, listing) => listings.set(path, listing),
  });
  const notes = NoteIndex.empty.with(changes);
  let snapshot: Snapshot = { notes, files: FolderFacts.empty.with(listings), roots: places.folders };
  let open = changes.map(({ path }) => path).filter(asked);
  while (open.length > 0) {
    const wanted = new Map<NotePath, FolderListing>();
    open = open.filter((path) => {
      const folders = wantedFolders(snapshot, path).filter((folder) => !listings.has(folder));
      for (const folder of folders) {
        wanted.set(folder, undefined);
      }
      return folders.length > 0;
    });
    for (const folder of wanted.keys()) {
      wanted.set(folder, await loader.list(folder));
      listings.set(folder, wanted.get(folder));
    }
    snapshot = { ...snapshot, files: snapshot.files.with(wanted) };
  }
  return snapshot;
}
