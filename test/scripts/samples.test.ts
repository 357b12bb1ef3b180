/** What the sample notes show: README.md and samples/README.rst promise it. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { defaultParseOptions } from '../../server/src/core/dialects/dialect.ts';
import { dialectFor } from '../../server/src/core/dialects/registry.ts';
import { FolderFacts, type FolderListing } from '../../server/src/core/index/folderFacts.ts';
import { type NoteChange, NoteIndex } from '../../server/src/core/index/noteIndex.ts';
import { resolve } from '../../server/src/core/index/resolve.ts';
import type { Snapshot } from '../../server/src/core/index/snapshot.ts';
import { findings } from '../../server/src/features/findings.ts';
import { quickFixes } from '../../server/src/features/fixes/quickFixes.ts';
import { talkList } from '../../server/src/features/talkList.ts';
import { defaultTalkOptions } from '../../server/src/features/talks.ts';

const samples = join(import.meta.dirname, '../../samples');
/** Where the notes are for this test: the core knows no disk. */
const root = '/samples';

describe('samples', () => {
  const snapshot = readSamples();
  const paths = [...snapshot.notes.entries()].map(({ path }) => path);
  const found = paths.flatMap((path) => findings(snapshot, path).map((finding) => ({ path, finding })));

  it('have two broken links and nothing else to find', () => {
    assert.deepEqual(found.map(({ path, finding }) => `${path} ${finding.code}`).toSorted(), [
      '/samples/conference/docs-day-2022.rst link.file-missing',
      '/samples/conference/harbour-web-2021.rst link.file-missing',
    ]);
  });

  it('have one link that the quick fix mends', () => {
    const fixes = found.flatMap(({ path, finding }) =>
      quickFixes({
        snapshot,
        entry: snapshot.notes.get(path)!,
        text: readFileSync(join(samples, path.slice(root.length)), 'utf8'),
        finding,
      }).filter(({ preferred }) => preferred),
    );
    const edits = fixes.flatMap((fix) => fix.changes.edits.flatMap((note) => note.edits));
    assert.deepEqual(
      edits.map(({ text }) => text),
      ['../howto/profiling'],
    );
  });

  it('link between notes of both kinds, by path and by name', () => {
    const kinds = new Set(
      [...snapshot.notes.entries()].flatMap(({ path, note }) =>
        note.links.flatMap(({ target }) => {
          const found = resolve(snapshot, path, target);
          const isOther = found.type === 'note' && extname(found.path) !== extname(path);
          return isOther ? [`${extname(path)} to ${extname(found.path)} by ${target.type}`] : [];
        }),
      ),
    );
    assert.deepEqual([...kinds].toSorted(), ['.md to .rst by note-name', '.md to .rst by path', '.rst to .md by path']);
  });

  it('name their speakers in every way', () => {
    const talks = talkList(snapshot, defaultTalkOptions).filter(({ isTalk }) => isTalk);
    const speakers = new Set(talks.flatMap((talk) => talk.speakers));
    for (const speaker of [
      '@ines_hollis',
      'Tomasz Wren',
      'Marek Dvorsky',
      '@pelle_indexes',
      'Ruben Kask',
      '@ada_appends',
      'Mirela Ionescu',
      'Samir Oduya',
    ]) {
      assert.ok(speakers.has(speaker), `${speaker} is not among ${[...speakers].join(', ')}`);
    }
  });

  it('have to-dos of every kind and state', () => {
    const todos = [...snapshot.notes.entries()].flatMap(({ note }) => note.todos);
    const kinds = new Set(todos.map(({ kind, state }) => `${kind} ${state}`));
    assert.deepEqual([...kinds].toSorted(), [
      'checkbox cancelled',
      'checkbox done',
      'checkbox open',
      'directive open',
      'marker done',
      'marker open',
      'section open',
    ]);
  });

  it('have links of every kind that can be written', () => {
    const links = [...snapshot.notes.entries()].flatMap(({ note }) => note.links);
    const kinds = new Set(links.map(({ kind, role }) => role ?? kind));
    const wanted =
      'url named-ref embedded-uri anonymous-ref footnote-ref citation-ref substitution-ref doc ref download pep rfc image figure image-target toctree literalinclude';
    assert.deepEqual(
      wanted.split(' ').filter((kind) => !kinds.has(kind)),
      [],
    );
  });
});

function readSamples(): Snapshot {
  const listings = new Map<string, FolderListing>([['/', [{ name: 'samples', kind: 'folder' }]]]);
  const changes: NoteChange[] = [];
  read('', listings, changes);
  return { notes: NoteIndex.empty.with(changes), files: FolderFacts.empty.with(listings), roots: [root] };
}

function read(folder: string, listings: Map<string, FolderListing>, changes: NoteChange[]): void {
  const items = readdirSync(samples + folder, { withFileTypes: true });
  listings.set(
    root + folder,
    items.map((item) => ({ name: item.name, kind: item.isDirectory() ? 'folder' : 'file' })),
  );
  for (const item of items) {
    const path = `${folder}/${item.name}`;
    const dialect = dialectFor(path);
    if (item.isDirectory()) {
      read(path, listings, changes);
    } else if (dialect !== undefined) {
      const note = dialect.parse(readFileSync(samples + path, 'utf8'), {
        todoSections: defaultParseOptions.todoSections,
      });
      changes.push({ path: root + path, entry: { path: root + path, note, dialect } });
    }
  }
}
