/**
 * Checks 2,000 addresses on 200 hosts at 20 ms, beside other link checkers on the same list. The hosts are addresses of
 * loopback, all of which one server answers: Linux has them without being asked.
 * `node test/bench/web/compare.ts [FOLDER]`: `FOLDER` has `linkinator` and `markdown-link-check` in its `node_modules`.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { makeTempFolder } from '../../../scripts/support/tempFolder.ts';
import type { CheckListJob, CheckListResult } from './checkList.ts';

const HOSTS = 200;
const PER_HOST = 10;
const LATENCY = 20;
const GAP = 1000;
const CAP = 16;

/** What bundled CommonJS calls. */
const requireBanner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

type Kind = 'there' | 'gone' | 'no-head' | 'forbidden' | 'limited' | 'bot-wall' | 'moved' | 'trouble';

/** What a page is like, by its number on its host, and what should be said of it. */
const kinds: readonly Kind[] = [
  'there',
  'there',
  'there',
  'no-head',
  'forbidden',
  'limited',
  'bot-wall',
  'moved',
  'trouble',
  'gone',
];
const truth: Readonly<Record<Kind, 'ok' | 'broken' | 'unverified'>> = {
  ...{ there: 'ok', 'no-head': 'ok', limited: 'ok', moved: 'ok', gone: 'broken' },
  ...{ forbidden: 'unverified', 'bot-wall': 'unverified', trouble: 'unverified' },
};

/** How often each limited page was asked. */
const asked = new Map<string, number>();
let mixed = false;

const server = createServer((request, response) => {
  setTimeout(
    () =>
      answer(mixed ? kinds[Number(/\d+$/.exec(request.url ?? '')?.[0] ?? 0) % PER_HOST]! : 'there', request, response),
    LATENCY,
  );
});

function answer(kind: Kind, { method, url, headers }: IncomingMessage, response: ServerResponse): void {
  const page = `${headers.host}${url}`;
  const times = asked.get(page) ?? 0;
  asked.set(page, times + 1);
  const statuses: Record<Kind, number> = {
    ...{ there: 200, gone: 404, 'no-head': method === 'HEAD' ? 405 : 200, forbidden: 403 },
    ...{ limited: times === 0 ? 429 : 200, 'bot-wall': 999, moved: url?.startsWith('/new') ? 200 : 301, trouble: 500 },
  };
  const status = statuses[kind];
  response.writeHead(status, {
    'content-type': 'text/html',
    ...(status === 301 ? { location: `/new${url}` } : {}),
    ...(status === 429 ? { 'retry-after': '1' } : {}),
  });
  response.end(method === 'HEAD' ? '' : '<p>page</p>');
}

const run = (file: string, words: readonly string[], cwd?: string): Promise<string> =>
  new Promise((resolve) => {
    const options = { cwd, maxBuffer: 1 << 28, timeout: 300_000 };
    execFile(process.execPath, [file, ...words], options, (_error, stdout) => resolve(stdout));
  });

async function ours(
  script: string,
  urls: readonly string[],
  options: CheckListJob['options'],
): Promise<CheckListResult> {
  asked.clear();
  const job: CheckListJob = { urls, options };
  return JSON.parse(await run(script, [JSON.stringify(job)])) as CheckListResult;
}

/** What another checker said: the addresses that it calls broken, and how long it took. */
interface Other {
  readonly name: string;
  readonly milliseconds: number;
  readonly broken: ReadonlySet<string>;
  readonly seen: number;
}

async function linkinator(folder: string, list: string, best: boolean): Promise<Other | undefined> {
  const file = join(folder, 'node_modules/linkinator/build/src/cli.js');
  if (!existsSync(file)) return undefined;
  asked.clear();
  const start = performance.now();
  const words = [
    list,
    '--format',
    'json',
    '--markdown',
    ...(best ? ['--retry', '--retry-errors', '--concurrency', '100'] : []),
  ];
  const out = await run(file, words, folder);
  const milliseconds = performance.now() - start;
  const { links = [] } = JSON.parse(out.slice(Math.max(0, out.indexOf('{'))) || '{}') as {
    links?: { url: string; state: string }[];
  };
  const broken = new Set(links.filter(({ state }) => state === 'BROKEN').map(({ url }) => url));
  return { name: `linkinator, ${best ? 'best' : 'default'}`, milliseconds, broken, seen: links.length };
}

async function markdownLinkCheck(folder: string, list: string, best: boolean): Promise<Other | undefined> {
  const file = join(folder, 'node_modules/markdown-link-check/markdown-link-check');
  if (!existsSync(file)) return undefined;
  asked.clear();
  const config = join(folder, 'mlc.json');
  await writeFile(config, JSON.stringify({ retryOn429: true, retryCount: 2, fallbackRetryDelay: '2s' }));
  const start = performance.now();
  const out = await run(file, ['-v', ...(best ? ['-c', config, '-r'] : []), list], folder);
  const milliseconds = performance.now() - start;
  const lines = [...out.matchAll(/\[([^\]]+)\] (https?:\S+)/g)];
  const broken = new Set(lines.filter(([, mark]) => mark?.includes('✖')).map(([, , url]) => url!));
  return {
    name: `markdown-link-check, ${best ? 'best' : 'default'}`,
    milliseconds,
    broken,
    seen: new Set(lines.map(([, , url]) => url)).size,
  };
}

/** Kinds of pages of which a checker says that they are broken, or not, where that is wrong. */
function wrongKinds(urls: readonly string[], isBroken: (url: string) => boolean): string {
  const wrong = new Set(
    urls.flatMap((url) => {
      const kind = kinds[Number(/\d+$/.exec(url)![0]) % PER_HOST]!;
      return isBroken(url) === (truth[kind] === 'broken') ? [] : [kind];
    }),
  );
  return wrong.size === 0 ? 'none' : [...wrong].join(', ');
}

async function main(): Promise<void> {
  await new Promise<void>((resolve) => {
    server.listen(0, '0.0.0.0', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const urls = Array.from(
    { length: HOSTS * PER_HOST },
    (_, at) => `http://127.0.0.${(at % HOSTS) + 1}:${port}/p${Math.floor(at / HOSTS)}`,
  );
  const folder = await makeTempFolder();
  const list = join(folder.path, 'list.md');
  await writeFile(list, `# List\n\n${urls.map((url) => `- [page](${url})`).join('\n')}\n`);

  // As it is shipped: reading TypeScript takes memory of its own.
  const script = join(folder.path, 'checkList.mjs');
  await build({
    ...{ entryPoints: [join(import.meta.dirname, 'checkList.ts')], outfile: script, bundle: true, platform: 'node' },
    ...{ format: 'esm', banner: { js: requireBanner } },
  });
  const polite = await ours(script, urls, {});
  const bound = Math.max((PER_HOST - 1) * GAP + PER_HOST * LATENCY, (urls.length * LATENCY) / CAP);
  console.log(`polite: ${urls.length} addresses, ${HOSTS} hosts, ${LATENCY} ms`);
  console.log(
    `  ${seconds(polite.milliseconds)} of ${seconds(bound)} that politeness needs: ${(polite.milliseconds / bound).toFixed(2)}`,
  );
  console.log(`  ${polite.peakMegabytes.toFixed(0)} MB at most`);

  mixed = true;
  const tools = process.argv[2];
  // No more polite than the others: as many at once as they, no pause, no second look at who does not let programs in.
  const relaxed = await ours(script, urls, { hostGapMs: 0, concurrency: 100 });
  console.log('\nevery kind of page, politeness relaxed:');
  row('checker', 'time', 'wrong about');
  row(
    'talk-notes',
    seconds(relaxed.milliseconds),
    wrongKinds(urls, (url) => relaxed.verdicts[url]!.startsWith('broken')),
  );
  for (const best of [false, true]) {
    for (const check of [linkinator, markdownLinkCheck]) {
      const other = tools === undefined ? undefined : await check(tools, list, best);
      if (other === undefined) row(`${check.name}, ${best ? 'best' : 'default'}`, 'not run', '');
      else
        row(
          other.name,
          seconds(other.milliseconds),
          `${wrongKinds(urls, (url) => other.broken.has(url))} (${other.seen} links seen)`,
        );
    }
  }
  await folder.remove();
  server.closeAllConnections();
  server.close();
}

function row(...cells: readonly string[]): void {
  console.log(`  ${cells.map((cell, at) => cell.padEnd([32, 10, 0][at] ?? 0)).join('')}`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

await main();
