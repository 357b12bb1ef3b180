/**
 * `npm run bench:load [-- --notes N]`: a very large folder is opened. How long it takes, how long requests wait meanwhile, and
 * how much memory it needs; then 5,000 of its notes change at once, as a checkout does.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { serverFlags } from '../../client/src/serverFlags.node.ts';
import { build } from '../../scripts/build.ts';
import { projectRoot } from '../../scripts/paths.ts';
import { LspClient } from '../support/lspClient.ts';
import { peakMemory } from './processMemory.ts';

const { values } = parseArgs({ options: { notes: { type: 'string', default: '50000' } } });
const count = Number(values.notes);
const changedAtOnce = Math.min(5000, count);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'talk-notes-load-')));

try {
  process.exitCode = await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<number> {
  // What is shipped: the sources bring a compiler of their own into memory.
  await build({ production: true });
  let bytes = 0;
  for (let at = 0; at < count; at++) bytes += write(at, '');
  console.log(`${count} notes, ${Math.round(bytes / 1e6)} MB`);
  const start = performance.now();
  const client = await LspClient.start({
    folders: [pathToFileURL(folder).href],
    main: join(projectRoot, 'dist/server.js'),
    execArgv: serverFlags,
  });
  const open = uriOf(0);
  await client.open(open, text(0, ''));
  const ready = client.indexReady();
  const waits = await waitsUntil(client, open, ready);
  const { notes } = await ready;
  console.log(`complete after ${seconds(start)} s: ${notes} notes`);
  const isResponsive = show('while it was read', waits);
  const again = performance.now();
  for (let at = 1; at <= changedAtOnce; at++) write(at, '\nChanged\n-------\n');
  const changes = Array.from({ length: changedAtOnce }, (_, at) => ({ uri: uriOf(at + 1), type: 2 as const }));
  await client.filesChanged(...changes);
  const told = client.treeChanges.length;
  const news = client.until(() => client.treeChanges.length > told, 'the news of the trees');
  const isStillResponsive = show('while 5,000 notes changed', await waitsUntil(client, open, news));
  console.log(`known after ${seconds(again)} s`);
  const found = await client.request<unknown[]>('workspace/symbol', { query: 'Changed' });
  if (found.length === 0) throw new Error('What changed is not known.');
  const memory = peakMemory(client.process.pid ?? 0);
  console.log(`memory: ${megabytes(memory?.resident)} MB, at most ${megabytes(memory?.peak)} MB`);
  await client.stop();
  const isSmall = memory === undefined || memory.peak < 1e9;
  return notes === count && isResponsive && isStillResponsive && isSmall ? 0 : 1;
}

/** How long a request about an open note took, again and again until `end`. */
async function waitsUntil(client: LspClient, uri: string, end: Promise<unknown>): Promise<number[]> {
  const waits: number[] = [];
  let isOver = false;
  void end.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const start = performance.now();
    await client.ask('documentSymbol', uri);
    waits.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return waits;
}

/** Prints the waits; gives whether all but one of a hundred were short enough not to be noticed. */
function show(when: string, waits: readonly number[]): boolean {
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  const shown = [at(0.5), at(0.99), at(1)].map((wait) => Math.round(wait));
  console.log(`${when}: ${waits.length} requests; median ${shown[0]} ms, 99th ${shown[1]} ms, longest ${shown[2]} ms`);
  return at(0.99) <= 100;
}

function write(at: number, end: string): number {
  const content = text(at, end);
  if (at % 100 === 0) mkdirSync(join(folder, `area${Math.floor(at / 100)}`), { recursive: true });
  writeFileSync(pathOf(at), content);
  return content.length;
}

function text(at: number, end: string): string {
  const talks = Array.from({ length: 12 }, (_, talk) => {
    const prose = `What was said in talk ${talk} of ${at}, in words that fill a line as a person's do.\n`.repeat(8);
    return `Talk ${talk} of ${at}\n${'-'.repeat(24)}\n\n@speaker${talk}\n\n${prose}\n- [ ] look at \`slides ${talk}\`_\n- See :doc:\`note${(at + talk) % count}\`\n\n.. _slides ${talk}: https://example.org/${at}/${talk}\n`;
  });
  return `Event ${at}\n${'='.repeat(24)}\n\n${talks.join('\n')}${end}`;
}

function pathOf(at: number): string {
  return join(folder, `area${Math.floor(at / 100)}`, `note${at}.rst`);
}

function uriOf(at: number): string {
  return pathToFileURL(pathOf(at)).href;
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '?' : String(Math.round(bytes / 1e6));
}
