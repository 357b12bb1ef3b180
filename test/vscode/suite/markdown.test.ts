/** Beside VS Code's own Markdown extension, which is on in these tests as it is by default. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openNote, removeNote, until, writeNote } from './support.ts';
import { note, talkNotes } from './talkNotes.ts';

const text = note(
  '# Data Days',
  '',
  '## Harbour Talk',
  '',
  '[gone](gone.md) and [[nowhere]] and [Quay](quay.md#quay-talk).',
  '',
  '- [ ] ask about the quay',
  '',
  '## Lighthouse Talk',
  '',
  'The end.',
);
const other = note('# Quay Talk', '', 'Text.');
const path = 'markdown-beside.md';
const otherPath = 'quay.md';

async function titles(uri: vscode.Uri): Promise<string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  const all = (items: readonly vscode.DocumentSymbol[]): string[] =>
    items.flatMap(({ name, children }) => [name.replace(/^#+ /, ''), ...all(children)]);
  return all(symbols ?? []);
}

async function hits(query: string): Promise<string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
  return symbols.map(({ name }) => name.replace(/^#+ /, '')).filter((name) => name.toLowerCase().includes(query));
}

/** Texts that a squiggle marks, with where it comes from. */
async function marked(uri: vscode.Uri): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  return vscode.languages
    .getDiagnostics(uri)
    .map(({ range, source }) => `${source ?? ''}: ${document.getText(range)}`)
    .toSorted();
}

async function append(uri: vscode.Uri, more: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const document = await vscode.workspace.openTextDocument(uri);
  edit.insert(uri, document.positionAt(document.getText().length), more);
  await vscode.workspace.applyEdit(edit);
}

async function set(section: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(section, value, vscode.ConfigurationTarget.Global);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

describe("beside VS Code's own Markdown extension", () => {
  let uri: vscode.Uri;

  before(async () => {
    await talkNotes();
    await writeNote(otherPath, other);
    uri = await writeNote(path, text);
  });

  beforeEach(async () => {
    await openNote(path);
    await until(() => vscode.extensions.getExtension('vscode.markdown-language-features')?.isActive, 'its start');
  });

  afterEach(async () => {
    await set('talkNotes.markdown.builtIn', undefined);
    await set('markdown.validate.enabled', undefined);
    await closeEditors();
  });

  after(async () => {
    await removeNote(path);
    await removeNote(otherPath);
  });

  it('lists each title of a note once', async () => {
    const once = ['Data Days', 'Harbour Talk', 'Lighthouse Talk'];
    await until(async () => sameList(await titles(uri), once), 'each title once');
  });

  it('finds each title of the workspace once, open or not', async () => {
    for (const title of ['quay talk', 'harbour talk']) {
      await until(async () => (await hits(title)).length === 1, `${title} once`);
    }
  });

  it('lists titles twice only for those who ask for it', async () => {
    const times = async (): Promise<number> => {
      // VS Code asks again only for a text that it has not asked about before.
      await append(uri, '\n');
      return (await titles(uri)).filter((title) => title === 'Harbour Talk').length;
    };
    await set('talkNotes.markdown.builtIn', 'ignore');
    await until(async () => (await times()) === 2, 'both');
    await set('talkNotes.markdown.builtIn', undefined);
    await until(async () => (await times()) === 1, 'one');
  });

  it('marks each broken link once, by whomever the user has asked', async () => {
    await until(
      async () => sameList(await marked(uri), ['Talk Notes: gone.md', 'Talk Notes: nowhere']),
      'our own findings',
    );
    await set('markdown.validate.enabled', true);
    await until(async () => {
      const all = await marked(uri);
      return all.length === 2 && all.includes('Talk Notes: nowhere') && all.some((each) => each.endsWith(': gone.md'));
    }, 'one finding each');
  });

  it('offers each link for a click once', async () => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    const document = await vscode.workspace.openTextDocument(uri);
    assert.deepEqual(
      links.map(({ range }) => document.getText(range)),
      ['gone.md', 'quay.md#quay-talk'],
    );
  });

  it('folds at each title once', async () => {
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      uri,
    );
    const starts = ranges.map(({ start }) => start);
    assert.deepEqual(starts, [...new Set(starts)]);
    assert.ok(starts.includes(2) && starts.includes(8), JSON.stringify(ranges));
  });

  it('lists the title of a note that has no file yet once', async () => {
    const untitled = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Draft\n' });
    await until(async () => sameList(await titles(untitled.uri), ['Draft']), 'its title');
  });
});
