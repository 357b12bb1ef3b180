/** Beside VS Code's own Markdown extension, which is on in these tests as it is by default. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, noteUri, openNote, removeNote, until, untilEqual, writeNote } from './support.ts';
import { note, talkNotes } from './talkNotes.ts';

const text = note(
  '# Data Days',
  '',
  '## Harbour Talk',
  '',
  '[gone](gone.md) and [[nowhere]] and [Quay](quay.md#quay-talk).',
  'Also [[quay]] and [all of it](quay.md) and [named][] and [other](beside.rst#a-place) and [here](#lighthouse-talk).',
  '',
  '[named]: quay.md#quay-talk',
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
const rstPath = 'beside.rst';
const picturePath = 'chart.png';

async function titles(uri: vscode.Uri): Promise<string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  const all = (items: readonly vscode.DocumentSymbol[]): string[] =>
    items.flatMap(({ name, children }) => [name.replace(/^#+ /, ''), ...all(children)]);
  // Of VS Code's own are the definitions of links.
  return all(symbols ?? []).filter((name) => !name.startsWith('['));
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

/** Files and lines that a command gives for the first place in a note where `text` stands. */
async function placesOf(command: string, uri: vscode.Uri, text: string): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  const found = await vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
    command,
    uri,
    position,
  );
  return found.map((each) => {
    const [at, range] =
      'targetUri' in each ? [each.targetUri, each.targetSelectionRange ?? each.targetRange] : [each.uri, each.range];
    return `${at.path.split('/').at(-1)}:${range.start.line}`;
  });
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

describe("beside VS Code's own Markdown extension", () => {
  let uri: vscode.Uri;

  before(async () => {
    await talkNotes();
    await writeNote(otherPath, other);
    await writeNote(picturePath, '');
    await writeNote(rstPath, note('Beside', '======', '', '`q <quay.md#quay-talk>`_', '', 'A Place', '-------'));
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
    await removeNote(picturePath);
    await removeNote(rstPath);
  });

  it('lists each title of a note once', async () => {
    const once = ['Data Days', 'Harbour Talk', 'Lighthouse Talk'];
    await untilEqual(() => titles(uri), once);
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
    await untilEqual(() => marked(uri), ['Talk Notes: gone.md', 'Talk Notes: nowhere']);
    await set('markdown.validate.enabled', true);
    await until(async () => {
      const all = await marked(uri);
      return all.length === 2 && all.includes('Talk Notes: nowhere') && all.some((each) => each.endsWith(': gone.md'));
    }, 'one finding each');
  });

  it('offers each link for a click once', async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    const texts = async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
      return links.map(({ range }) => document.getText(range));
    };
    await untilEqual(texts, [
      'gone.md',
      'quay.md#quay-talk',
      'quay',
      'quay.md',
      'named',
      'beside.rst#a-place',
      'named',
      '#lighthouse-talk',
      'quay.md#quay-talk',
    ]);
  });

  it('folds at each title once', async () => {
    const starts = async () => {
      const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        uri,
      );
      return ranges.map(({ start }) => start);
    };
    const titleLines = [2, 11];
    await untilEqual(async () => (await starts()).filter((line) => titleLines.includes(line)), titleLines);
    const all = await starts();
    assert.deepEqual(all, [...new Set(all)]);
  });

  for (const [what, place, expected] of [
    ['a link to a title', 'quay.md#quay-talk', ['quay.md:0']],
    ['a link to a note', 'quay.md)', ['quay.md:0']],
    ['a wiki link', 'quay]]', ['quay.md:0']],
    ['the text of a link', 'Quay]', ['quay.md:0']],
    ['a reference', 'named][]', ['markdown-beside.md:7']],
    ['a link to a title of a note of the other kind', 'beside.rst#a', ['beside.rst:5']],
    ['a link to a title of the same note', '#lighthouse', ['markdown-beside.md:11']],
  ] as const) {
    it(`goes from ${what} to one place`, async () => {
      await untilEqual(() => placesOf('vscode.executeDefinitionProvider', uri, place), [...expected]);
    });
  }

  it('finds each use of a title once, of whatever kind it is', async () => {
    const quay = noteUri(otherPath);
    const uses = async () => (await placesOf('vscode.executeReferenceProvider', quay, 'Quay Talk')).toSorted();
    await untilEqual(uses, [
      'beside.rst:3',
      'markdown-beside.md:4',
      'markdown-beside.md:5',
      'markdown-beside.md:7',
      'quay.md:0',
    ]);
  });

  it('proposes each path and title once', async () => {
    await append(uri, '\n[x](qua');
    const document = await vscode.workspace.openTextDocument(uri);
    const proposed = async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        document.positionAt(document.getText().length),
      );
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return labels.filter((label) => label.startsWith('quay'));
    };
    await untilEqual(proposed, ['quay.md']);
  });

  it('shows a picture below the pointer once, and where any link leads', async () => {
    await append(uri, '\n![chart](chart.png)\n');
    const document = await vscode.workspace.openTextDocument(uri);
    const shown = async (place: string): Promise<readonly string[]> => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        document.positionAt(document.getText().indexOf(place) + 1),
      );
      return hovers.flatMap(({ contents }) => contents.map((each) => (typeof each === 'string' ? each : each.value)));
    };
    await untilEqual(async () => (await shown('chart.png')).join('\n').match(/<img |!\[/g)?.length, 1);
    for (const [place, title] of [
      ['quay.md#quay-talk', 'Quay Talk'],
      ['quay]]', 'Quay Talk'],
      ['#lighthouse', 'Lighthouse Talk'],
    ] as const) {
      await untilEqual(async () => (await shown(place)).join('\n').match(/Quay Talk|Lighthouse Talk/g), [title]);
    }
  });

  it('offers each refactoring and each fix once', async () => {
    await append(uri, '\nSee http://quay.example/plan and [more](http://quay.example/more).\n');
    const document = await vscode.workspace.openTextDocument(uri);
    const offered = async (place: string, kind?: string) => {
      const at = document.positionAt(document.getText().indexOf(place) + 1);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        new vscode.Range(at, at),
        kind,
      );
      return actions.filter(({ disabled }) => !disabled).map(({ title }) => title);
    };
    const references = new Set(['Make it a reference', 'Extract to link definition']);
    for (const [place, expected, reference] of [
      ['gone.md', 'Create gone.md', 'Extract to link definition'],
      ['nowhere', 'Create nowhere.md'],
      ['http://quay.example/plan', 'Make it a reference', 'Make it a reference'],
      ['http://quay.example/more', 'Extract to link definition', 'Extract to link definition'],
      ['Lighthouse', 'Demote the section'],
    ] as const) {
      await until(async () => (await offered(place)).includes(expected), `${expected} at ${place}`);
      const names = await offered(place);
      assert.deepEqual(names.toSorted(), [...new Set(names)].toSorted(), place);
      const found = names.filter((name) => references.has(name));
      assert.deepEqual(found, reference === undefined ? [] : [reference], place);
    }
    await untilEqual(() => offered('named]:', 'source.organizeLinkDefinitions'), ['Organize link definitions']);
  });

  it('renames a title with every link to it', async () => {
    const changed = async () => {
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        noteUri(otherPath),
        new vscode.Position(0, 4),
        'Harbour Wall',
      );
      return edit
        .entries()
        .map(([file, edits]) => `${file.path.split('/').at(-1)} ${edits.length}`)
        .toSorted();
    };
    await untilEqual(changed, ['beside.rst 1', 'markdown-beside.md 2', 'quay.md 1']);
  });

  it('lists the title of a note that has no file yet once', async () => {
    const untitled = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Draft\n' });
    await untilEqual(() => titles(untitled.uri), ['Draft']);
  });
});
