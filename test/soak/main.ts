/**
 * `npm run soak -- --minutes N`: random edits, moves, deletions and check-offs on a copy of notes, and a server that is killed
 * now and then. It passes when the server shows at the end what a fresh one does, and its memory has not grown.
 */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { notePaths, prepareNotes } from '../bench/notes.ts';
import { peakMemory } from '../bench/processMemory.ts';
import { LspClient } from '../support/lspClient.ts';
import { Editor } from './editor.ts';
import { pictureOf } from './picture.ts';
import { Random } from './random.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    notes: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const kills = Number(values.kills);
const seed = Number(values.seed);

const { once, temporary } = prepareNotes(values.notes);
const root = realpathSync(mkdtempSync(join(tmpdir(), 'talk-notes-soak-')));
const folder = join(root, 'notes');
mkdirSync(folder);
cpSync(once.folder, folder, { recursive: true });
try {
  process.exitCode = await soak();
} finally {
  for (const each of [root, temporary]) rmSync(each, { recursive: true, force: true });
}

async function soak(): Promise<number> {
  console.log(`${minutes} min on ${once.count} notes, seed ${seed}`);
  const editor = await Editor.on(folder, notePaths(folder), new Random(seed));
  // Kills come in the first half, so that memory can be watched in the second.
  const start = performance.now();
  const half = (minutes * 60_000) / 2;
  await run(editor, start + half, kills);
  await settle(editor);
  const before = memoryOf(editor);
  await run(editor, start + 2 * half, 0);
  await settle(editor);
  const after = memoryOf(editor);
  await editor.closeAll();
  const shown = await pictureOf(editor.client);
  await editor.client.stop();
  const fresh = await LspClient.start({ folders: [pathToFileURL(folder).href] });
  const expected = await pictureOf(fresh);
  await fresh.stop();
  const { steps, toggles, deaths } = editor;
  console.log(`${steps} steps, ${toggles} check-offs, ${deaths} kills, ${shown.length} rows and findings`);
  console.log(`memory: ${before} MB half-way, ${after} MB at the end`);
  return judge(shown, expected, before, after);
}

async function run(editor: Editor, until: number, deaths: number): Promise<void> {
  const begin = performance.now();
  let killed = 0;
  // A busy machine takes longer, and kills no fewer.
  while (performance.now() < until || killed < deaths) {
    await editor.step();
    const due = Math.floor(((performance.now() - begin) / (until - begin)) * (deaths + 1));
    if (killed < Math.min(due, deaths)) {
      killed++;
      await editor.killServer();
    }
  }
}

async function settle(editor: Editor): Promise<void> {
  await editor.client.indexReady();
  await editor.client.request('talkNotes/checkLinks', {});
}

function memoryOf(editor: Editor): number {
  return Math.round((peakMemory(editor.client.process.pid ?? 0)?.resident ?? 0) / 1e6);
}

function judge(shown: readonly string[], expected: readonly string[], before: number, after: number): number {
  const isShown = new Set(shown);
  const isExpected = new Set(expected);
  const missing = expected.filter((line) => !isShown.has(line));
  const stale = shown.filter((line) => !isExpected.has(line));
  for (const line of missing.slice(0, 5)) console.log(`only in a fresh index: ${line}`);
  for (const line of stale.slice(0, 5)) console.log(`no longer true: ${line}`);
  const isSame = missing.length + stale.length === 0 && shown.length > 1;
  const isFlat = after <= before * 1.5 + 50;
  console.log(isSame ? 'The same as a fresh index.' : `${missing.length} lines missing, ${stale.length} stale.`);
  if (!isFlat) console.log('Memory grew.');
  return isSame && isFlat ? 0 : 1;
}
