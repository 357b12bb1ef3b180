/** Of undici only what asks the web politely: a third of it, without mocks, caches, web sockets and a second `fetch`. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'esbuild';
import { projectRoot } from './paths.ts';

/** What `server/src/platform/node/web` imports, as undici itself puts it together. */
const parts = `
const Dispatcher = require('undici/lib/dispatcher/dispatcher');
Object.assign(Dispatcher.prototype, { request: require('undici/lib/api/api-request') });
module.exports = {
  Agent: require('undici/lib/dispatcher/agent'),
  buildConnector: require('undici/lib/core/connect'),
  EnvHttpProxyAgent: require('undici/lib/dispatcher/env-http-proxy-agent'),
};
`;

/** undici takes the parser without SIMD where the other one cannot be had; either is large, and one is enough. */
const noParser = "throw new Error('not bundled');";

export const slimUndici: Plugin = {
  name: 'slim-undici',
  setup(build) {
    build.onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'slim' }));
    build.onLoad({ filter: /.*/, namespace: 'slim' }, () => ({
      contents: parts,
      loader: 'js',
      resolveDir: join(projectRoot, 'server'),
    }));
    // Only bodies of requests need it, and nothing is ever sent but a question.
    build.onLoad({ filter: /undici[\\/]lib[\\/]web[\\/]/ }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
    build.onLoad({ filter: /llhttp-wasm\.js$/ }, ({ path }) => ({ contents: packedParser(path), loader: 'js' }));
    // HTTP/2 is off unless it is asked for.
    build.onLoad({ filter: /undici.*client-h2\.js$/ }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
    // Proxies are HTTP proxies: that is what HTTP_PROXY and HTTPS_PROXY name.
    const noSocks = "module.exports = class { constructor() { throw new Error('SOCKS proxies are not supported'); } };";
    build.onLoad({ filter: /undici.*socks5-proxy-agent\.js$/ }, () => ({ contents: noSocks, loader: 'js' }));
    build.onLoad({ filter: /llhttp_simd-wasm\.js$/ }, () => ({ contents: noParser, loader: 'js' }));
  },
};

/** The parser as a module that unpacks it: as undici has it, in base64, a zip file cannot make it smaller. */
function packedParser(path: string): string {
  const parser = createRequire(import.meta.url)(path) as Uint8Array;
  const packed = brotliCompressSync(parser).toString('base64');
  return `module.exports = require('node:zlib').brotliDecompressSync(Buffer.from('${packed}', 'base64'));`;
}

/** Features of the client that ask for what the server does not have. */
const unusedFeatures = [
  ...['callHierarchy', 'colorProvider', 'diagnostic', 'formatting', 'implementation', 'inlayHint', 'inlineCompletion'],
  ...['inlineValue', 'linkedEditingRange', 'notebook', 'semanticTokens', 'signatureHelp', 'textDocumentContent'],
  ...['typeDefinition', 'typeHierarchy'],
];

/** A module with the features of the one at `path`, which say nothing and do nothing. */
function withoutFeatures(path: string): string {
  const names = new Set(
    Array.from(readFileSync(path, 'utf8').matchAll(/^exports\.(\w+Feature) = /gm), (match) => match[1]),
  );
  return `class None { fillClientCapabilities() {} initialize() {} clear() {} getState() { return { kind: 'static' }; } }
module.exports = { ${[...names].map((name) => `${name}: None`).join(', ')} };`;
}

/**
 * Globs, which the client needs for nothing but the one of all files: the server wants to hear of every move, and documents are
 * told by their language. A server that asks for another one is told so when it registers.
 */
const onlyAll = `exports.Minimatch = class {
  constructor(pattern) { if (pattern !== '**/*') throw new Error('no globs are bundled: ' + pattern); }
  makeRe() { return /^/; }
  match() { return true; }
};`;

/**
 * The client's check that VS Code is new enough, which VS Code makes itself before it starts an extension, and features
 * that are not used are left out.
 */
export const slimClient: Plugin = {
  name: 'slim-client',
  setup(build) {
    const contents = { parse: '() => ({ prerelease: [] })', satisfies: '() => true' };
    for (const [name, answer] of Object.entries(contents)) {
      const filter = new RegExp(`semver[\\\\/]functions[\\\\/]${name}\\.js$`);
      build.onLoad({ filter }, () => ({ contents: `module.exports = ${answer};`, loader: 'js' }));
    }
    build.onResolve({ filter: /^minimatch$/ }, () => ({ path: 'minimatch', namespace: 'slim-client' }));
    build.onLoad({ filter: /.*/, namespace: 'slim-client' }, () => ({ contents: onlyAll, loader: 'js' }));
    const filter = new RegExp(
      `vscode-languageclient[\\\\/]lib[\\\\/]common[\\\\/](?:${unusedFeatures.join('|')})\\.js$`,
    );
    build.onLoad({ filter }, ({ path }) => ({ contents: withoutFeatures(path), loader: 'js' }));
  },
};

/** Front matter is read and never written, and only in the schema that has texts and lists: what writes YAML, and other types, are left out. */
export const slimYaml: Plugin = {
  name: 'slim-yaml',
  setup(build) {
    const writing = /yaml[\\/](?:browser[\\/])?dist[\\/]stringify[\\/]\w+\.js$/;
    const types =
      /yaml[\\/](?:browser[\\/])?dist[\\/]schema[\\/](?:core|json|yaml-1\.1)[\\/](?:binary|bool|float|int|omap|pairs|schema|set|timestamp)\.js$/;
    // In a place of their own, since a file of the browser's build would be read as an ES module, which has no `module`.
    build.onResolve(
      { filter: /[\\/](?:stringify|schema|core|json|yaml-1\.1)[\\/]\w+\.js$|^\.\/\w+\.js$/ },
      ({ path, resolveDir }) => {
        const file = join(resolveDir, path);
        return writing.test(file) || types.test(file) ? { path: 'nothing', namespace: 'slim-yaml' } : undefined;
      },
    );
    build.onLoad({ filter: /.*/, namespace: 'slim-yaml' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};
