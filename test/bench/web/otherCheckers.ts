/** Other link checkers, installed from npm into the cache the first time, and what they say of a list of addresses. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../../../scripts/paths.ts';
import { npmInstall } from '../../../scripts/support/npmInstall.ts';

const packages = ['linkinator@8.1.0', 'markdown-link-check@3.15.0'];
const home = join(cacheFolder, packages.join('-'));

/** Milliseconds; who takes longer is ended. */
const LONGEST = 120_000;

export interface Said {
  readonly milliseconds: number;
  /** The addresses that it calls broken. */
  readonly broken: ReadonlySet<string>;
  /** How many addresses it says anything of. */
  readonly seen: number;
}

export interface OtherChecker {
  readonly name: string;
  /** What it says of the links in `list`, a Markdown file in `folder`. */
  check(folder: string, list: string): Promise<Said>;
}

/** Each with its default settings and with those that serve it best; none where they cannot be installed. */
export async function otherCheckers(): Promise<readonly OtherChecker[]> {
  if (!existsSync(home)) {
    try {
      await install();
    } catch {
      return [];
    }
  }
  return [
    { name: 'linkinator, default', check: linkinator([]) },
    { name: 'linkinator, best', check: linkinator(['--retry', '--retry-errors']) },
    { name: 'markdown-link-check, default', check: markdownLinkCheck({}) },
    {
      name: 'markdown-link-check, best',
      check: markdownLinkCheck({ retryOn429: true, retryCount: 2, fallbackRetryDelay: '1s' }),
    },
  ];
}

/** Beside the final place, and there once complete, so that half an installation is never used. */
async function install(): Promise<void> {
  const partial = `${home}.partial-${process.pid}`;
  try {
    await mkdir(partial, { recursive: true });
    await npmInstall(partial, packages);
    await rename(partial, home);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function linkinator(settings: readonly string[]): OtherChecker['check'] {
  return async (folder, list) => {
    const words = [list, '--format', 'json', '--markdown', ...settings];
    const { out, milliseconds } = await run('linkinator/build/src/cli.js', words, folder);
    const read = JSON.parse(out.slice(Math.max(0, out.indexOf('{'))) || '{}') as {
      links?: readonly { readonly url: string; readonly state: string }[];
    };
    const links = (read.links ?? []).filter(({ url }) => url.startsWith('http://127.0.0.'));
    const broken = new Set(links.filter(({ state }) => state === 'BROKEN').map(({ url }) => url));
    return { milliseconds, broken, seen: new Set(links.map(({ url }) => url)).size };
  };
}

function markdownLinkCheck(settings: object): OtherChecker['check'] {
  return async (folder, list) => {
    const config = join(folder, 'markdown-link-check.json');
    await writeFile(config, JSON.stringify(settings));
    const words = ['-v', '-c', config, list];
    const { out, milliseconds } = await run('markdown-link-check/markdown-link-check', words, folder);
    const lines = [...out.matchAll(/\[([^\]]+)\] (https?:[^\s→]+)/g)];
    const broken = new Set(lines.filter(([, mark]) => mark?.includes('✖')).map(([, , url]) => url!));
    return { milliseconds, broken, seen: new Set(lines.map(([, , url]) => url)).size };
  };
}

/** Runs one of their programs; they end with an error where a link is broken. */
function run(
  program: string,
  words: readonly string[],
  cwd: string,
): Promise<{ readonly out: string; readonly milliseconds: number }> {
  const start = performance.now();
  const options = { cwd, maxBuffer: 1 << 28, timeout: LONGEST };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(home, 'node_modules', program), ...words], options, (_error, out) =>
      resolve({ out, milliseconds: performance.now() - start }),
    );
  });
}
