import assert from 'node:assert/strict';
import { basename } from 'node:path/posix';
import * as vscode from 'vscode';
import { closeEditors, noteUri, openNote, removeNote, until, untilEqual, writeNote } from './support.ts';
import { drawTree, note, talkNotes, withSetting } from './talkNotes.ts';

/** Three notes of the same kind in both formats: an event with links, the place that they lead to, and a note of the other format. */
interface Written {
  readonly format: string;
  /** Paths. */
  readonly days: string;
  readonly place: string;
  readonly page: string;
  readonly daysText: string;
  readonly placeText: string;
  readonly pageText: string;
  /** A link of the event to the title that stands in `titleLine` of the place. */
  readonly link: string;
  readonly title: string;
  readonly titleLine: number;
  /** Where the link leads, and all that name the same. */
  readonly definition: string;
  readonly uses: readonly string[];
  readonly hover: readonly RegExp[];
  readonly marks: readonly (readonly [number, vscode.DocumentHighlightKind])[];
  /** What is half written in the event, what completes it, and what is then inserted. */
  readonly halfWritten: string;
  readonly completion: string;
  readonly inserted: string;
  /** A word in a link, and what it grows to. */
  readonly word: string;
  readonly grown: readonly string[];
  readonly backlinks: readonly string[];
  readonly lenses: readonly (readonly [number, string])[];
}

const { Write } = vscode.DocumentHighlightKind;

const formats: readonly Written[] = [
  {
    format: 'reStructuredText',
    days: 'conference/dock-days.rst',
    place: 'conference/moorings.rst',
    page: 'conference/ropes.md',
    daysText: note(
      ...['Dock Days', '*********', ''],
      ...['Ropes', '=====', '', '@cleo', '', 'See :ref:`old-moorings` and :doc:`moorings`.', ''],
      ...['Knots', '=====', '', '@dan', '', 'A `bow', ''],
      ...['.. _bowline: http://knots.example/bowline'],
    ),
    placeText: note(
      ...['Moorings', '********', '', '.. _old-moorings:', ''],
      ...['Old ones', '========', '', 'Rings of iron.'],
    ),
    pageText: note('# Ropes', '', 'After [[moorings#Old ones]] came hemp.'),
    link: 'old-moorings',
    title: 'Old ones',
    titleLine: 5,
    definition: 'moorings.rst:3',
    uses: ['dock-days.rst:8', 'moorings.rst:3', 'moorings.rst:5', 'ropes.md:2'],
    hover: [/\*\*\[Old ones\]\(file:.*moorings\.rst#L6,1\)\*\*/, /Rings of iron/],
    marks: [
      [5, Write],
      [3, Write],
    ],
    halfWritten: 'A `bow',
    completion: 'bowline',
    inserted: 'bowline`_',
    word: 'moorings`.',
    grown: ['moorings', ':doc:`moorings`'],
    backlinks: [
      'Dock Days | conference/dock-days.rst · 2',
      '  See :ref:`old-moorings` and :doc:`moorings`. | Ropes',
      '  See :ref:`old-moorings` and :doc:`moorings`. | Ropes',
      'Ropes | conference/ropes.md',
      '  After [[moorings#Old ones]] came hemp. | Ropes',
    ],
    lenses: [
      [0, '2 references'],
      [5, '2 references'],
    ],
  },
  {
    format: 'Markdown',
    days: 'conference/pier-days.md',
    place: 'conference/piers.md',
    page: 'conference/cables.rst',
    daysText: note(
      ...['# Pier Days', '', '## Ropes', '', '@cleo', '', 'See [[piers#Old piers]] and [all](piers.md).', ''],
      ...['## Knots', '', '@dan', '', 'After [[pie'],
    ),
    placeText: note('# Piers', '', '## Old piers', '', 'Rings of wood.'),
    pageText: note('Cables', '******', '', 'After `them <piers.md#old-piers>`_ came hemp.'),
    link: 'piers#Old',
    title: 'Old piers',
    titleLine: 2,
    definition: 'piers.md:2',
    uses: ['cables.rst:3', 'pier-days.md:6', 'piers.md:2'],
    hover: [/\*\*\[Old piers\]\(file:.*piers\.md#L3,4\)\*\*/, /Rings of wood/],
    marks: [[2, Write]],
    halfWritten: 'After [[pie',
    completion: 'piers',
    inserted: 'piers]]',
    word: 'piers#Old',
    // The one with single brackets is of VS Code's own.
    grown: ['piers', 'piers#Old piers', '[piers#Old piers]', '[[piers#Old piers]]'],
    backlinks: [
      'Cables | conference/cables.rst',
      '  After `them <piers.md#old-piers>`_ came hemp. | Cables',
      'Pier Days | conference/pier-days.md · 2',
      '  See [[piers#Old piers]] and [all](piers.md). | Ropes',
      '  See [[piers#Old piers]] and [all](piers.md). | Ropes',
    ],
    lenses: [
      [0, '3 references'],
      [2, '2 references'],
    ],
  },
];

for (const each of formats) {
  describe(`moving through notes in ${each.format}`, () => movingThrough(each));
}

function movingThrough({ days, place, page, ...written }: Written): void {
  before(async () => {
    await talkNotes();
    await writeNote(place, written.placeText);
    await writeNote(page, written.pageText);
    await writeNote(days, written.daysText);
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
      return `${basename(uri.path)}:${range.start.line}`;
    });

  it('goes from a link to its place, and finds its uses in notes of both formats', async () => {
    const { document } = await openNote(days);
    const position = at(document, written.link, 2);
    for (const kind of ['Definition', 'Declaration', 'Reference']) {
      const places = async () => shown(await ask(`vscode.execute${kind}Provider`, document.uri, position)).toSorted();
      await untilEqual(places, kind === 'Reference' ? [...written.uses] : [written.definition]);
    }
  });

  it('goes from a note of the other format to a title, once', async () => {
    const { document } = await openNote(page);
    const link = basename(place).slice(0, 5);
    const places = async () =>
      shown(await ask('vscode.executeDefinitionProvider', document.uri, at(document, link, 2)));
    await untilEqual(places, [`${basename(place)}:${written.titleLine}`]);
  });

  it('shows over a link where it leads', async () => {
    const { document } = await openNote(days);
    const position = at(document, written.link, 2);
    const text = await until(async () => {
      const hovers = await ask<vscode.Hover>('vscode.executeHoverProvider', document.uri, position);
      return hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value)).join();
    }, 'the hover').then(String);
    for (const expected of written.hover) assert.match(text, expected);
  });

  it('marks the uses of a title in the note', async () => {
    const { document } = await openNote(place);
    const position = at(document, written.title, 2);
    const marks = async () => {
      const found = await ask<vscode.DocumentHighlight>('vscode.executeDocumentHighlights', document.uri, position);
      return found.map(({ range, kind }) => [range.start.line, kind]);
    };
    await untilEqual(
      marks,
      written.marks.map((mark) => [...mark]),
    );
  });

  it('completes a name of the note', async () => {
    const { document } = await openNote(days);
    const insertion = async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at(document, written.halfWritten, written.halfWritten.length),
        written.halfWritten.match(/[`[]/)?.[0],
      );
      return items.find(({ label }) => label === written.completion)?.insertText;
    };
    await untilEqual(insertion, written.inserted);
  });

  it('grows a selection from a word to a link', async () => {
    const editor = await openNote(days);
    const position = at(editor.document, written.word, 2);
    const grown = async () => {
      editor.selection = new vscode.Selection(position, position);
      const texts: string[] = [];
      for (let times = 0; times < written.grown.length; times++) {
        await vscode.commands.executeCommand('editor.action.smartSelect.expand');
        texts.push(editor.document.getText(editor.selection));
      }
      return texts;
    };
    await untilEqual(grown, [...written.grown]);
  });

  it('lists backlinks of the note in the editor, with their lines', async () => {
    const { backlinks } = await talkNotes();
    await openNote(place);
    await vscode.commands.executeCommand('talkNotes.backlinks.focus');
    await untilEqual(() => drawTree(backlinks.tree), [...written.backlinks]);
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
      await untilEqual(
        lenses,
        written.lenses.map((lens) => [...lens]),
      );
    });
  });

  it('steps from title to title', async () => {
    const editor = await openNote(place);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('talkNotes.nextHeading');
    await untilEqual(() => vscode.window.activeTextEditor?.selection.active.line, written.titleLine);
    await vscode.commands.executeCommand('talkNotes.previousHeading');
    await untilEqual(() => vscode.window.activeTextEditor?.selection.active.line, 0);
  });
}
