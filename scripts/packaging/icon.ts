/** The icon of the gallery, which takes no SVG. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { projectRoot } from '../paths.ts';

let ready: Promise<void> | undefined;

/** `media/icon.svg` as PNG, 128 pixels wide. The same bytes each time. */
export async function iconAsPng(): Promise<Uint8Array> {
  const module = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  // It may be initialized once in a process only.
  ready ??= readFile(module).then((bytes) => initWasm(bytes));
  await ready;
  const svg = await readFile(join(projectRoot, 'media/icon.svg'), 'utf8');
  return new Resvg(svg, { fitTo: { mode: 'width', value: 128 } }).render().asPng();
}
