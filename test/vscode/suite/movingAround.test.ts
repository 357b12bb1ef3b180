import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, noteUri, openNote, removeNote, until, untilEqual, writeNote } from './support.ts';
import { drawTree, note, talkNotes, withSetting } from './talkNotes.ts';

const days = 'conference/dock-days.rst';
const place = 'conference/moorings.rst';
const page = 'conference/ropes.md';

const daysText = note(
  ...['Dock Days', '*********', ''],
  ...['Ropes', '=====', '', '@cleo', '', 'See :ref:`old-moorings` and :doc:`moorings`.', ''],
  ...['Knots', '=====', '', '@dan', '', 'A `bow', ''],
  ...['.. _bowline: http://knots.example/bowline'],
);
const placeText = note(
  'Moorings',
  '********',
  '',
  '.. _old-moorings:',
  '',
  'Old ones',
  '========',
  '',
  'Rings of iron.',
);
const pageText = note('# Ropes', '', 'After [[moorings#Old ones]] came hemp.');

describe('moving through the notes', () => {
  before(async () => {
    await talkNotes();
    await writeNote(place, placeText);
    await writeNote(page, pageText);
    await writeNote(days, daysText);
    const { client } = await talkNotes();
    await until(async () => (await client.talkList()).some(({ title }) => title === 'Knots'), 'the talk');
    await until(
      async () => (await client.backlinks({ uri: noteUri(place).toString() })).length === 2,
      'links from both notes',
    );
  });
  afterEach(closeEditors);
  after(() => Promise.all([days, place, page].map(removeNote)));

  const at = (document: vscode.TextDocument, text: string, more = 0) =>
    document.positionAt(document.getText().indexOf(text) + more);
  const ask = async <T extends object = vscode.LocationLink>(command: string, ...params: unknown[]) =>
    (await vscode.commands.executeCommand<readonly T[] | undefined>(command, ...params)) ?? [];
  const shown = (places: readonly (vscode.Location | vscode.LocationLink)[]) =>
    places.map((each) => {
      const [uri, range] =
        'targetUri' in each ? [each.targetUri, each.targetSelectionRange ?? each.targetRange] : [each.uri, each.range];
      return `${uri.path.split('/').at(-1)}:${range.start.line}`;
    });

  it('goes from a label to its place, and finds its uses in notes of both formats', async () => {
    const { document } = await openNote(days);
    const position = at(document, 'old-moorings', 2);
    for (const kind of ['Definition', 'Declaration', 'Reference']) {
      const uses = ['dock-days.rst:8', 'moorings.rst:3', 'moorings.rst:5', 'ropes.md:2'];
      const places = async () => shown(await ask(`vscode.execute${kind}Provider`, document.uri, position)).toSorted();
      await untilEqual(places, kind === 'Reference' ? uses : ['moorings.rst:3']);
    }
  });

  it('goes from a wiki link of Markdown to a title, once', async () => {
    const { document } = await openNote(page);
    const position = at(document, 'moorings', 2);
    const places = async () => shown(await ask('vscode.executeDefinitionProvider', document.uri, position));
    await untilEqual(places, ['moorings.rst:5']);
  });

  it('shows over a link where it leads', async () => {
    const { document } = await openNote(days);
    const position = at(document, 'old-moorings', 2);
    const text = await until(async () => {
      const hovers = await ask<vscode.Hover>('vscode.executeHoverProvider', document.uri, position);
      return hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value)).join();
    }, 'the hover').then(String);
    assert.match(text, /\*\*\[Old ones\]\(file:.*moorings\.rst#L6,1\)\*\*/);
    assert.match(text, /Rings of iron/);
  });

  it('marks the uses of a title in the note', async () => {
    const { document } = await openNote(place);
    const position = at(document, 'Old ones', 2);
    const marks = async () => {
      const found = await ask<vscode.DocumentHighlight>('vscode.executeDocumentHighlights', document.uri, position);
      return found.map(({ range, kind }) => [range.start.line, kind]);
    };
    await untilEqual(marks, [
      [5, vscode.DocumentHighlightKind.Write],
      [3, vscode.DocumentHighlightKind.Write],
    ]);
  });

  it('completes a name of the note', async () => {
    const { document } = await openNote(days);
    const insertion = async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at(document, 'A `bow', 6),
        '`',
      );
      return items.find(({ label }) => label === 'bowline')?.insertText;
    };
    await untilEqual(insertion, 'bowline`_');
  });

  it('grows a selection from a word to a link', async () => {
    const editor = await openNote(days);
    const position = at(editor.document, ':doc:`moorings`', 8);
    const grown = async () => {
      editor.selection = new vscode.Selection(position, position);
      const texts: string[] = [];
      for (let times = 0; times < 2; times++) {
        await vscode.commands.executeCommand('editor.action.smartSelect.expand');
        texts.push(editor.document.getText(editor.selection));
      }
      return texts;
    };
    await untilEqual(grown, ['moorings', ':doc:`moorings`']);
  });

  it('lists backlinks of the note in the editor, with their lines', async () => {
    const { backlinks } = await talkNotes();
    await openNote(place);
    await vscode.commands.executeCommand('talkNotes.backlinks.focus');
    await untilEqual(
      () => drawTree(backlinks.tree),
      [
        'Dock Days | conference/dock-days.rst · 2',
        '  See :ref:`old-moorings` and :doc:`moorings`. | Ropes',
        '  See :ref:`old-moorings` and :doc:`moorings`. | Ropes',
        'Ropes | conference/ropes.md',
        '  After [[moorings#Old ones]] came hemp. | Ropes',
      ],
    );
    await openNote(days);
    // Nobody links to it.
    await untilEqual(() => drawTree(backlinks.tree), []);
  });

  it('counts references above talks where that is asked for', async () => {
    await withSetting('talkNotes.codeLens.references', true, async () => {
      const { document } = await openNote(place);
      const lenses = async () => {
        const found = await ask<vscode.CodeLens>('vscode.executeCodeLensProvider', document.uri, 10);
        return found.map(({ range, command }) => [range.start.line, command?.title]);
      };
      await untilEqual(lenses, [
        [0, '2 references'],
        [5, '2 references'],
      ]);
    });
  });

  it('steps from title to title', async () => {
    const editor = await openNote(place);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('talkNotes.nextHeading');
    await untilEqual(() => vscode.window.activeTextEditor?.selection.active.line, 5);
    await vscode.commands.executeCommand('talkNotes.previousHeading');
    await untilEqual(() => vscode.window.activeTextEditor?.selection.active.line, 0);
  });
});
