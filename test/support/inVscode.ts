/** Modules of the client outside of VS Code. */
import { createRequire } from 'node:module';
import { build, type Plugin } from 'esbuild';
import { projectRoot } from '../../scripts/paths.ts';

type Listener = (event: unknown) => void;

/** As VS Code's `EventEmitter`. */
export class Emitter {
  readonly #listeners = new Set<Listener>();

  readonly event = (listener: Listener) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(event?: unknown): void {
    for (const listener of this.#listeners) listener(event);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

/** What `contents`, a module at the project's root, exports in a host whose API is `vscode`. */
export async function inVscode<Exports>(contents: string, vscode: object, plugins: Plugin[] = []): Promise<Exports> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: projectRoot },
    ...{ bundle: true, write: false, platform: 'node', format: 'cjs', external: ['vscode'], plugins },
  });
  const module = { exports: {} as Exports };
  const requireOfNode = createRequire(import.meta.url);
  const require = (name: string): unknown => (name === 'vscode' ? vscode : requireOfNode(name));
  new Function('module', 'exports', 'require', outputFiles[0]!.text)(module, module.exports, require);
  return module.exports;
}
