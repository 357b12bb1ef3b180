import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openNote, removeNote, until, untilEqual, writeNote } from './support.ts';
import { note, talkNotes } from './talkNotes.ts';

const text = note(
  'Event',
  '*****',
  '',
  'First Talk',
  '==========',
  '',
  'Part',
  '----',
  '',
  'Text.',
  '',
  'Second Talk',
  '===========',
  '',
  'End.',
);

function draw(symbols: readonly vscode.DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, range, selectionRange, children }) => [
    `${'  '.repeat(depth)}${name} ${range.start.line}-${range.end.line} title ${selectionRange.start.line}`,
    ...draw(children, depth + 1),
  ]);
}

describe('the outline', () => {
  before(talkNotes);
  afterEach(closeEditors);
  after(() => removeNote('outline.rst'));

  it('has every section within the one around it, from its title to its end', async () => {
    const uri = await writeNote('outline.rst', text);
    await openNote('outline.rst');
    const outline = async () =>
      draw(
        (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          uri,
        )) ?? [],
      );
    await untilEqual(outline, [
      'Event 0-14 title 0',
      '  First Talk 3-10 title 3',
      '    Part 6-10 title 6',
      '  Second Talk 11-14 title 11',
    ]);
  });

  it('is searched over all notes, open or not, by a few letters', async () => {
    await writeNote('outline.rst', text);
    const found = await until(async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'sectalk',
      );
      return symbols.find(({ name }) => name === 'Second Talk');
    }, 'the symbol');
    assert.equal(found.location.uri.path.split('/').at(-1), 'outline.rst');
    assert.equal(found.location.range.start.line, 11);
  });

  it('folds sections', async () => {
    const uri = await writeNote('outline.rst', text);
    await openNote('outline.rst');
    await until(async () => {
      const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        uri,
      );
      return ranges.some(({ start }) => start === 3);
    }, 'the fold of the first talk');
  });
});
