/** Checks 2,000 addresses on 200 hosts at 20 ms: beside what politeness needs, and beside other link checkers. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { makeTempFolder } from '../../../scripts/support/tempFolder.ts';
import { defaultLinkCheckOptions } from '../../../server/src/linkcheck/checkOptions.ts';
import { type Row, table } from '../samples.ts';
import type { CheckListJob, CheckListResult } from './checkList.ts';
import { otherCheckers } from './otherCheckers.ts';
import { HOSTS, kindOf, LATENCY, PER_HOST, WebTown } from './webTown.ts';

/** What bundled CommonJS calls. */
const requireBanner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** Prints two tables: being polite, and as little polite as the others are. */
export async function measureWeb(print: (text: string) => void): Promise<void> {
  const town = await WebTown.build();
  const folder = await makeTempFolder();
  try {
    const script = join(folder.path, 'checkList.mjs');
    // As it is shipped: reading TypeScript takes memory of its own.
    await build({
      ...{ entryPoints: [join(import.meta.dirname, 'checkList.ts')], outfile: script, bundle: true, platform: 'node' },
      ...{ format: 'esm', banner: { js: requireBanner } },
    });
    const title = `${town.urls.length} web links on ${HOSTS} hosts at ${LATENCY} ms`;
    print(table(title, politeRows(await check(script, town, {}))));
    town.isMixed = true;
    print(await besideOthers(script, town, folder.path));
  } finally {
    town.close();
    await folder.remove();
  }
}

function politeRows({ milliseconds, peakMegabytes }: CheckListResult): Row[] {
  const { hostGapMs, concurrency } = defaultLinkCheckOptions;
  const slowestHost = (PER_HOST - 1) * hostGapMs + PER_HOST * LATENCY;
  const bound = Math.max(slowestHost, (HOSTS * PER_HOST * LATENCY) / concurrency);
  const ratio = milliseconds / bound;
  return [
    { what: 'time that politeness needs', value: seconds(bound) },
    { what: 'time', value: seconds(milliseconds) },
    { what: 'times what it needs', value: ratio.toFixed(2), bar: '1.3', isReached: ratio <= 1.3 },
    {
      what: 'memory at most',
      value: `${peakMegabytes.toFixed(0)} MB`,
      bar: '150 MB',
      isReached: peakMegabytes < 150,
    },
  ];
}

/** Each kind of page, and no more polite than the others: as many at once as they, no pause, and hardly any before asking again. */
async function besideOthers(script: string, town: WebTown, folder: string): Promise<string> {
  const { urls } = town;
  const list = join(folder, 'list.md');
  await writeFile(list, `# List\n\n${urls.map((url) => `- [page](${url})`).join('\n')}\n`);
  const relaxed = { hostGapMs: 0, concurrency: 100 };
  const once = await check(script, town, { ...relaxed, retries: 0 });
  const again = await check(script, town, { ...relaxed, backOffMs: 50 });
  const isBroken = (url: string): boolean => again.verdicts[url]?.startsWith('broken') === true;
  const others: (Row & { milliseconds: number; retries: boolean })[] = [];
  for (const { name, check: ask } of await otherCheckers()) {
    town.reset();
    const { milliseconds, broken, seen } = await ask(folder, list);
    const wrong = wrongKinds(urls, (url) => broken.has(url));
    const what = `${name}: wrong about ${wrong}${seen === urls.length ? '' : `, says nothing of ${urls.length - seen}`}`;
    others.push({ what, value: seconds(milliseconds), milliseconds, retries: name.endsWith('best') });
  }
  const fastest = (retries: boolean): number =>
    Math.min(...others.filter((other) => other.retries === retries).map(({ milliseconds }) => milliseconds));
  const ours = (what: string, { milliseconds }: CheckListResult, retries: boolean): Row => ({
    ...{ what, value: seconds(milliseconds) },
    ...(others.length === 0
      ? {}
      : { bar: `${seconds(fastest(retries))}, the others' best`, isReached: milliseconds <= fastest(retries) }),
  });
  const wrong = wrongKinds(urls, isBroken);
  return table('Every kind of page, as little polite as the others', [
    ours('Talk Notes, asking once', once, false),
    ours(`Talk Notes, asking again: wrong about ${wrong}`, again, true),
    { what: 'kinds of pages it is wrong about', value: wrong, bar: 'none', isReached: wrong === 'none' },
    ...(others.length === 0
      ? [{ what: 'linkinator, markdown-link-check', value: 'not run: npm gives them not' }]
      : others),
  ]);
}

/** In a process of its own. */
async function check(script: string, town: WebTown, options: CheckListJob['options']): Promise<CheckListResult> {
  town.reset();
  const job: CheckListJob = { urls: town.urls, options };
  const out = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, [script, JSON.stringify(job)], { maxBuffer: 1 << 28 }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
  });
  return JSON.parse(out) as CheckListResult;
}

/** Kinds of pages that it calls broken and are not, or the other way round. */
function wrongKinds(urls: readonly string[], isBroken: (url: string) => boolean): string {
  const wrong = new Set(urls.filter((url) => isBroken(url) !== (kindOf(url) === 'gone')).map(kindOf));
  return wrong.size === 0 ? 'none' : [...wrong].join(', ');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
