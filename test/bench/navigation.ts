/** Asks the server for definitions, references, completion and titles at many places of many notes, and measures each. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { serverFlags } from '../../client/src/serverFlags.node.ts';
import { dialectFor } from '../../server/src/core/dialects/registry.ts';
import { LspClient } from '../support/lspClient.ts';
import { notePaths } from './notes.ts';

/** Milliseconds of each answer, by what was asked for. */
export type NavigationTimes = Readonly<
  Record<'definition' | 'references' | 'completion' | 'hover' | 'symbols', readonly number[]>
>;

const NOTES = 200;
const QUERIES = ['d', 'talk', 'inst', 'django mod', 'que', 'zzz', 'Lightning Talks'];
const STARTS = [
  'See :doc:`',
  'See :doc:`in',
  'See :ref:`',
  'See `',
  '.. image:: ',
  'Said @',
  'Prose and wo',
  'See :do',
];

/** Starts the built server on `folder` and asks at places that are the same in each run. */
export async function measureNavigation(folder: string, server: string): Promise<NavigationTimes> {
  const client = await LspClient.start({
    folders: [pathToFileURL(folder).href],
    main: server,
    execArgv: serverFlags,
  });
  await client.indexReady();
  const times = { definition: [], references: [], completion: [], hover: [], symbols: [] } as Record<
    keyof NavigationTimes,
    number[]
  >;
  const timed = async (what: keyof NavigationTimes, ask: () => Promise<unknown>): Promise<void> => {
    const start = performance.now();
    await ask();
    times[what].push(performance.now() - start);
  };
  for (const path of sample(notePaths(folder).sort(), NOTES)) {
    const uri = pathToFileURL(path).href;
    const text = readFileSync(path, 'utf8');
    await client.open(uri, text);
    await client.ask('documentSymbol', uri);
    for (const position of placesIn(path, text)) {
      await timed('definition', () => client.ask('definition', uri, { position }));
      await timed('hover', () => client.ask('hover', uri, { position }));
      const context = { includeDeclaration: true };
      await timed('references', () => client.ask('references', uri, { position, context }));
    }
    for (const [version, start] of STARTS.entries()) {
      await client.replace(uri, version + 2, `${text}\n\n${start}`);
      const line = `${text}\n\n`.split('\n').length - 1;
      await timed('completion', () => client.ask('completion', uri, { position: { line, character: start.length } }));
    }
    await client.close(uri);
  }
  for (const query of [...QUERIES, ...QUERIES, ...QUERIES]) {
    await timed('symbols', () => client.request('workspace/symbol', { query }));
  }
  await client.stop();
  return times;
}

/** A few links and titles of a note, from its start to its end. */
function placesIn(path: string, text: string) {
  const note = dialectFor(path)!.parse(text, { todoSections: [] });
  const offsets = [
    ...sample(note.links, 4).map(({ targetSpan }) => targetSpan.start),
    ...sample(note.headings, 2).map(({ titleSpan }) => titleSpan.start),
    ...sample(note.anchors, 2).map(({ nameSpan }) => nameSpan.start),
  ];
  return offsets.map((offset) => note.lines.positionAt(offset));
}

/** `count` items at even distances. */
function sample<T>(items: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, index) => items[Math.floor(index * step)]!);
}
