/** Which npm packages are inside of bundles, under which licences. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { projectRoot } from '../paths.ts';

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As SPDX names it. */
  readonly licence: string;
  /** The text of its licence, and notices where it has any. */
  readonly text: string;
  /** Bytes of it in all bundles together. */
  readonly size: number;
}

const licenceFile = /^(?:licen[cs]e|copying|notice|thirdpartynotices)(?:[.-].*)?$/i;

/** The packages that have at least a byte in one of these bundles, sorted by name. */
export function bundledPackages(bundles: readonly Metafile[]): readonly BundledPackage[] {
  const sizes = new Map<string, number>();
  for (const output of bundles.flatMap(({ outputs }) => Object.values(outputs))) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = packageFolder(input);
      if (folder !== undefined && bytesInOutput > 0) sizes.set(folder, (sizes.get(folder) ?? 0) + bytesInOutput);
    }
  }
  return [...sizes].map(([folder, size]) => readPackage(folder, size)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The innermost package that a bundled file is of. */
function packageFolder(input: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];
}

function readPackage(folder: string, size: number): BundledPackage {
  const path = join(projectRoot, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const files = readdirSync(path)
    .filter((file) => licenceFile.test(file))
    .sort();
  const text = files.map((file) => readFileSync(join(path, file), 'utf8').trim()).join('\n\n');
  return { name, version, licence: license ?? 'unknown', text, size };
}
