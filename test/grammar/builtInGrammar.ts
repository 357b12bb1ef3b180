/**
 * Where VS Code's own grammar of reStructuredText lies, when the real-VS-Code tests have put a VS Code into the cache.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const cache = join(import.meta.dirname, '../../.vscode-test');
const grammar = 'extensions/restructuredtext/syntaxes/rst.tmLanguage.json';
/** From an entry of the cache to its `extensions`: the npm package, desktop VS Code, the same on a Mac. */
const layouts = [
  'node_modules/code-server/lib/vscode',
  'resources/app',
  'Visual Studio Code.app/Contents/Resources/app',
];

/** The grammar's file; `undefined` where the cache holds no VS Code. */
export function findBuiltInGrammar(): string | undefined {
  if (!existsSync(cache)) {
    return undefined;
  }
  const candidates = readdirSync(cache).flatMap((entry) =>
    layouts.map((layout) => join(cache, entry, layout, grammar)),
  );
  return candidates.find((file) => existsSync(file));
}
