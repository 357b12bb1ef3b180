/** `npm run package [-- --out DIR] [--list] [--pictures ADDRESS]`: makes the files that can be installed. Needs no network. */
import { execFile } from 'node:child_process';
import { mkdir, rename, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { type Stages, stage } from './packaging/stage.ts';
import { projectRoot } from './paths.ts';
import { reason } from './support/reason.ts';

/** What `npm run package` makes. */
export interface Packages {
  readonly stages: Stages;
  /** The file to install in VS Code. */
  readonly vsix: string;
  /** The same for VS Code in browsers alone, such as vscode.dev: one file with both would be twice as large. */
  readonly webVsix: string;
  /** The file to install with npm. */
  readonly tarball: string;
}

/** Makes both packages in `folder`, the same bytes for the same sources. */
export async function makePackages(to = join(projectRoot, 'out/packages'), pictures?: string): Promise<Packages> {
  // npm packs from another folder than this one.
  const folder = resolve(to);
  const stages = await stage(join(folder, 'staged'), pictures);
  const vsix = join(folder, 'talk-notes.vsix');
  const webVsix = join(folder, 'talk-notes-web.vsix');
  await packVsix(stages.extension, vsix);
  await packVsix(stages.web, webVsix, 'web');
  return { stages, vsix, webVsix, tarball: await npmPack(stages.npm, folder) };
}

async function packVsix(cwd: string, packagePath: string, target?: string): Promise<void> {
  // Any moment will do, as long as it is always the same.
  process.env.SOURCE_DATE_EPOCH ??= '946684800';
  await createVSIX({
    ...{ cwd, packagePath, ...(target === undefined ? {} : { target }) },
    dependencies: false,
    // Links lead to pages that are packed as well.
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
  });
}

async function npmPack(from: string, to: string): Promise<string> {
  await mkdir(to, { recursive: true });
  const shell = process.platform === 'win32';
  const options = ['pack', '--json', '--ignore-scripts', '--pack-destination', to];
  const { stdout } = await promisify(execFile)('npm', options, { cwd: from, shell });
  const [{ filename }] = JSON.parse(stdout) as [{ readonly filename: string }];
  const tarball = join(to, 'talk-notes.tgz');
  await rename(join(to, filename), tarball);
  return tarball;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, list: { type: 'boolean' }, pictures: { type: 'string' } },
  });
  try {
    const { vsix, webVsix, tarball, stages } = await makePackages(values.out, values.pictures);
    for (const file of [vsix, webVsix, tarball])
      console.log(`${file}: ${Math.round((await stat(file)).size / 1000)} kB`);
    console.log(`${stages.bundled.length} packages are bundled${values.list ? ':' : '; --list names them.'}`);
    for (const { name, version, licence, size } of values.list ? stages.bundled : []) {
      console.log(`  ${name} ${version}, ${licence}, ${(size / 1000).toFixed(1)} kB`);
    }
  } catch (error) {
    console.error(`Nothing was packed: ${reason(error)}`);
    process.exitCode = 1;
  }
}
