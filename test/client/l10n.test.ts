/** Every text that VS Code shows is there in every language that there is. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localizedManifest, manifestTexts } from '../../scripts/packaging/localizedManifest.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readJson = (path: string): Record<string, string> => JSON.parse(read(path)) as Record<string, string>;

const quoted = /'((?:[^'\\]|\\.)*)'|`([^`$]*)`/;
const unquoted = (parts: readonly (string | undefined)[]) => (parts[0] ?? parts[1])!.replace(/\\(.)/g, '$1');
/** Texts in calls of `name`, as the program sees them. */
const textsOf = (name: string, files: string): string[] =>
  globSync(files, { cwd: root })
    .map(read)
    .flatMap((source) => [...source.matchAll(new RegExp(`\\b${name}\\(\\s*(?:${quoted.source})`, 'g'))])
    .map(([, ...parts]) => unquoted(parts));
/** Values of tables whose texts `say` is given later; keys stand before a colon. */
const tabled = globSync('server/src/**/*.ts', { cwd: root })
  .map(read)
  .flatMap((source) => [...source.matchAll(/\bsayable\(([[{][^;]*?[\]}])( as const)?\);/g)])
  .flatMap(([, table]) => [...table!.matchAll(new RegExp(`(icon\\w*: )?(?:${quoted.source})(:?)`, 'gi'))])
  .filter(([, icon, , , colon]) => icon === undefined && colon === '')
  .map(([, , ...parts]) => unquoted(parts));
const texts = new Set([
  ...textsOf('l10n\\s*\\.t', 'client/src/**/*.ts'),
  ...textsOf('say', 'server/src/**/*.ts'),
  ...textsOf('sayable', 'server/src/**/*.ts'),
  ...tabled,
]);
const bundles = globSync('l10n/bundle.l10n*.json', { cwd: root });
const wanted = manifestTexts(JSON.parse(read('package.json')) as Record<string, unknown>);
const manifests = globSync('l10n/manifest.*.json', { cwd: root });

describe('texts in other languages', () => {
  it('has bundles to look at', () => {
    assert.ok(bundles.includes('l10n/bundle.l10n.json') && bundles.includes('l10n/bundle.l10n.de.json'));
    assert.ok(texts.size > 200 && tabled.length > 40);
    for (const one of ['There is no to-do here.', 'The page was not found', 'This week', 'Slides', 'Moved']) {
      assert.ok(texts.has(one), one);
    }
  });

  for (const bundle of bundles) {
    it(`${bundle} has every text, and no other`, () => {
      assert.deepEqual(Object.keys(readJson(bundle)).toSorted(), [...texts].toSorted());
    });

    it(`${bundle} keeps what is filled in`, () => {
      for (const [text, translated] of Object.entries(readJson(bundle))) {
        const places = (of: string) => (of.match(/\{\d\}/g) ?? []).toSorted();
        assert.deepEqual(places(translated), places(text), text);
        assert.notEqual(translated.trim(), '');
      }
    });
  }

  for (const table of manifests) {
    it(`${table} has every text of package.json, and no other`, () => {
      assert.deepEqual(Object.keys(readJson(table)).toSorted(), wanted.toSorted());
    });

    it(`${table} keeps commands and code`, () => {
      for (const [text, translated] of Object.entries(readJson(table))) {
        const parts = (of: string) => (of.match(/\(command:[^)]*\)|`[^`: ]+`/g) ?? []).toSorted();
        assert.deepEqual(parts(translated), parts(text), text);
      }
    });
  }

  it('packs a manifest whose keys all languages have', () => {
    const table = readJson('l10n/manifest.de.json');
    const source = JSON.parse(read('package.json')) as Record<string, unknown>;
    const { manifest, bundles } = localizedManifest(source, new Map([['de', table]]));
    const keys = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!);
    assert.ok(keys.length > 100);
    assert.deepEqual([...bundles.keys()], ['package.nls.json', 'package.nls.de.json']);
    for (const bundle of bundles.values()) {
      assert.deepEqual(Object.keys(bundle).toSorted(), [...new Set(keys)].toSorted());
    }
    const [english, german] = [...bundles.values()];
    const goTo = Object.keys(english!).find((key) => english![key] === 'Go to Talk…')!;
    assert.equal(german![goTo], 'Gehe zu Vortrag…');
    assert.equal(
      (manifest.contributes as { languages: unknown }).languages,
      (source.contributes as { languages: unknown }).languages,
    );
  });

  it('leaves English to be English', () => {
    for (const [text, same] of Object.entries(readJson('l10n/bundle.l10n.json'))) assert.equal(same, text);
  });
});
