/** Holds package.json to the code: what users can set and run is what there is. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialects } from '../../server/src/core/dialects/registry.ts';
import { readSettings } from '../../server/src/lsp/settings.ts';

const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(read('package.json')) as Manifest;
const { contributes } = manifest;
const settings = Object.assign({}, ...contributes.configuration.map((group) => group.properties)) as Record<
  string,
  Setting
>;
/** The client's list. It cannot be imported here: the module needs VS Code. */
const languages = [...read('client/src/noteLanguages.ts').matchAll(/'([a-z]+)'(?=, |\] as const)/g)].map(
  ([, id]) => id!,
);
const clientSource = globSync('client/src/**/*.ts', { cwd: root }).map(read).join('\n');

interface Setting {
  readonly default: unknown;
  readonly markdownDescription?: string;
  readonly properties?: Record<string, { readonly enum: readonly string[] }>;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { command: string; category: string; icon?: string }[];
    readonly menus: Record<string, readonly { command: string; when?: string }[]>;
    readonly views: Record<string, readonly { id: string; icon: string }[]>;
    readonly configuration: readonly { properties: Record<string, Setting> }[];
    readonly walkthroughs: readonly {
      steps: readonly { description: string; media: { markdown: string } }[];
    }[];
    readonly keybindings?: unknown;
  };
}

describe('package.json', () => {
  it('gives every setting the default that the server takes by itself', () => {
    const ofServer = Object.entries(settings).filter(([name]) => !clientOnly.has(name));
    const nested: Record<string, unknown> = {};
    for (const [name, setting] of ofServer) nested[name.replace('talkNotes.', '')] = setting.default;
    assert.deepEqual(readSettings(nested), readSettings({}));
  });

  it('has no setting that neither server nor client reads', () => {
    const source = clientSource + read('server/src/lsp/settings.ts') + read('server/src/lsp/web/webSettings.ts');
    const unread = Object.keys(settings).filter((name) => {
      const key = name.replace('talkNotes.', '');
      return !source.includes(`'${key}'`) && !source.includes(`'${key.split('.').at(-1)}'`) && !readByLibrary.has(name);
    });
    assert.deepEqual(unread, []);
  });

  it('names a severity setting for every finding code, and for no other', () => {
    const sources = globSync('server/src/**/*.ts', { cwd: root }).map(read).join('\n');
    const codes = [...sources.matchAll(/'((?:link|target|heading|web)\.[a-z-]+)'/g)].map(([, code]) => code!);
    const named = Object.keys(settings['talkNotes.findings']!.properties!);
    assert.deepEqual(named.toSorted(), [...new Set(codes)].toSorted());
  });

  it('contributes the commands that the client registers', () => {
    for (const { command, category } of contributes.commands) {
      assert.ok(clientSource.includes(`'${command}'`), command);
      assert.equal(category, 'Talk Notes');
    }
  });

  it('has no menu entry for a command that it does not contribute', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const entries = Object.values(contributes.menus).flat();
    assert.deepEqual(
      entries.filter(({ command }) => !known.has(command)),
      [],
    );
  });

  it('shows nothing in editors and rows that are not ours', () => {
    for (const menu of ['editor/context', 'view/title', 'view/item/context']) {
      for (const { when } of contributes.menus[menu]!)
        assert.match(when ?? '', /editorLangId in talkNotes\.noteLanguages|view == talkNotes\./);
    }
  });

  it('takes no key and starts for notes only', () => {
    assert.equal(contributes.keybindings, undefined);
    assert.deepEqual(
      manifest.activationEvents,
      languages.map((language) => `onLanguage:${language}`),
    );
  });

  it('names no language where the list of all languages of notes is meant', () => {
    const clauses = Object.values(contributes.menus)
      .flat()
      .flatMap(({ when }) => when ?? []);
    assert.deepEqual(
      clauses.filter((when) => /LangId (?:==|=~)/.test(when)),
      [],
    );
    assert.deepEqual(
      languages,
      dialects.flatMap(({ languageIds }) => languageIds),
    );
  });

  it('leads through steps whose pages and commands exist', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    assert.equal(steps.length, 5);
    for (const { description, media } of steps) {
      assert.ok(existsSync(join(root, media.markdown)), media.markdown);
      for (const [, command] of description.matchAll(/\(command:(talkNotes\.[\w.]+)\)/g)) {
        assert.ok(known.has(command!) || /^talkNotes\.\w+\.focus$/.test(command!), command);
      }
    }
  });

  it('names icons that exist', () => {
    const icons = Object.values(contributes.views)
      .flat()
      .map(({ icon }) => icon);
    assert.deepEqual(
      icons.filter((icon) => !icon.startsWith('$(') && !existsSync(join(root, icon))),
      [],
    );
  });
});

/** Settings that the server has no use for. */
const clientOnly = new Set([
  'talkNotes.talks.followCursor',
  'talkNotes.annotations.author',
  'talkNotes.links.paste',
  'talkNotes.markdown.builtIn',
  'talkNotes.trace.server',
]);

/** `vscode-languageclient` reads it. */
const readByLibrary = new Set(['talkNotes.trace.server']);

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
