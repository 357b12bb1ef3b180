/**
 * Where VS Code's own grammars of note formats lie, when the real-VS-Code tests have put a VS Code into the cache.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const cache = join(import.meta.dirname, '../../.vscode-test');
const grammars = {
  'source.rst': 'extensions/restructuredtext/syntaxes/rst.tmLanguage.json',
  'text.html.markdown': 'extensions/markdown-basics/syntaxes/markdown.tmLanguage.json',
} as const;

export type BaseScope = keyof typeof grammars;
/** From an entry of the cache to its `extensions`: the npm package, desktop VS Code, the same on a Mac. */
const layouts = [
  'node_modules/code-server/lib/vscode',
  'resources/app',
  'Visual Studio Code.app/Contents/Resources/app',
];

/** The grammar's file; `undefined` where the cache holds no VS Code. */
export function findBuiltInGrammar(scope: BaseScope): string | undefined {
  if (!existsSync(cache)) {
    return undefined;
  }
  const candidates = readdirSync(cache).flatMap((entry) =>
    layouts.map((layout) => join(cache, entry, layout, grammars[scope])),
  );
  return candidates.find((file) => existsSync(file));
}
