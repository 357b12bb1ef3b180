/** Lays out what is packed, and nothing else, in folders of its own. */
import { existsSync, globSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Metafile } from 'esbuild';
import { build } from '../build.ts';
import { projectRoot } from '../paths.ts';
import { type BundledPackage, bundledPackages } from './bundledPackages.ts';
import { iconAsPng } from './icon.ts';
import { localizedManifest, type Texts } from './localizedManifest.ts';
import { licenceComplaints, notices } from './notices.ts';
import { packedReadme, withoutDeadLinks } from './packedReadme.ts';

type Manifest = Readonly<Record<string, unknown>>;

/**
 * What is made of the project: the extension for VS Code, the one for VS Code in browsers alone, and the npm package with
 * the server and the command line.
 */
export interface Stages {
  readonly extension: string;
  readonly web: string;
  readonly npm: string;
  readonly bundled: readonly BundledPackage[];
}

const shared = ['CHANGELOG.md', 'LICENSE', 'SECURITY.md', 'docs'];
/** Those that match: not all are there at all times. `icon.svg` is drawn as PNG. */
const extensionFiles = [...shared, 'syntaxes', 'media/!(icon.svg)', 'l10n/bundle.l10n.*.json', 'samples'];
/** Pages for those who use the server or the command line without VS Code. */
const pagesOfOthers = ['cli.md', 'ci.md', 'lsp-extensions.md', 'other-editors.md', 'peers.md'];
const bundlesOfExtension = ['extension.cjs', 'library.cjs', 'server.js'];
const bundlesOfWeb = ['extension.browser.js', 'server.browser.js'];
const bundlesOfNpm = ['server.js', 'cli.js'];

/** For those who work on the project, or who only read the manifest of a checkout. */
const ownKeys = new Set(['private', 'scripts', 'devDependencies', 'allowScripts', 'overrides']);
const extensionKeys = new Set(['main', 'browser', 'contributes', 'activationEvents', 'capabilities', 'extensionKind']);
const galleryKeys = new Set(['publisher', 'displayName', 'icon', 'galleryBanner', 'categories', 'qna', 'pricing']);

/**
 * Builds for production and lays the packages out below `folder`, which is emptied before. `pictures`: the address below which
 * README's pictures are published.
 */
export async function stage(folder: string, pictures?: string): Promise<Stages> {
  await rm(folder, { recursive: true, force: true });
  const dist = join(folder, 'dist');
  const metafiles = await build({ production: true, outdir: relative(projectRoot, dist) });
  const bundled = checkedPackages(metafiles);
  const manifest = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as Manifest;
  const extension = join(folder, 'extension');
  await layExtension(extension, bundlesOfExtension, dist, without(manifest, new Set(['browser'])));
  const web = join(folder, 'web');
  // The browser's extension host takes no ES modules.
  await layExtension(web, bundlesOfWeb, dist, without(manifest, new Set(['main', 'extensionKind', 'type'])));
  const npm = join(folder, 'npm');
  await lay(npm, shared, bundlesOfNpm, dist);
  const { engines, ...rest } = without(manifest, ownKeys, extensionKeys, galleryKeys);
  await writeManifest(npm, { ...rest, engines: { node: '>=20.19' } });
  const readme = await readFile(join(projectRoot, 'README.md'), 'utf8');
  for (const packed of [extension, web, npm]) {
    await write(packed, 'THIRD-PARTY-NOTICES.txt', notices(bundled));
    const has = (path: string) => existsSync(join(packed, path));
    await write(packed, 'README.md', withoutDeadLinks(packedReadme(readme, pictures), has));
  }
  return { extension, web, npm, bundled };
}

async function layExtension(to: string, bundles: readonly string[], dist: string, manifest: Manifest): Promise<void> {
  await lay(to, extensionFiles, bundles, dist);
  for (const page of pagesOfOthers) await rm(join(to, 'docs', page), { force: true });
  await write(to, 'media/icon.png', await iconAsPng());
  const { manifest: keyed, bundles: texts } = localizedManifest(
    without(manifest, ownKeys, new Set(['bin'])),
    await languages(),
  );
  await writeManifest(to, keyed);
  for (const [file, own] of texts) await write(to, file, `${JSON.stringify(own, undefined, 2)}\n`);
  // The packer wants to be sure that everything in there is meant to be.
  await write(to, '.vscodeignore', '');
}

/** The tables from English to other languages, by language. */
async function languages(): Promise<ReadonlyMap<string, Texts>> {
  const tables = new Map<string, Texts>();
  for (const file of globSync('l10n/manifest.*.json', { cwd: projectRoot })) {
    const language = file.split('.').at(-2)!;
    tables.set(language, JSON.parse(await readFile(join(projectRoot, file), 'utf8')) as Texts);
  }
  return tables;
}

function checkedPackages(metafiles: readonly Metafile[]): readonly BundledPackage[] {
  const bundled = bundledPackages(metafiles);
  const complaints = licenceComplaints(bundled);
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  return bundled;
}

async function lay(to: string, files: readonly string[], bundles: readonly string[], dist: string): Promise<void> {
  const found = files.flatMap((pattern) => globSync(pattern, { cwd: projectRoot }));
  for (const file of found) await cp(join(projectRoot, file), join(to, file), { recursive: true });
  for (const bundle of bundles) await cp(join(dist, bundle), join(to, 'dist', bundle));
}

function writeManifest(to: string, manifest: Manifest): Promise<void> {
  return write(to, 'package.json', `${JSON.stringify(manifest)}\n`);
}

async function write(to: string, file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(to, file)), { recursive: true });
  await writeFile(join(to, file), content);
}

function without(manifest: Manifest, ...keys: readonly ReadonlySet<string>[]): Manifest {
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => !keys.some((set) => set.has(key))));
}
