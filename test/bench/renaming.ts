/** Renames over the protocol in a workspace of notes, and measures how soon the edit is there. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { serverFlags } from '../../client/src/serverFlags.node.ts';
import { markdown } from '../../server/src/core/dialects/markdown/markdown.ts';
import { rst } from '../../server/src/core/dialects/rst/rst.ts';
import type { Note } from '../../server/src/core/model/note.ts';
import { LspClient } from '../support/lspClient.ts';
import { notePaths } from './notes.ts';

export interface RenameTimes {
  /** Titles and targets of random notes. */
  readonly ordinary: readonly number[];
  /** One label that is used in `USES` places. */
  readonly used: readonly number[];
}

const RENAMES = 200;
const ROUNDS = 5;
const USES = 1000;
const NOTES_WITH_USES = 100;

/** Starts the built server on `folder`, to which some notes are added for the time that this takes. */
export async function measureRenames(folder: string, server: string): Promise<RenameTimes> {
  const added = addUses(folder);
  const client = await LspClient.start({
    folders: [pathToFileURL(folder).href],
    main: server,
    execArgv: serverFlags,
  });
  try {
    await client.indexReady();
    const ordinary: number[] = [];
    for (const { uri, position } of places(folder)) {
      ordinary.push((await rename(client, uri, position)).ms);
    }
    const used: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { ms, edits } = await rename(client, pathToFileURL(added[0]!).href, { line: 0, character: 6 });
      if (edits !== USES + 1) {
        throw new Error(`${edits} edits for ${USES} uses`);
      }
      used.push(ms);
    }
    return { ordinary, used };
  } finally {
    await client.stop();
    for (const path of added) {
      rmSync(path);
    }
  }
}

async function rename(client: LspClient, uri: string, position: { line: number; character: number }) {
  const start = performance.now();
  const edit = await client.ask<WorkspaceEdit | null>('rename', uri, { position, newName: 'A wholly new name' });
  const ms = performance.now() - start;
  const edits = (edit?.documentChanges ?? []).reduce((sum, each) => sum + ('edits' in each ? each.edits.length : 0), 0);
  if (edits === 0) {
    throw new Error(`nothing was renamed in ${fileURLToPath(uri)}`);
  }
  return { ms, edits };
}

/** A label, and notes that refer to it; paths of the new files, that with the label first. */
function addUses(folder: string): string[] {
  const paths = [join(folder, 'bench-label.rst')];
  writeFileSync(paths[0]!, '.. _bench-label:\n\nLabel\n=====\n');
  for (let note = 0; note < NOTES_WITH_USES; note++) {
    const path = join(folder, `bench-use-${note}.rst`);
    writeFileSync(path, `Use\n===\n\n${'See :ref:`bench-label`.\n\n'.repeat(USES / NOTES_WITH_USES)}`);
    paths.push(path);
  }
  return paths;
}

/** Titles and targets all over the notes, always the same. */
function places(folder: string) {
  const paths = notePaths(folder).sort();
  const step = Math.max(1, Math.floor(paths.length / RENAMES));
  return paths
    .filter((_, at) => at % step === 0)
    .slice(0, RENAMES)
    .flatMap((path, at) => {
      const note = read(path);
      const targets = note.anchors.filter(({ kind }) => kind === 'explicit' || kind === 'definition');
      const named =
        at % 2 === 0 ? note.headings.map(({ titleSpan }) => titleSpan) : targets.map((each) => each.nameSpan);
      const span = named[at % Math.max(1, named.length)];
      return span === undefined ? [] : [{ uri: pathToFileURL(path).href, position: note.lines.positionAt(span.start) }];
    });
}

function read(path: string): Note {
  const dialect = path.endsWith('.md') ? markdown : rst;
  return dialect.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), { todoSections: [] });
}
