/** The reference notes as a workspace; see test/conformance/shared.ts for where they are. */
import assert from 'node:assert/strict';
import { NoteLoader } from '../../server/src/cli/noteLoader.ts';
import { FolderFacts, type FolderListing } from '../../server/src/core/index/folderFacts.ts';
import { type NoteChange, NoteIndex } from '../../server/src/core/index/noteIndex.ts';
import type { Snapshot } from '../../server/src/core/index/snapshot.ts';
import { nodeClock } from '../../server/src/platform/node/clock.ts';
import { nodeFileSystem } from '../../server/src/platform/node/fileSystem.ts';
import { corpusRoot } from '../conformance/shared.ts';
import { parseOptions } from './workspace.ts';

/** Reads the notes below `folder`, and lists their folders. */
export async function readCorpus(folder: string = corpusRoot): Promise<Snapshot> {
  const changes: NoteChange[] = [];
  const listings = new Map<string, FolderListing>();
  const loader = new NoteLoader({
    terminal: { hasColor: false, out() {}, status() {}, err: (text) => assert.fail(text) },
    fileSystem: nodeFileSystem,
    clock: nodeClock,
    show: (path) => path,
    parse: parseOptions,
  });
  await loader.visit(
    { folders: [folder], files: [] },
    {
      note: (entry) => changes.push({ path: entry.path, entry }),
      folder: (path, listing) => listings.set(path, listing),
    },
  );
  return { notes: NoteIndex.empty.with(changes), files: FolderFacts.empty.with(listings), roots: [folder] };
}
