/**
 * Colours a note as VS Code would, with the grammars that package.json contributes. Says only what they added to the base grammar.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { BaseScope } from './builtInGrammar.ts';

const root = join(import.meta.dirname, '../..');

interface GrammarContribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

/** `contributes.grammars` of package.json, in its order: VS Code asks them in that order too. */
export function contributedGrammars(): readonly GrammarContribution[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    contributes?: { grammars?: readonly GrammarContribution[] };
  };
  return manifest.contributes?.grammars ?? [];
}

/**
 * A function from a note's text to lines like `2 todo.open "[ ]"`: 1-based line, our scope without its first word and
 * our suffix, and the text that it covers. Neighbouring tokens of one scope are joined.
 */
export async function tokenizer(
  baseGrammarFile: string,
  scope: BaseScope = 'source.rst',
): Promise<(text: string) => string[]> {
  const grammar = await loadBaseGrammar(baseGrammarFile, scope);
  return (text) => {
    const seen: string[] = [];
    let stack = textmate.INITIAL;
    for (const [index, line] of text.split('\n').entries()) {
      const result = grammar.tokenizeLine(line, stack);
      seen.push(...describeLine(index + 1, line, result.tokens));
      stack = result.ruleStack;
    }
    return seen;
  };
}

async function loadBaseGrammar(baseGrammarFile: string, scope: BaseScope): Promise<textmate.IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const contributed = contributedGrammars();
  const files = new Map(contributed.map(({ scopeName, path }) => [scopeName, join(root, path)]));
  files.set(scope, baseGrammarFile);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scopeName) => {
      const file = files.get(scopeName);
      // A rule whose languages are all absent is left out, and with it the scope that it gives: front matter's YAML.
      return file === undefined
        ? textmate.parseRawGrammar(JSON.stringify({ scopeName, patterns: [] }), 'absent.json')
        : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
    getInjections: (scopeName) =>
      contributed.filter(({ injectTo }) => injectTo?.includes(scopeName)).map((grammar) => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar(scope);
  if (grammar === null) {
    throw new Error(`no grammar in ${baseGrammarFile}`);
  }
  return grammar;
}

function describeLine(lineNumber: number, line: string, tokens: readonly textmate.IToken[]): string[] {
  const parts: { scope: string; text: string }[] = [];
  for (const token of tokens) {
    const text = line.slice(token.startIndex, token.endIndex);
    const scope = token.scopes.findLast((name) => name.endsWith('.talk-notes'));
    const before = parts.at(-1);
    if (before !== undefined && before.scope === (scope ?? '')) {
      before.text += text;
    } else {
      parts.push({ scope: scope ?? '', text });
    }
  }
  return parts
    .filter(({ scope, text }) => scope !== '' && text.trim() !== '')
    .map(({ scope, text }) => `${lineNumber} ${scope.replace(/\.talk-notes$/, '')} "${text.trim()}"`);
}
