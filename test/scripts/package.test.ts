/** What is packed: nothing missing, nothing extra, small, lawful, and the same bytes each time. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { licenceComplaints } from '../../scripts/packaging/notices.ts';
import { packedReadme } from '../../scripts/packaging/packedReadme.ts';
import { LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';
import { zippedNames } from '../support/zippedNames.ts';

const root = join(import.meta.dirname, '../..');

/** The files that are installed in VS Code, and the bundles that are in them. */
const extensions = [
  ['extension', 'talk-notes.vsix', ['extension.cjs', 'library.cjs', 'server.js']],
  ['web', 'talk-notes-web.vsix', ['extension.browser.js', 'server.browser.js']],
] as const;

describe('npm run package', function () {
  this.timeout(60_000);
  const workspace = new TempWorkspace();
  const packages = join(workspace.folder, 'packages');
  const extension = join(packages, 'staged/extension');
  const npm = join(packages, 'staged/npm');
  const home = join(workspace.folder, 'somewhere else');

  before(() => pack(packages));

  after(() => workspace.dispose());

  for (const [stage, file, bundles] of extensions) {
    it(`puts into ${file} what it needs, and nothing else`, () => {
      const names = zippedNames(readFileSync(join(packages, file))).filter((name) => name.startsWith('extension/'));
      const others = names.filter(
        (name) =>
          !/^extension\/(?:(?:docs|syntaxes|l10n|media|samples)\/|package\.nls(?:\.[a-z-]+)?\.json$)/.test(name),
      );
      const plain = [
        ...['LICENSE.txt', 'SECURITY.md', 'THIRD-PARTY-NOTICES.txt'],
        ...['changelog.md', 'package.json', 'readme.md'],
      ];
      const expected = [...plain, ...bundles.map((name) => `dist/${name}`)];
      assert.deepEqual(others.toSorted(), expected.map((name) => `extension/${name}`).toSorted());
      assert.ok(names.includes('extension/media/icon.png'));
      assert.deepEqual(
        names.filter((name) => /^extension\/(docs|l10n|syntaxes)\//.test(name) && !/\.(md|json|png)$/.test(name)),
        [],
      );
    });

    it(`keeps ${file} below 500 kB, minified, without source maps`, () => {
      const { size } = statSync(join(packages, file));
      assert.ok(size < 500_000, `${size} bytes`);
      for (const bundle of bundles) {
        const text = readFileSync(join(packages, 'staged', stage, 'dist', bundle), 'utf8');
        assert.doesNotMatch(text, /sourceMappingURL/, bundle);
        assert.ok(text.length / text.split('\n').length > 1000, `${bundle} is minified`);
        // A worker has no `module`: what is left out of a bundle must not be left out as CommonJS in the midst of ES modules.
        if (bundle === 'server.browser.js') assert.doesNotMatch(text, /\bmodule\.exports\b/);
      }
    });

    it(`has in ${file} what its manifest names`, () => {
      const folder = join(packages, 'staged', stage);
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const { main, browser, icon, contributes } = manifest;
      const grammars = contributes.grammars.map(({ path }: { path: string }) => path);
      const named = [main ?? browser, icon, ...grammars];
      assert.deepEqual(
        named.filter((name) => !existsSync(join(folder, name))),
        [],
      );
      assert.equal(main === undefined, stage === 'web');
      assert.equal(manifest.devDependencies, undefined);
      assert.equal(manifest.scripts, undefined);
    });
  }

  it('leaves no path of this machine in it', () => {
    const files = globSync('**/*.{js,cjs,json,md,txt}', { cwd: join(packages, 'staged') });
    assert.ok(files.length > 20);
    assert.deepEqual(
      files.filter((file) => readFileSync(join(packages, 'staged', file), 'utf8').includes(root)),
      [],
    );
  });

  it('has an icon of the size that the gallery wants', () => {
    const png = readFileSync(join(extension, 'media/icon.png'));
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [128, 128]);
  });

  it('has the notice of every package that is bundled', () => {
    const notices = readFileSync(join(extension, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['vscode-languageclient', 'vscode-jsonrpc', 'picomatch']) {
      assert.match(notices, new RegExp(`^${name} [\\d.]+ \\(\\S+\\)$`, 'm'));
    }
    assert.match(notices, /Permission is hereby granted/);
  });

  it('has no dead link in its README', () => {
    const readme = readFileSync(join(npm, 'README.md'), 'utf8');
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, link]) => link!);
    assert.ok(links.length > 0);
    assert.deepEqual(
      links.filter((link) => !existsSync(join(npm, link))),
      [],
    );
  });

  it('makes the same bytes each time', () => {
    const again = join(workspace.folder, 'again');
    // A folder may be named from where one is.
    pack(relative(process.cwd(), again));
    for (const file of ['talk-notes.vsix', 'talk-notes-web.vsix', 'talk-notes.tgz']) {
      assert.equal(digest(join(again, file)), digest(join(packages, file)), file);
    }
  });

  it('makes an npm package whose programs run where nothing else is', async () => {
    const tarball = join(packages, 'talk-notes.tgz');
    const options = ['--prefix', home, '--offline', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', ['install', ...options, tarball], { stdio: 'pipe', shell: process.platform === 'win32' });
    const installed = join(home, 'node_modules/talk-notes');
    assert.deepEqual(
      globSync('node_modules/*/package.json', { cwd: home }).map((file) => dirname(file)),
      ['node_modules/talk-notes'],
    );
    const { version, bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    const run = (name: string, ...args: string[]) =>
      execFileSync(process.execPath, [join(installed, bin[name]), ...args], { cwd: home, encoding: 'utf8' });
    assert.equal(run('talk-notes', '--version').trim(), version);
    assert.equal(run('talk-notes-server', '--version').trim(), version);
    workspace.write('note.rst', 'Harbour Days\n============\n\n- [ ] slides\n');
    assert.match(run('talk-notes', 'todos', join(workspace.folder, 'note.rst')), /note\.rst:4:.*slides/);
    // Of the library that reads YAML a part is bundled: each of these values needs more than a pattern.
    const yaml = [
      'event: >-',
      '  Harbour',
      '  Days',
      'speakers:',
      '  - &ada "Ada \\u0042."',
      '  - *ada',
      '  - {name: Grace}',
    ];
    workspace.write('talk.md', `---\n${yaml.join('\n')}\n---\n# Harbour Days\n\n## Locks\n`);
    const talk = JSON.parse(run('talk-notes', 'talks', '--json', join(workspace.folder, 'talk.md')));
    assert.deepEqual([talk.event, talk.speakers], ['Harbour Days', ['Ada B.', 'Grace']]);
    const client = await LspClient.start({ main: join(installed, bin['talk-notes-server']) });
    assert.equal(client.result?.serverInfo?.version, version);
    assert.equal(await client.stop(), 0);
  });
});

describe('a licence', () => {
  const fine = { name: 'a', version: '1', licence: 'MIT', text: 'May be used.', size: 1 };

  it('is complained about where it is unknown, or its text is missing', () => {
    assert.deepEqual(licenceComplaints([fine]), []);
    assert.equal(licenceComplaints([{ ...fine, licence: 'GPL-3.0-only' }]).length, 1);
    assert.equal(licenceComplaints([{ ...fine, text: '' }]).length, 1);
  });
});

describe('the packed README', () => {
  const readme = 'A\n<!-- checkout -->\nB\n<!-- /checkout -->\nC\n<!-- picture: talks.png Some talks -->\n';

  it('leaves out what is about a checkout', () => {
    assert.equal(packedReadme(readme), 'A\nC\n<!-- picture: talks.png Some talks -->\n');
  });

  it('has pictures where they are published', () => {
    const pictures = 'https://example.org/p';
    assert.equal(packedReadme(readme, pictures), 'A\nC\n![Some talks](https://example.org/p/talks.png)\n');
  });
});

function pack(to: string): void {
  execFileSync(process.execPath, [join(root, 'scripts/package.ts'), '--out', to], { stdio: 'pipe' });
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
