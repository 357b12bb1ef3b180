import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const project = join(import.meta.dirname, '../..');
const biome = join(project, 'node_modules/@biomejs/biome/bin/biome');

/** Lints `sources`, by path, in a project with our rules and nothing else; gives what the linter says of each. */
function lint(sources: ReadonlyMap<string, string>): (path: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'talk-notes-layers-'));
  try {
    cpSync(join(project, 'biome.json'), join(folder, 'biome.json'));
    for (const [path, source] of sources) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${source}\n`);
    }
    const options = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github', '.'];
    const { stdout } = spawnSync(process.execPath, [biome, ...options], { cwd: folder, encoding: 'utf8' });
    return (path) =>
      stdout
        .split('\n')
        .filter((line) => line.includes(path))
        .join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a layer must not do, each with the rule that is to say so. */
const forbidden: readonly (readonly [path: string, source: string, rule: string])[] = [
  ['server/src/core/text/bad.ts', "import '../model/note.ts';", 'noRestrictedImports'],
  ['server/src/core/model/bad.ts', "import '../dialects/dialect.ts';", 'noRestrictedImports'],
  ['server/src/core/dialects/rst/bad.ts', "import '../../index/noteIndex.ts';", 'noRestrictedImports'],
  ['server/src/core/dialects/rst/bad.ts', "import 'node:fs';", 'noRestrictedImports'],
  ['server/src/core/index/bad.ts', "import '../../features/outline.ts';", 'noRestrictedImports'],
  ['server/src/core/index/bad.ts', 'export const now = Date.now();', 'noRestrictedGlobals'],
  ['server/src/features/bad.ts', "import 'vscode-languageserver';", 'noRestrictedImports'],
  ['server/src/features/bad.ts', "import '../workspace/scan.ts';", 'noRestrictedImports'],
  ['server/src/features/bad.ts', "console.log('x');", 'noRestrictedGlobals'],
  ['server/src/workspace/bad.ts', "import '../features/outline.ts';", 'noRestrictedImports'],
  ['server/src/workspace/bad.ts', "import 'node:fs';", 'noRestrictedImports'],
  ['server/src/workspace/bad.ts', "import '../linkcheck/http.ts';", 'noRestrictedImports'],
  ['server/src/linkcheck/bad.ts', "import '../core/index/resolve.ts';", 'noRestrictedImports'],
  ['server/src/linkcheck/bad.ts', "import 'undici';", 'noRestrictedImports'],
  ['server/src/linkcheck/bad.ts', "import 'node:dns';", 'noRestrictedImports'],
  ['server/src/linkcheck/bad.ts', 'setTimeout(() => {}, 1);', 'noRestrictedGlobals'],
  ['server/src/linkcheck/bad.ts', "void fetch('http://a.org');", 'noRestrictedGlobals'],
  ['server/src/lsp/bad.ts', "import '../platform/node/clock.ts';", 'noRestrictedImports'],
  ['server/src/platform/browser/bad.ts', "import 'node:fs';", 'noRestrictedImports'],
  ['server/src/platform/browser/bad.ts', "import '../node/clock.ts';", 'noRestrictedImports'],
  ['client/src/bad.ts', "import '../../server/src/features/outline.ts';", 'noRestrictedImports'],
];

/** What each layer of the server may import, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'core/text': [],
  'core/model': ['core/text'],
  'core/dialects': ['core/text', 'core/model'],
  'core/index': ['core/text', 'core/model', 'core/dialects'],
  features: ['core/text', 'core/model', 'core/dialects', 'core/index'],
  workspace: ['core/text', 'core/model', 'core/dialects', 'core/index'],
  linkcheck: ['core/text', 'core/model'],
  lsp: ['linkcheck', 'core/text', 'core/model', 'core/dialects', 'core/index', 'features', 'workspace'],
  cli: ['linkcheck', 'core/text', 'core/model', 'core/dialects', 'core/index', 'features', 'workspace', 'platform'],
  platform: ['linkcheck', 'core/text', 'core/model', 'core/dialects', 'core/index', 'features', 'workspace', 'lsp'],
};

const sources = join(project, 'server/src');

function layerOf(file: string): string {
  const parts = relative(sources, file).split('/');
  return parts[0] === 'core' ? `core/${parts[1]}` : parts[0]!;
}

/** What the files below `folder` that match `pattern` import: pairs of file and what it names. */
function importsOf(folder: string, pattern: string): readonly (readonly [file: string, target: string])[] {
  const statement = /^(?:import '|(?:import|export|\}).*? from ')([^']+)';$/gm;
  return globSync(pattern, { cwd: folder }).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(statement)].map(([, target]) => [file, target!] as const),
  );
}

describe('the layers', () => {
  const good = 'server/src/features/good.ts';
  let said: (path: string) => string;

  before(() => {
    const bad = forbidden.map(([path, source], index) => [path.replace('bad', `bad${index}`), source] as const);
    said = lint(new Map([...bad, [good, "import '../core/index/resolve.ts';"]]));
  });

  forbidden.forEach(([path, source, rule], index) => {
    it(`do not let ${dirname(path)} say ${source}`, () => {
      assert.match(said(path.replace('bad', `bad${index}`)), new RegExp(rule));
    });
  });

  it('let each import what is below', () => {
    assert.equal(said(good), '');
  });

  it('are kept by every import of the server', () => {
    const files = globSync('**/*.ts', { cwd: sources }).map((name) => join(sources, name));
    assert.ok(files.length > 100, 'the sources were found');
    const wrong: string[] = [];
    for (const file of files) {
      for (const [, target] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
        const from = layerOf(file);
        const to = layerOf(join(dirname(file), target!));
        if (from !== to && !mayImport[from]?.includes(to)) {
          wrong.push(`${relative(sources, file)} -> ${target}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('let core and features use nothing of Node, and of packages only pure ones that Markdown needs', () => {
    const packages = /^core\/dialects\/markdown\/.* (?:github-slugger|yaml|character-entities)$/;
    assert.deepEqual(
      importsOf(sources, '{core,features}/**/*.ts').filter(
        ([file, target]) => !target.startsWith('.') && !packages.test(`${file} ${target}`),
      ),
      [],
    );
  });

  it('let nobody import a program’s entry', () => {
    const entries = /(?:platform\/[a-z]+|cli)\/main\.ts$/;
    assert.deepEqual(
      importsOf(sources, '**/*.ts').filter(([file, target]) => entries.test(join(dirname(file), target))),
      [],
    );
  });

  it('show the client one file of the server', () => {
    const taken = importsOf(join(project, 'client/src'), '**/*.ts').filter(([, target]) => target.includes('server/'));
    assert.ok(taken.length > 0);
    assert.deepEqual(
      taken.filter(([, target]) => !target.endsWith('/server/src/lsp/protocol.ts')),
      [],
    );
  });

  it('leave waiting to those who have the world to wait for', () => {
    const files = globSync('{core,features}/**/*.ts', { cwd: sources });
    const asynchronous = files.filter((file) =>
      readFileSync(join(sources, file), 'utf8')
        .split('\n')
        .some((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line) && /\b(?:async|await|Promise)\b/.test(line)),
    );
    assert.deepEqual(asynchronous, []);
  });

  it('compile core and features without the types of any platform', () => {
    for (const layer of ['core', 'features']) {
      const config = JSON.parse(readFileSync(join(sources, layer, 'tsconfig.json'), 'utf8')) as { extends: string };
      const base = JSON.parse(readFileSync(join(sources, layer, config.extends), 'utf8')) as {
        compilerOptions: { types: string[]; lib: string[] };
      };
      assert.equal('types' in config || 'lib' in config, false);
      assert.deepEqual(base.compilerOptions.types, []);
      assert.deepEqual(base.compilerOptions.lib, ['ES2023']);
    }
  });
});
