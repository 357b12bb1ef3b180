/** The version of the package that this file was installed with. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Looks for the package's manifest in `folder` and above: sources and bundles lie at different depths. */
export function packageVersion(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) {
    const { version }: { version?: string } = JSON.parse(readFileSync(manifest, 'utf8'));
    return version ?? 'unknown';
  }
  return folder === dirname(folder) ? 'unknown' : packageVersion(dirname(folder));
}
