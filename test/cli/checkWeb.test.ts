import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeTempFolder, type TempFolder } from '../../scripts/support/tempFolder.ts';
import { redirect, status, WebHost } from '../support/webHost.ts';
import { type CliRun, jsonLines, runCli } from './runCli.ts';

/** Milliseconds: some start the command line many times. */
const PATIENCE = 90_000;

describe('talk-notes check --web', () => {
  let folder: TempFolder;
  let web: WebHost;

  async function add(name: string, content: string): Promise<void> {
    await mkdir(dirname(join(folder.path, name)), { recursive: true });
    await writeFile(join(folder.path, name), content);
  }

  function check(...words: readonly string[]): Promise<CliRun> {
    const quick = ['--allow-private-hosts', '--host-gap', '0', '--timeout', '5'];
    return runCli(folder.path, ['check', '.', '--web', '--cache', 'cache/links.jsonl', ...quick, ...words]);
  }

  function url(path: string): string {
    return web.url('127.0.0.1', path);
  }

  beforeEach(async () => {
    folder = await makeTempFolder();
    web = await WebHost.start();
    web.page('127.0.0.1', '/ok', status(200));
    web.page('127.0.0.1', '/shy', status(403));
    web.page('127.0.0.1', '/old', redirect(301, '/new'));
    web.page('127.0.0.1', '/new', status(200));
    await add('a.rst', `A\n=\n\nSee \`one <${url('/ok')}>\`_, ${url('/gone')} and ${url('/old#top')}.\n`);
    await add('b.md', `# B\n\n[x](${url('/shy')}) and [y][y]\n\n[y]: ${url('/old')}\n`);
  });
  afterEach(async () => {
    await web.close();
    await folder.remove();
  });

  it('prints what is broken, and counts', async () => {
    const { code, out, err } = await check();
    assert.deepEqual([code, err], [1, '']);
    assert.match(
      out,
      /^a\.rst:4:\d+: warning: The page was not found \(404\), checked just now\. \[web\.not-found\]\n/,
    );
    assert.match(out, /\n4 web links of 1 site: 2 ok, 1 broken, 1 unverified, 0 skipped\.\n2 notes, 1 finding\.\n$/);
  });

  it('asks nobody without --web', async () => {
    assert.equal((await runCli(folder.path, ['check', '.'])).code, 0);
    assert.deepEqual(web.requests, []);
  });

  it('asks no private host unless told to', async () => {
    const { code, out } = await runCli(folder.path, ['check', '.', '--web', '--no-cache']);
    assert.equal(code, 0);
    assert.match(out, /4 skipped/);
    assert.deepEqual(web.requests, []);
  });

  it('remembers what it was told', async () => {
    await check();
    const asked = web.requests.length;
    const { out } = await check();
    assert.equal(web.requests.length, asked);
    assert.match(out, /4 known from before/);
    await check('--no-cache');
    assert.ok(web.requests.length > asked);
  });

  it('leaves alone what it is told to', async () => {
    const { code, out } = await check('--ignore', '*/gone', '--ignore', `${url('/sh')}*`);
    assert.equal(code, 1, 'a pattern without :// is about hosts');
    assert.match(out, /1 skipped/);
    assert.equal((await check('--no-cache', '--ignore', '*://*/gone')).code, 0);
    assert.equal((await check('--no-cache', '--ignore', '127.0.0.1')).code, 0);
  });

  it('fails on what it is told to', async () => {
    assert.equal((await check('--fail-on', 'error')).code, 0);
    assert.equal((await check('--fail-on', 'never')).code, 0);
    const { code, out } = await check('--fail-on', 'hint');
    assert.equal(code, 1);
    assert.match(out, /hint: It has moved for good to http:\/\/127\.0\.0\.1:\d+\/new, checked/);
    assert.match(out, /hint: The site does not let a program look \(403\), checked/);
  });

  it('shows the new addresses as a diff that can be applied', async () => {
    const before = await readFile(join(folder.path, 'a.rst'), 'utf8');
    const { code, out } = await check('--fix', '--dry-run');
    assert.equal(code, 0);
    assert.equal(await readFile(join(folder.path, 'a.rst'), 'utf8'), before);
    await writeFile(join(folder.path, 'fix.diff'), out);
    execFileSync('git', ['apply', 'fix.diff'], { cwd: folder.path });
    assert.equal(await readFile(join(folder.path, 'a.rst'), 'utf8'), before.replace('/old#top', '/new#top'));
    assert.match(await readFile(join(folder.path, 'b.md'), 'utf8'), /\[y\]: .*\/new\n$/);
  });

  it('writes the new addresses, and changes nothing else', async () => {
    await add('marked.md', `\ufeff# C\r\n\r\n<${url('/old')}>  \r\n`);
    const { out } = await check('--fix');
    assert.match(out, /3 links mended/);
    assert.equal(await readFile(join(folder.path, 'marked.md'), 'utf8'), `\ufeff# C\r\n\r\n<${url('/new')}>  \r\n`);
    assert.match(await readFile(join(folder.path, 'a.rst'), 'utf8'), /\/new#top\.\n$/);
    assert.match((await check('--no-cache', '--strict')).out, /3 ok, 1 broken|2 ok, 1 broken/);
  });

  it('has nothing more to say of what it has mended', async () => {
    const { out } = await check('--fix', '--strict');
    assert.doesNotMatch(out, /moved for good/);
    assert.match(out, /2 findings, 2 links mended/);
  });

  it('keeps tables whole when it mends', async () => {
    const old = url('/old');
    const rule = '='.repeat(old.length + 2);
    web.page('127.0.0.1', '/old', redirect(301, '/much/longer'));
    web.page('127.0.0.1', '/much/longer', status(200));
    await add('table.rst', `${rule}  ===\n${old}    x\n${rule}  ===\n`);
    await check('--fix');
    const longer = '='.repeat(url('/much/longer').length);
    assert.equal(
      await readFile(join(folder.path, 'table.rst'), 'utf8'),
      `${longer}  ===\n${url('/much/longer')}  x\n${longer}  ===\n`,
    );
  });

  it('writes no answers over a file that holds something else', async () => {
    const before = await readFile(join(folder.path, 'b.md'), 'utf8');
    const { code, err } = await check('--cache', 'b.md');
    assert.equal(code, 2);
    assert.match(err, /b\.md is no cache of answers/);
    assert.equal(await readFile(join(folder.path, 'b.md'), 'utf8'), before);
    assert.deepEqual(web.requests, []);
    await add('cache/links.jsonl', '{"talkNotesLinks":0}\n');
    assert.equal((await check()).code, 1, 'one of another version may be replaced');
    assert.match((await check()).out, /4 known from before/);
  });

  it('goes on where answers cannot be kept, and says so once', async () => {
    await add('cache', 'a file where the folder should be');
    const { code, err } = await check();
    assert.equal(code, 1);
    assert.equal(err.match(/could not be kept/g)?.length, 1);
  });

  it('counts only what is new since the baseline', async () => {
    const baseline = ['--baseline', 'known.json'];
    assert.equal((await check(...baseline)).code, 1, 'a baseline need not be there');
    const update = await check(...baseline, '--update-baseline');
    assert.deepEqual([update.code, update.out], [0, '']);
    const known = JSON.parse(await readFile(join(folder.path, 'known.json'), 'utf8'));
    assert.deepEqual(known.findings, [{ code: 'web.not-found', about: url('/gone') }]);
    const { code, out } = await check(...baseline);
    assert.equal(code, 0);
    assert.match(out, /no findings, 1 known\./);
    await add('c.rst', `C\n=\n\n${url('/also-gone')} and ${url('/gone')}\n`);
    const more = await check(...baseline);
    assert.equal(more.code, 1);
    assert.match(more.out, /1 finding, 2 known/);
    await add('known.json', '[]');
    assert.equal((await check(...baseline)).code, 2);
  });

  it('reports in every form', async () => {
    const json = jsonLines((await check('--format', 'json')).out);
    assert.deepEqual(json.map(({ code }) => code).toSorted(), [
      'web.not-found',
      'web.redirected',
      'web.redirected',
      'web.unverified',
    ]);
    const sarif = JSON.parse((await check('--format', 'sarif')).out);
    assert.equal(sarif.version, '2.1.0');
    assert.equal(sarif.runs[0].results.length, 1);
    const [result] = sarif.runs[0].results;
    assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, 'a.rst');
    assert.equal(result.locations[0].physicalLocation.region.startLine, 4);
    const github = (await check('--format', 'github')).out;
    assert.match(
      github,
      /^::warning file=a\.rst,line=4,endLine=4,col=\d+,endColumn=\d+,title=web\.not-found::The page was not/,
    );
    const junit = (await check('--format', 'junit')).out;
    assert.match(junit, /<testsuites name="talk-notes" tests="2" failures="1">/);
    assert.match(junit, /<failure type="warning" message="The page was not found \(404\)/);
  });

  it('says what does not go together', async () => {
    for (const words of [
      ['--dry-run'],
      ['--update-baseline'],
      ['--concurrency', '0'],
      ['--timeout', 'long'],
      ['--format', 'x'],
    ]) {
      const { code, err } = await check(...words);
      assert.equal(code, 2, words.join(' '));
      assert.match(err, /error: /);
    }
    assert.equal((await runCli(folder.path, ['check', '.', '--fix'])).code, 2);
    assert.deepEqual(web.requests, []);
  });
}).timeout(PATIENCE);
