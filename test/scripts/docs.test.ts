/** Holds the documentation to what is there: nothing undocumented, nothing documented that does not exist. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defaultSeverities } from '../../server/src/features/findings.ts';
import * as protocol from '../../server/src/lsp/protocol.ts';

const root = join(import.meta.dirname, '../..');

interface Manifest {
  readonly contributes: {
    readonly commands?: readonly { command: string; title: string; category?: string }[];
    readonly configuration?: readonly { readonly properties: Record<string, unknown> }[];
  };
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...globSync('docs/**/*.md', { cwd: root }),
];

describe('documentation', () => {
  it('has an entry for every setting, and for no other', () => {
    const settings = (manifest.contributes.configuration ?? []).flatMap(({ properties }) => Object.keys(properties));
    const documented = matches(read('docs/settings.md'), /^### `(talkNotes\.[\w.]+)`$/gm);
    assert.deepEqual(documented.toSorted(), settings.toSorted());
    assert.ok(documented.length > 0);
  });

  it('names every command as the Command Palette does', () => {
    const guide = read('docs/index.md');
    const commands = manifest.contributes.commands ?? [];
    const missing = commands.filter(({ title }) => !guide.includes(title)).map(({ command }) => command);
    assert.deepEqual(missing, []);
    assert.ok(commands.length > 0);
  });

  it('has a page for every finding code, and for no other', () => {
    const documented = readdirSync(join(root, 'docs/findings')).map((file) => file.replace(/\.md$/, ''));
    assert.deepEqual(documented.toSorted(), Object.keys(defaultSeverities).toSorted());
    const table = read('docs/links.md');
    assert.deepEqual(
      documented.filter((code) => !table.includes(`(findings/${code}.md)`)),
      [],
    );
  });

  it('says how serious each finding is', () => {
    const table = read('docs/settings.md').replaceAll(/ +/g, ' ');
    const wrong = Object.entries(defaultSeverities).filter(
      ([code, severity]) => !table.includes(`| [\`${code}\`](findings/${code}.md) | ${severity} |`),
    );
    assert.deepEqual(wrong, []);
  });

  it('has every method of the protocol, and no other', () => {
    const methods = Object.values(protocol).map(({ method }) => method);
    const documented = matches(read('docs/lsp-extensions.md'), /`(talkNotes\/[\w/]+)`/g);
    assert.deepEqual([...new Set(documented)].toSorted(), methods.toSorted());
  });

  it('links to files and headings that exist', () => {
    const broken = pages.flatMap((page) => brokenLinks(page).map((link) => `${page}: ${link}`));
    assert.deepEqual(broken, []);
  });

  it('holds no path of one machine and no host of a registry', () => {
    const suspicious = /(?<![\w.])\/(?:home|work|root|Users)\/|registry\.npmjs|https?:\/\/localhost/;
    assert.deepEqual(
      pages.filter((page) => suspicious.test(read(page))),
      [],
    );
  });
});

describe('ARCHITECTURE.md', () => {
  const text = read('ARCHITECTURE.md');

  it('names every top folder', () => {
    const ignored = new Set(
      read('.gitignore')
        .split('\n')
        .map((line) => line.replace(/\/$/, '')),
    );
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((item) => item.isDirectory() && item.name !== '.git' && !ignored.has(item.name))
      .map((item) => item.name);
    assert.deepEqual(
      folders.filter((name) => !text.includes(`\`${name}/`)),
      [],
    );
  });

  it('names every part of the server and of the client', () => {
    const folders = [...globSync('server/src/{*,core/*}/', { cwd: root }), ...globSync('client/src/*/', { cwd: root })];
    const parts = folders.map((folder) => `${folder.replace(/^server\/src\//, '').replace(/\/$/, '')}/`);
    assert.ok(parts.length > 0);
    assert.deepEqual(
      parts.filter((part) => !text.includes(part)),
      [],
    );
  });

  it('has at most 150 lines', () => {
    assert.ok(text.trimEnd().split('\n').length <= 150);
  });
});

/** Links of a page that lead nowhere within the project. */
function brokenLinks(page: string): string[] {
  const text = read(page)
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .replaceAll(/`[^`\n]*`/g, '');
  return matches(text, /\]\(([^)\s]+)\)/g).filter((link) => {
    const [path = '', fragment] = link.split('#');
    const target = path === '' ? page : join(dirname(page), path);
    if (/^https?:/.test(link)) {
      return false;
    }
    return !existsSync(join(root, target)) || (fragment !== undefined && !slugs(read(target)).includes(fragment));
  });
}

function slugs(text: string): string[] {
  return matches(text, /^#+ (.+)$/gm).map((title) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1]!);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
