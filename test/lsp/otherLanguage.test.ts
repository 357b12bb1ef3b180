/** What the server says is said in the language that the client hands over. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction } from 'vscode-languageserver-protocol';
import type { TodoEditsResult, TodosResult } from '../../server/src/lsp/protocol.ts';
import { LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const texts = JSON.parse(readFileSync(join(import.meta.dirname, '../../l10n/bundle.l10n.de.json'), 'utf8')) as object;
const note = 'Titel\n*****\n\nSiehe :doc:`fort`.\n\n- [ ] Overdue @due(2026-11-01)\n- [ ] eines\n';

describe('server: another language than English', () => {
  const workspace = new TempWorkspace({ 'a.rst': note });
  const uri = workspace.uri('a.rst');
  let client: LspClient;

  async function start(initializationOptions: object): Promise<void> {
    client = await LspClient.start({ folders: [workspace.uri()], initializationOptions });
    await client.open(uri, note);
    await client.indexReady();
  }

  afterEach(() => client.stop());
  after(() => workspace.dispose());

  const groups = async () => {
    const params = { group: 'due', today: '2026-11-23' };
    const { nodes } = await client.request<TodosResult>('talkNotes/todos', params);
    const [first] = (await client.request<TodosResult>('talkNotes/todos', { ...params, parent: nodes[0]?.id })).nodes;
    return [...nodes, first].map((node) => [node?.label, node?.description]);
  };
  const titles = async () => {
    const at = { line: 3, character: 13 };
    const context = { diagnostics: [] };
    const actions = await client.ask<CodeAction[]>('codeAction', uri, { range: { start: at, end: at }, context });
    return actions.map(({ title }) => title);
  };
  const refusal = () =>
    client.request<TodoEditsResult>('talkNotes/moveTodos', {
      lines: { uri, ranges: [{ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }] },
    });

  it('is in findings, fixes, rows and refusals, while the notes’ own words stay', async () => {
    await start({ texts });
    await client.until(() => client.diagnostics(uri)?.length === 1, 'a finding');
    assert.deepEqual(
      client.diagnostics(uri)?.map(({ message }) => message),
      ['Keine Notiz „fort“: gesucht wurde fort.rst.'],
    );
    assert.ok((await titles()).includes('fort.rst anlegen'));
    assert.deepEqual(await groups(), [
      ['Überfällig', '1 offen'],
      ['Kein Datum', '1 offen'],
      ['Overdue', '22 Tage überfällig · Titel'],
    ]);
    assert.equal((await refusal()).refused, 'Hier ist keine Aufgabe.');
  });

  it('stays English where a text is missing, or is none', async () => {
    await start({ texts: { 'No date': 7, Overdue: 'Überfällig' } });
    assert.deepEqual((await groups()).slice(0, 2), [
      ['Überfällig', '1 open'],
      ['No date', '1 open'],
    ]);
    assert.ok((await titles()).includes('Create fort.rst'));
  });
});
