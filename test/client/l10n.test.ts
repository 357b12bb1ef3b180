/** Every text that VS Code shows is there in every language that there is. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readJson = (path: string): Record<string, string> => JSON.parse(read(path)) as Record<string, string>;

/** Texts in `l10n.t('…')`, as the program sees them. */
const texts = new Set(
  globSync('client/src/**/*.ts', { cwd: root })
    .map(read)
    .flatMap((source) => [...source.matchAll(/\bl10n\s*\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|`([^`$]*)`)/g)])
    .map(([, quoted, template]) => (quoted ?? template)!.replace(/\\(.)/g, '$1')),
);
const bundles = globSync('l10n/bundle.l10n*.json', { cwd: root });
const manifestTexts = [...read('package.json').matchAll(/"%([\w.…-]+)%"/g)].map(([, key]) => key!);
const manifestBundles = globSync('package.nls*.json', { cwd: root });

describe('texts in other languages', () => {
  it('has bundles to look at', () => {
    assert.ok(bundles.includes('l10n/bundle.l10n.json') && bundles.includes('l10n/bundle.l10n.de.json'));
    assert.ok(texts.size > 40);
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

  for (const bundle of manifestBundles) {
    it(`${bundle} has every text of package.json, and no other`, () => {
      assert.deepEqual(Object.keys(readJson(bundle)).toSorted(), [...new Set(manifestTexts)].toSorted());
    });
  }

  it('leaves English to be English', () => {
    for (const [text, same] of Object.entries(readJson('l10n/bundle.l10n.json'))) assert.equal(same, text);
  });
});
