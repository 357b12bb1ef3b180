import { globSync, readFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildOptions, build as bundle, type Metafile, type Plugin, stop } from 'esbuild';
import { projectRoot } from './paths.ts';
import { slimClient, slimUndici, slimYaml } from './slimBundles.ts';

/** What to build beside the extension, its server and the command line. */
export interface BuildRequest {
  /** Minified, without source maps: what is shipped. */
  readonly production?: boolean;
  /** Also the tests that run inside VS Code. */
  readonly tests?: boolean;
  /** Where to, from the project's root; `dist` by default. */
  readonly outdir?: string;
}

/** Where the tests that run inside VS Code are built: the module with `run()`. */
export const builtTestSuite = join(projectRoot, 'out/test/vscode/index.cjs');

const base = {
  absWorkingDir: projectRoot,
  bundle: true,
  platform: 'node',
  target: 'node22',
  // Several language server packages have an UMD `main`, which cannot be bundled, beside an ESM `module`.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
} satisfies BuildOptions;

/** Licences are in a file of their own, which scripts/packaging/notices.ts makes. */
const production = { minify: true, charset: 'utf8', legalComments: 'none' } satisfies BuildOptions;

/** Bundled CommonJS dependencies call `require`, which an ES module does not have. */
const executableModule = {
  ...base,
  plugins: [slimUndici, slimYaml],
  format: 'esm',
  banner: {
    js: [
      '#!/usr/bin/env node',
      "import { createRequire as createRequireOfBundle } from 'node:module';",
      'const require = createRequireOfBundle(import.meta.url);',
    ].join('\n'),
  },
} satisfies BuildOptions;

/** What the extension imports late is a bundle beside it, so that it is not even compiled before. */
const lateLibrary: Plugin = {
  name: 'late-library',
  setup(build) {
    build.onResolve({ filter: /\/library\.node\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './library.cjs', external: true } : undefined,
    );
  },
};

const client = {
  ...base,
  plugins: [lateLibrary],
  format: 'cjs',
  // Where an extension is loaded, `require` is the way that is known to work.
  supported: { 'dynamic-import': false },
  external: ['vscode'],
  entryPoints: ['client/src/extension.node.ts'],
  outfile: 'extension.cjs',
} satisfies BuildOptions;

const library = {
  ...base,
  plugins: [slimClient],
  format: 'cjs',
  external: ['vscode'],
  entryPoints: ['client/src/library.node.ts'],
  outfile: 'library.cjs',
} satisfies BuildOptions;

const server = {
  ...executableModule,
  entryPoints: ['server/src/platform/node/main.ts'],
  outfile: 'server.js',
} satisfies BuildOptions;

const cli = {
  ...executableModule,
  entryPoints: ['server/src/cli/main.ts'],
  outfile: 'cli.js',
} satisfies BuildOptions;

const web = {
  ...base,
  platform: 'browser',
  target: 'es2023',
  mainFields: ['browser', 'module', 'main'],
} satisfies BuildOptions;

const webClient = {
  ...web,
  plugins: [slimClient],
  format: 'cjs',
  external: ['vscode'],
  entryPoints: ['client/src/extension.browser.ts'],
  outfile: 'extension.browser.js',
} satisfies BuildOptions;

const webServer = {
  ...web,
  plugins: [slimYaml],
  format: 'iife',
  define: { TALK_NOTES_VERSION: JSON.stringify(readVersion()) },
  entryPoints: ['server/src/platform/browser/main.ts'],
  outfile: 'server.browser.js',
} satisfies BuildOptions;

const products = [client, library, server, cli, webClient, webServer];

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/**
 * Builds what `request` asks for; gives what went into the extension, its server and the command line.
 * Rejects, with the errors printed, when a bundle cannot be made.
 */
export async function build(request: BuildRequest = {}): Promise<readonly Metafile[]> {
  const { outdir = 'dist' } = request;
  const mode = request.production ? production : ({ sourcemap: true } satisfies BuildOptions);
  const bundles = products.map((options) => ({ ...options, outfile: join(outdir, options.outfile) }));
  try {
    const tests = request.tests ? bundle({ ...(await testSuite()), ...mode }) : undefined;
    const results = await Promise.all(bundles.map((options) => bundle({ ...options, ...mode, metafile: true })));
    await tests;
    await Promise.all([server, cli].map(({ outfile }) => chmod(join(projectRoot, outdir, outfile), 0o755)));
    return results.map(({ metafile }) => metafile);
  } finally {
    await stop();
  }
}

/** One bundle for each test file, so that Mocha's globals are there before a test file is read. */
async function testSuite(): Promise<BuildOptions> {
  const outdir = 'out/test/vscode';
  await rm(join(projectRoot, outdir), { recursive: true, force: true });
  const tests = globSync('test/vscode/suite/*.test.ts', { cwd: projectRoot });
  return {
    ...base,
    format: 'cjs',
    external: ['vscode', 'mocha'],
    entryPoints: ['test/vscode/suite/index.ts', ...tests].map((file) => ({ in: file, out: basename(file, '.ts') })),
    outdir,
    outExtension: { '.js': '.cjs' },
  };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { production: { type: 'boolean' }, tests: { type: 'boolean' } } });
  try {
    await build(values);
  } catch {
    console.error('The build failed.');
    process.exitCode = 1;
  }
}
