/** A process of its own that only reads the notes of a folder: the floor under any index. Prints milliseconds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const start = performance.now();
let characters = 0;
const waiting = [process.argv[2]!];
for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    if (item.isDirectory()) {
      waiting.push(join(folder, item.name));
    } else if (item.name.endsWith('.rst')) {
      characters += readFileSync(join(folder, item.name), 'utf8').length;
    }
  }
}
console.log(JSON.stringify({ ms: performance.now() - start, characters }));
