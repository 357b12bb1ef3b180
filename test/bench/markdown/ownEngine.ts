/** A process of its own that does with the product's parts what vscodeEngine.ts does. `node ownEngine.ts FOLDER LARGE-NOTE` */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdown } from '../../../server/src/core/dialects/markdown/markdown.ts';
import { findings } from '../../../server/src/features/findings.ts';
import { outline } from '../../../server/src/features/outline.ts';
import { workspaceSymbols } from '../../../server/src/features/workspaceSymbols.ts';
import { nodeClock } from '../../../server/src/platform/node/clock.ts';
import { settleEngine } from '../../../server/src/platform/node/engine.ts';
import { nodeFileSystem } from '../../../server/src/platform/node/fileSystem.ts';
import { NoteWorkspace } from '../../../server/src/workspace/noteWorkspace.ts';
import { median } from '../samples.ts';
import { EDITS, type EngineResult, editedText, peakOfThisProcess } from './engineResult.ts';

// As the server's entry point has it.
settleEngine();

const [folder = '', large = ''] = process.argv.slice(2);
/** How often all notes are parsed for the speed of that. */
const ROUNDS = 7;
const parse = { todoSections: ['To Do'] };
const silent = (): void => {};
const start = performance.now();
const workspace = new NoteWorkspace({
  fileSystem: nodeFileSystem,
  clock: nodeClock,
  logger: { info: silent, warn: silent, error: silent },
  listener: { didChange: silent, didScan: silent, notice: silent },
  parse,
});
await workspace.configure({
  roots: [folder],
  exclusions: new Map([[folder, { globs: [], ignoreFiles: false }]]),
  parse,
});
const symbols = workspaceSymbols(workspace.snapshot, '', Number.POSITIVE_INFINITY);
const paths = [...workspace.snapshot.notes.entries()].map(({ path }) => path);
await workspace.makeCertain(paths);
let problems = 0;
for (const path of paths) {
  problems += findings(workspace.snapshot, path).length;
}
const cold = performance.now() - start;
const peak = peakOfThisProcess();

const path = join(folder, 'bench-note.md');
const text = readFileSync(large, 'utf8');
const edits: number[] = [];
workspace.open(path, text, 'markdown');
for (let edit = 0; edit < EDITS; edit++) {
  const written = editedText(text, edit);
  const sent = performance.now();
  workspace.change(path, written);
  outline(workspace.snapshotFor(path).notes.get(path)!.note);
  await workspace.makeCertain([path]);
  findings(workspace.snapshotFor(path), path);
  edits.push(performance.now() - sent);
}

const texts = paths.map((each) => readFileSync(each, 'utf8'));
const speeds = Array.from({ length: ROUNDS }, () => {
  const begun = performance.now();
  let characters = 0;
  for (const each of texts) {
    characters += markdown.parse(each, parse).lines.length;
  }
  return characters / 1000 / (performance.now() - begun);
});
const speed = median(speeds);
const result: EngineResult = { cold, notes: paths.length, symbols: symbols.length, problems, peak, edits, speed };
console.log(JSON.stringify(result));
