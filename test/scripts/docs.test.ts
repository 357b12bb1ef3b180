/** Holds the documentation to what is there: nothing undocumented, nothing documented that does not exist. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defaultSeverities } from '../../server/src/features/findings.ts';
import * as protocol from '../../server/src/lsp/protocol.ts';
import { runCli } from '../cli/runCli.ts';

const root = join(import.meta.dirname, '../..');

interface Setting {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly default: unknown;
}

interface Manifest {
  readonly contributes: {
    readonly commands?: readonly { command: string; title: string; category?: string }[];
    readonly configuration: readonly { readonly properties: Record<string, Setting> }[];
  };
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const settings: Readonly<Record<string, Setting>> = Object.assign(
  {},
  ...manifest.contributes.configuration.map(({ properties }) => properties),
);
const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...globSync('docs/**/*.md', { cwd: root }),
];

describe('documentation', () => {
  it('has no finding of our own', async () => {
    const { code, out } = await runCli(root, [
      'check',
      'docs',
      ...pages.filter((page) => !page.includes('/')),
      'SECURITY.md',
    ]);
    assert.equal(code, 0, out);
  });

  it('says of each setting what can be set and what it is otherwise', () => {
    const text = read('docs/settings.md');
    const wrong = Object.entries(settings).flatMap(([name, setting]) => {
      const lead = leadOf(setting);
      return lead === undefined || text.includes(`### \`${name}\`\n\n${lead}`) ? [] : [`${name}: ${lead}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('has every command and option of the command line, and no other', async () => {
    const text = read('docs/cli.md');
    const commands = matches((await runCli(root, ['--help'])).out, /^ {2}([a-z]+) \[options\]/gm);
    assert.ok(commands.length > 3);
    const options = new Set<string>();
    for (const command of commands) {
      const { out } = await runCli(root, [command, '--help']);
      for (const option of matches(out, /^ {2}(?:-\w, )?(--[a-z-]+)/gm)) options.add(option);
    }
    const missing = [...commands, ...options].filter((word) => !text.includes(word));
    assert.deepEqual(missing, []);
    const documented = new Set(matches(text, /`[^`\n]*?(--[a-z][a-z-]+)/g));
    assert.deepEqual(
      [...documented].filter((option) => !options.has(option) && option !== '--help'),
      [],
    );
    // The command line is started for each of its commands.
  }).timeout(90_000);

  it('has an entry for every setting, and for no other', () => {
    const names = Object.keys(settings);
    const documented = matches(read('docs/settings.md'), /^### `(talkNotes\.[\w.]+)`$/gm);
    assert.deepEqual(documented.toSorted(), names.toSorted());
    assert.ok(documented.length > 0);
  });

  it('names every command as the Command Palette does', () => {
    const guide = read('docs/index.md');
    const commands = manifest.contributes.commands ?? [];
    const missing = commands.filter(({ title }) => !guide.includes(title)).map(({ command }) => command);
    assert.deepEqual(missing, []);
    assert.ok(commands.length > 0);
    const rows = matches(guide, /^\| ([^|]*[^| ]) +\|/gm);
    assert.deepEqual(rows, [...new Set(rows)]);
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

  it('says of each finding why it matters, how to mend it and how to silence it', () => {
    const wanted = ['## Why it matters', '## How to mend it', '## How to silence it'];
    const incomplete = readdirSync(join(root, 'docs/findings')).filter((file) => {
      const lines = read(`docs/findings/${file}`).split('\n');
      return lines[0] !== `# ${file.replace(/\.md$/, '')}` || !wanted.every((title) => lines.includes(title));
    });
    assert.deepEqual(incomplete, []);
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

/** How the section about a setting starts; `undefined` where a sentence has to say it. */
function leadOf({ type, enum: choices, default: otherwise }: Setting): string | undefined {
  const shown = Array.isArray(otherwise) ? otherwise.map((item) => `\`${item}\``).join(', ') : `\`${otherwise}\``;
  const value = otherwise === '' || shown === '' ? 'empty' : shown;
  if (choices !== undefined) {
    const names = choices.map((choice) => `\`${choice}\``);
    return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}, ${value}.`;
  }
  const leads: Readonly<Record<string, string>> = {
    boolean: `Yes or no, ${otherwise === true ? 'yes' : 'no'}.`,
    integer: `Number, ${value}.`,
    number: `Number, ${value}.`,
    string: `Text, ${value}.`,
    array: `List, ${value}.`,
  };
  return leads[type];
}

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
