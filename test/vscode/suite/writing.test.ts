import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, noteUri, openNote, removeNote, until, untilEqual, writeNote } from './support.ts';
import { note, talkNotes, withSetting } from './talkNotes.ts';

/** The same note in both formats. */
interface Written {
  readonly format: string;
  readonly suffix: string;
  readonly text: string;
  /** Lines: the first section's title, the second's, what stands in that, and what shows its level. */
  readonly first: number;
  readonly second: number;
  readonly inside: number;
  readonly marked: number;
  readonly title: string;
  readonly link: string;
  readonly created: string;
  /** A note with a title that is referred to, the place of a use, and the note once the title is “Great plan”. */
  readonly named: string;
  readonly use: vscode.Position;
  readonly renamed: string;
  /** A note that ends in a link that leads nowhere, what mends it, and the line then. */
  readonly broken: string;
  readonly fix: string;
  readonly mended: string;
  /** A note that links to “target”, and the note once that is “moved/goal”. */
  readonly linking: string;
  readonly followed: string;
}

const formats: readonly Written[] = [
  {
    format: 'reStructuredText',
    suffix: 'rst',
    text: note(
      ...['Event', '=====', '', 'First', '-----', '', 'a', ''],
      ...['Second', '------', '', 'b', '', 'Third', '-----'],
    ),
    first: 3,
    second: 8,
    inside: 11,
    marked: 9,
    title: 'Second',
    link: ':doc:`Second <second>`',
    created: note('Second', '------', '', 'b'),
    named: note('Plan', '====', '', 'See `Plan`_.'),
    use: new vscode.Position(3, 6),
    renamed: note('Great plan', '==========', '', 'See `Great plan`_.'),
    broken: note('Plan', '====', '', 'See :doc:`targt`.'),
    fix: 'Did you mean TARGET?',
    mended: 'See :doc:`target`.',
    linking: note('Plan', '====', '', 'See :doc:`target`.'),
    followed: note('Plan', '====', '', 'See :doc:`moved/goal`.'),
  },
  {
    format: 'Markdown',
    suffix: 'md',
    text: note('# Event', '', '## First', '', 'a', '', '## Second', '', 'b', '', '## Third'),
    first: 2,
    second: 6,
    inside: 8,
    marked: 6,
    title: '## Second',
    link: '[Second](second.md)',
    created: note('# Second', '', 'b'),
    named: note('# Plan', '', 'See [it](#plan).'),
    use: new vscode.Position(2, 11),
    renamed: note('# Great plan', '', 'See [it](#great-plan).'),
    broken: note('# Plan', '', 'See [[targt]].'),
    fix: 'Did you mean TARGET?',
    mended: 'See [[target]].',
    linking: note('# Plan', '', 'See [[target]] and [it](target.md).'),
    followed: note('# Plan', '', 'See [[goal]] and [it](moved/goal.md).'),
  },
];

for (const each of formats) {
  describe(`writing in ${each.format}`, () => writing(each));
}

function writing({ suffix, text, ...written }: Written): void {
  const path = `writing/sections.${suffix}`;
  const second = `writing/second.${suffix}`;
  before(talkNotes);
  beforeEach(() => writeNote(path, text));
  afterEach(async () => {
    await closeEditors();
    await removeNote(path);
    await removeNote(second);
  });

  /** Puts the cursor at the start of a line. */
  async function at(line: number): Promise<vscode.TextEditor> {
    const editor = await openNote(path);
    editor.selection = new vscode.Selection(line, 0, line, 0);
    return editor;
  }

  /** The code action of that name in a line. */
  function actionAt(document: vscode.TextDocument, line: number, title: string): Promise<vscode.CodeAction> {
    return until(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        document.lineAt(line).range,
      );
      return actions.find((each) => each.title === title);
    }, title);
  }

  it('moves a section with the cursor in it, and undo brings it back', async () => {
    const editor = await at(written.inside);
    const { document } = editor;
    await vscode.commands.executeCommand('talkNotes.moveSectionUp');
    await until(() => document.lineAt(written.first).text === written.title, 'the section to be first');
    assert.equal(document.lineAt(editor.selection.active.line).text, 'b');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('demotes and promotes a section', async () => {
    const { document } = await at(written.inside);
    const before = document.lineAt(written.marked).text;
    await vscode.commands.executeCommand('talkNotes.demoteSection');
    await until(() => document.lineAt(written.marked).text !== before, 'another level');
    await vscode.commands.executeCommand('talkNotes.promoteSection');
    await until(() => document.getText() === text, 'the text to be as before');
  });

  it('moves a section to a note of its own', async () => {
    const { document } = await at(written.second);
    const action = await actionAt(document, written.second, `Move the section to ${second}`);
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    assert.equal(document.lineAt(written.second).text, written.link);
    const created = await vscode.workspace.openTextDocument(noteUri(second));
    assert.equal(created.getText(), written.created);
  });

  it('mends a link by a quick fix', async () => {
    const target = `writing/target.${suffix}`;
    await writeNote(target, note('Target'));
    await writeNote(path, written.broken);
    const { document } = await openNote(path);
    const line = document.lineCount - 2;
    const action = await actionAt(document, line, written.fix.replace('TARGET', target));
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    assert.equal(document.lineAt(line).text, written.mended);
    await removeNote(target);
  });

  it('has links follow a note that is moved, once', async () => {
    const target = `writing/target.${suffix}`;
    const moved = `writing/moved/goal.${suffix}`;
    const uri = await writeNote(target, note('Target'));
    await writeNote(path, written.linking);
    const { client } = await talkNotes();
    await until(async () => (await client.backlinks({ uri: uri.toString() })).length === 1, 'the link');
    await withSetting('talkNotes.updateLinksOnFileMove', 'always', async () => {
      const { document } = await openNote(path);
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(uri, noteUri(moved));
      assert.ok(await vscode.workspace.applyEdit(edit));
      await untilEqual(() => document.getText(), written.followed);
    });
    await removeNote(moved);
  });

  it('renames a title from one of its uses', async () => {
    await writeNote(path, written.named);
    const { document } = await openNote(path);
    const edit = await until(
      async () =>
        vscode.commands
          .executeCommand<vscode.WorkspaceEdit | undefined>(
            'vscode.executeDocumentRenameProvider',
            document.uri,
            written.use,
            'Great plan',
          )
          .then(undefined, () => undefined),
      'the edit',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), written.renamed);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), written.named);
  });
}
