/** A process of its own that indexes a folder once, as the server does. Prints milliseconds and memory. */

import { nodeClock } from '../../server/src/platform/node/clock.ts';
import { settleEngine } from '../../server/src/platform/node/engine.ts';
import { nodeFileSystem } from '../../server/src/platform/node/fileSystem.ts';
import { NoteWorkspace } from '../../server/src/workspace/noteWorkspace.ts';

settleEngine();

const folder = process.argv[2]!;
const parse = { todoSections: ['To Do'] };
const silent = () => {};
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
  exclusions: new Map([[folder, { globs: [], ignoreFiles: true }]]),
  parse,
});
const ms = performance.now() - start;
globalThis.gc?.();
const { heapUsed } = process.memoryUsage();
console.log(JSON.stringify({ ms, notes: workspace.snapshot.notes.size, heapUsed }));
