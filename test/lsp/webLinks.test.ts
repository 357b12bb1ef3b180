import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodeAction, Hover, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type {
  CheckWebLinksResult,
  LinkTextResult,
  MendLinksResult,
  WebLinkSites,
  WebLinksResult,
  WriteLinksResult,
} from '../../server/src/lsp/protocol.ts';
import { editedFiles } from '../support/editedFiles.ts';
import { LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';
import { redirect, status, WebHost } from '../support/webHost.ts';

describe('web links', () => {
  let web: WebHost;
  let folder: TempWorkspace;
  let client: LspClient;
  let note: string;
  let text: string;

  const at = (path: string): string => web.url('127.0.0.1', path);

  async function start(check: string, allowed = true): Promise<void> {
    client = await LspClient.start({
      folders: [folder.uri()],
      configuration: { talkNotes: { links: { web: { check, allowPrivateHosts: true, archive: at('/archive') } } } },
      initializationOptions: {
        webAccess: {
          allowed,
          cacheFile: join(folder.folder, 'links.jsonl'),
          proxyOff: true,
          hasCommands: true,
          hostGap: 10,
        },
      },
    });
    await client.indexReady();
  }

  function check(params: object = {}): Promise<CheckWebLinksResult> {
    return client.request('talkNotes/checkWebLinks', params);
  }

  /** Quick fixes on the line. */
  function fixes(line: number): Promise<CodeAction[]> {
    const range = { start: { line, character: 6 }, end: { line, character: 6 } };
    return client.ask('codeAction', note, { range, context: { diagnostics: [], only: ['quickfix'] } });
  }

  function run(action: CodeAction | undefined): Promise<unknown> {
    const { command, arguments: words } = action!.command!;
    return client.request('workspace/executeCommand', { command, arguments: words });
  }

  beforeEach(async () => {
    web = await WebHost.start();
    web.page('127.0.0.1', '/ok', status(200));
    web.page('127.0.0.1', '/old', redirect(301, '/new'));
    web.page('127.0.0.1', '/new', status(200));
    text = `Mocks (2011)\n============\n\nGone: ${at('/gone')} now\n\nOld: \`x <${at('/old#part')}>\`_\n\nOk: ${at('/ok')}\n`;
    folder = new TempWorkspace({ 'a.rst': text, 'b.md': `# B\n\n<${at('/old#part')}>\n` });
    note = folder.uri('a.rst');
  });
  afterEach(async () => {
    await client.stop();
    folder.dispose();
    await web.close();
  });

  it('are pasted with the title of their page, where the user lets the web be asked', async () => {
    web.page('127.0.0.1', '/page', (_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end('<title>On &amp; off</title>');
    });
    const params = (uri: string, path: string, end = 0) => ({
      uri,
      address: at(path),
      range: { start: { line: 3, character: 0 }, end: { line: 3, character: end } },
    });
    const paste = (uri: string, path: string) =>
      client.request<LinkTextResult>('talkNotes/linkText', params(uri, path));
    await start('ask');
    assert.deepEqual(await paste(note, '/page'), {});
    assert.deepEqual(web.requests, []);
    await client.stop();
    await start('onRequest');
    const { text: link, edits } = await paste(note, '/page');
    assert.equal(link, `\`On & off <${at('/page')}>\`__`, 'as the link of the note');
    assert.equal(edits, undefined);
    assert.equal((await paste(folder.uri('b.md'), '/page')).text, `[On & off](${at('/page')})`);
    assert.deepEqual(await paste(note, '/ok'), {}, 'no title');
    assert.deepEqual(await paste(note, '/nowhere'), {}, 'no page');
  });

  it('are not asked for before the user said so, nor where it is not allowed', async () => {
    for (const [setting, allowed] of [
      ['ask', true],
      ['never', true],
      ['automatic', false],
    ] as const) {
      await start(setting, allowed);
      await client.open(note, text);
      await client.type(note, 2, 3, 0, `${at('/typed')} `);
      const result = await check();
      assert.ok(result.refused, setting);
      const tree = await client.request<WebLinksResult>('talkNotes/webLinks', { group: 'status' });
      assert.deepEqual(tree.nodes, []);
      await client.stop();
    }
    await start('ask');
    const { links, sites } = await client.request<WebLinkSites>('talkNotes/webLinkSites', {});
    assert.deepEqual([links, sites], [3, [`127.0.0.1:${web.port}`]]);
    await client.stop();
    await start('ask', false);
    assert.equal((await client.request<WebLinkSites>('talkNotes/webLinkSites', {})).possible, false);
    assert.deepEqual(web.requests, []);
  });

  it('are asked for as soon as the user said so, though the server was not told yet', async () => {
    await start('ask');
    client.configuration.talkNotes = { links: { web: { check: 'onRequest', allowPrivateHosts: true } } };
    assert.deepEqual(await check(), { checked: 3, broken: 1, moved: 1, unverified: 0 });
  });

  it('that would not be asked for are not among those that the user is asked about', async () => {
    folder.dispose();
    folder = new TempWorkspace({
      'a.rst': 'http://localhost:1/ and http://10.0.0.1/ and https://b.org/x and https://c.org/\n',
    });
    client = await LspClient.start({
      folders: [folder.uri()],
      configuration: { talkNotes: { links: { web: { check: 'ask', ignore: ['c.org'] } } } },
      initializationOptions: { webAccess: { allowed: true } },
    });
    await client.indexReady();
    assert.deepEqual(await client.request<WebLinkSites>('talkNotes/webLinkSites', {}), {
      possible: true,
      links: 1,
      sites: ['b.org'],
    });
  });

  it('are asked for when a note is opened, and not when something is typed', async () => {
    await start('automatic');
    await client.open(note, text);
    await client.until(
      () => client.codes(note).includes('web.not-found') && client.codes(note).includes('web.redirected'),
      'findings',
    );
    const [found] = (client.diagnostics(note) ?? []).filter(({ code }) => code === 'web.not-found');
    assert.match(String(found?.message), /^The page was not found \(404\), checked just now\.$/);
    assert.equal(found?.severity, 2);
    const asked = web.requests.length;
    await client.type(note, 2, 7, 0, `${at('/typed')} `);
    await check({ uri: note });
    assert.deepEqual(
      web.requests.slice(asked).map(({ path }) => path),
      ['/typed', '/typed'],
      'only when asked to',
    );
  });

  it('that are known are shown at once by the next server, which asks nothing', async () => {
    await start('onRequest');
    await check();
    const asked = web.requests.length;
    await client.stop();
    await start('onRequest');
    await client.open(note, text);
    await client.until(() => client.codes(note).includes('web.not-found'), 'what is known');
    assert.equal(web.requests.length, asked);
    const kept = await readFile(join(folder.folder, 'links.jsonl'), 'utf8');
    assert.match(kept, /^\{"talkNotesLinks":1\}\n/);
  });

  it('that were broken on another day are not said to be so before they are asked for again', async () => {
    const gone = { url: at('/gone'), outcome: 'broken', reason: 'not-found', status: 404 };
    const known = JSON.stringify({ ...gone, checkedAt: Date.now() - 3 * 24 * 3_600_000 });
    await writeFile(join(folder.folder, 'links.jsonl'), `{"talkNotesLinks":1}\n${known}\n`);
    await start('onRequest');
    await client.open(note, text);
    const { nodes, broken } = await client.request<WebLinksResult>('talkNotes/webLinks', { group: 'status' });
    assert.deepEqual([broken, nodes.map(({ label }) => label)], [0, ['Unverified', 'Not Checked']]);
    const [row] = (
      await client.request<WebLinksResult>('talkNotes/webLinks', { group: 'status', parent: nodes[0]!.id })
    ).nodes;
    assert.match(row?.description ?? '', /not found \(404\), checked 3 days ago/);
    await check();
    await client.until(() => client.codes(note).includes('web.not-found'), 'the new answer');
    assert.equal((await client.request<WebLinksResult>('talkNotes/webLinks', { group: 'status' })).broken, 1);
  });

  it('go on being asked for while others are ignored', async () => {
    await writeFile(join(folder.folder, 'c.rst'), `${at('/secret')}\n`);
    await start('onRequest');
    const ignoring = async (): Promise<void> => {
      const settings = { check: 'onRequest', allowPrivateHosts: true, ignore: [at('/secret')] };
      client.configuration.talkNotes = { links: { web: settings } };
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      while ((await client.request<WebLinkSites>('talkNotes/webLinkSites', {})).links === 4) {}
    };
    // The first answer waits until the server knows of the new setting.
    web.page('127.0.0.1', '/gone', (_request, response) => {
      void ignoring().then(() => response.writeHead(404).end());
    });
    const { checked, broken, moved } = await check();
    assert.deepEqual([checked, broken, moved], [4, 1, 1]);
    assert.ok(!web.asked('127.0.0.1').some((asked) => asked.includes('/secret')));
  });

  it('tell their state in a hover', async () => {
    await start('onRequest');
    await check();
    const hover = await client.ask<Hover>('hover', note, { position: { line: 5, character: 14 } });
    assert.match(JSON.stringify(hover), /The page is there, checked just now.*301/);
  });

  it('are listed with their counts, by status, note and host', async () => {
    await start('onRequest');
    await check();
    const list = async (params: object) => client.request<WebLinksResult>('talkNotes/webLinks', params);
    const { nodes, broken, moved } = await list({ group: 'status' });
    assert.deepEqual([broken, moved], [1, 1]);
    assert.deepEqual(
      nodes.map(({ label, description }) => [label, description]),
      [
        ['Broken', '1'],
        ['Moved', '1'],
        ['There', '1'],
      ],
    );
    const [row] = (await list({ group: 'status', parent: nodes[1]!.id })).nodes;
    assert.match(row?.description ?? '', /2 places$/);
    const places = (await list({ group: 'status', parent: row!.id })).nodes;
    assert.deepEqual(places.map(({ description }) => description).toSorted(), ['a.rst:6', 'b.md:3']);
    assert.deepEqual((await list({ group: 'note' })).nodes.map(({ label }) => label).toSorted(), ['B', 'Mocks (2011)']);
    assert.deepEqual(
      (await list({ group: 'host' })).nodes.map(({ label }) => label),
      ['127.0.0.1'],
    );
    assert.deepEqual(
      (await list({ group: 'status', filter: 'GONE' })).nodes.map(({ label }) => label),
      ['Broken'],
    );
    assert.deepEqual(
      (await list({ group: 'status', filter: 'b.md' })).nodes.map(({ label }) => label),
      ['Moved'],
    );
  });

  it('that have moved get their new address: here, and in all notes', async () => {
    await start('onRequest');
    await client.open(note, text);
    await check();
    const actions = await fixes(5);
    const here = actions.find(({ isPreferred }) => isPreferred);
    assert.equal(here?.title, `Follow the redirect to ${at('/new#part')}`);
    const after = editedFiles(here?.edit as WorkspaceEdit, new Map([[note, text]]));
    assert.equal(after.get(note), text.replace('/old#part', '/new#part'));
    await run(actions.find(({ title }) => title === 'Follow this redirect in all notes'));
    const [applied] = client.appliedEdits as WorkspaceEdit[];
    const uris = applied!.documentChanges!.map((change) => 'textDocument' in change && change.textDocument.uri);
    assert.equal(uris.length, 2);
    await run(actions.find(({ title }) => title === 'Follow all redirects in all notes'));
    assert.equal((client.appliedEdits.at(-1) as WorkspaceEdit).documentChanges?.length, 2);
  });

  it('that are broken get the archived copy that is nearest to the note’s date', async () => {
    const copy = at(`/archive/web/20110705120000/${at('/gone')}`);
    web.page('127.0.0.1', `/archive/web/20110701000000/${at('/gone')}`, redirect(302, copy));
    await start('onRequest');
    await client.open(note, text);
    await check();
    await run((await fixes(3)).find(({ title }) => title === 'Replace by archived copy'));
    const [applied] = client.appliedEdits as WorkspaceEdit[];
    const after = editedFiles(applied!, new Map([[note, text]]));
    assert.equal(after.get(note), text.replace(at('/gone'), copy));
  });

  it('of a note are mended together', async () => {
    const copy = at(`/archive/web/20110705120000/${at('/gone')}`);
    web.page('127.0.0.1', `/archive/web/20110701000000/${at('/gone')}`, redirect(302, copy));
    await start('onRequest');
    await client.open(note, text, 7);
    await check();
    const result = await client.request<MendLinksResult>('talkNotes/mendLinks', { uri: note });
    assert.deepEqual(
      result.proposals.map(({ from, to }) => [from, to]),
      [
        [at('/gone'), copy],
        [at('/old#part'), at('/new#part')],
      ],
    );
    assert.deepEqual([result.version, result.left], [7, 0]);
    assert.match(result.proposals[0]!.reason, /not found \(404\)\. Archived copy of 2011-07-05\./);
    const links = result.proposals.slice(1);
    const write = (version: number) =>
      client.request<WriteLinksResult>('talkNotes/writeLinks', { uri: note, version, links });
    assert.deepEqual([await write(6), await write(7)], [{ written: false }, { written: true }]);
    const [applied] = client.appliedEdits as WorkspaceEdit[];
    assert.equal(editedFiles(applied!, new Map([[note, text]])).get(note), text.replace('/old#part', '/new#part'));
  });

  it('can be checked again, tried by https, and ignored', async () => {
    await start('onRequest');
    await client.open(note, text);
    await check();
    const actions = await fixes(3);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Replace by archived copy',
        'Try https',
        'Check this link again',
        'Open in browser',
        'Copy address',
        'Ignore this link',
        'Ignore all links to 127.0.0.1',
      ],
    );
    web.page('127.0.0.1', '/gone', status(200));
    await run(actions.find(({ title }) => title === 'Check this link again'));
    await client.until(() => !client.codes(note).includes('web.not-found'), 'the new answer');
    assert.deepEqual(await fixes(7), [], 'nothing to do for a page that is there');
  });
});
