/** A folder that is on no disk: the client reads it for the server. */
import assert from 'node:assert/strict';
import type { DocumentLink } from 'vscode-languageserver-protocol';
import { LspClient } from '../support/lspClient.ts';

const root = 'notes-over-there://host/Notes';

/** So many notes in one folder, each with a link to the next one; the last link leads nowhere. */
function folder(count: number): Map<string, string | { name: string; kind: 'file' | 'folder' }[]> {
  const names = Array.from({ length: count }, (_, at) => `n${at}.rst`);
  return new Map<string, string | { name: string; kind: 'file' | 'folder' }[]>([
    [root, [{ name: 'talks', kind: 'folder' }]],
    [`${root}/talks`, names.map((name) => ({ name, kind: 'file' }))],
    ...names.map((name, at) => [`${root}/talks/${name}`, `Talk ${at}\n=======\n\n:doc:\`n${at + 1}\`\n`] as const),
  ]);
}

describe('a folder that is on no disk', () => {
  let client: LspClient;

  afterEach(() => client.stop());

  it('is read through the client, many files with one request', async () => {
    const initializationOptions = { readsFiles: true };
    client = await LspClient.start({ folders: [root], files: folder(150), initializationOptions });
    assert.deepEqual(await client.indexReady(), { phase: 'ready', notes: 150 });
    assert.ok(client.fileRequests.length < 10, `${client.fileRequests.length} requests`);
    const symbols = await client.request<{ name: string }[]>('workspace/symbol', { query: 'Talk 149' });
    assert.ok(symbols.some(({ name }) => name === 'Talk 149'));
  });

  it('has its links checked', async () => {
    const initializationOptions = { readsFiles: true };
    client = await LspClient.start({ folders: [root], files: folder(3), initializationOptions });
    await client.indexReady();
    await client.request('talkNotes/checkLinks', {});
    await client.until(() => client.codes(`${root}/talks/n2.rst`).length > 0, 'findings');
    assert.deepEqual(client.codes(`${root}/talks/n2.rst`), ['link.file-missing']);
    assert.deepEqual(client.codes(`${root}/talks/n1.rst`), []);
  });

  it('has links by name that can be clicked, also when an editor asks for them before all notes are read', async () => {
    const initializationOptions = { readsFiles: true };
    client = await LspClient.start({ folders: [root], files: folder(150), initializationOptions });
    const uri = `${root}/talks/first.md`;
    await client.open(uri, 'See [[n149]] and [[nowhere]].\n', 1, 'markdown');
    const links = await client.ask<DocumentLink[]>('documentLink', uri);
    assert.deepEqual(
      links.map(({ target }) => target?.replace(/#.*/, '')),
      [`${root}/talks/n149.rst`],
    );
  });

  it('is not asked for where the client does not offer it', async () => {
    client = await LspClient.start({ folders: [root], files: folder(3) });
    assert.deepEqual(await client.indexReady(), { phase: 'ready', notes: 0 });
    assert.deepEqual(client.fileRequests, []);
  });
});
