import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TalkNotesApi } from '../../../client/src/extension.shared.ts';
import { closeEditors, openNote, removeNote, until, untilEqual, writeNote } from './support.ts';
import { bytesOf, findRow, note, replaceText, rowOf, talkNotes, withSetting } from './talkNotes.ts';

/** Each test has a note of its own: VS Code keeps documents for a while after their file is gone. */
let notes = 0;
let path: string;
const text = note('Margins', '*******', '', 'One two', 'three four.', '', 'Five.');

describe('annotations', () => {
  let api: TalkNotesApi;
  let uri: string;

  before(async () => {
    api = await talkNotes();
  });
  beforeEach(async () => {
    path = `conference/margins-${++notes}.rst`;
    uri = (await writeNote(path, text)).toString();
    await openNote(path);
  });
  afterEach(async () => {
    await closeEditors();
    await removeNote(path);
  });

  const threads = () => api.margin.threads(uri);
  const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`talkNotes.${command}`, ...args);
  const bodies = () => threads()[0]?.comments.map(({ body }) => body);

  /** What the button under VS Code's field for a new comment does. */
  async function annotate(words: string, said: string): Promise<void> {
    const { document } = vscode.window.activeTextEditor!;
    const at = document.getText().indexOf(words);
    const range = new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
    const thread = { uri: document.uri, range, comments: [], dispose: () => {} };
    await run('createAnnotation', { thread, text: said });
    await until(() => bodies()?.[0] === said, 'the thread');
  }

  it('are written, answered, edited, resolved and deleted from the margin', async () => {
    await withSetting('talkNotes.annotations.author', 'Ada Byron', async () => {
      await annotate('three', 'Why?');
      const [thread] = threads();
      assert.equal(thread!.range!.start.line, (await lineOf('three four.'))!);
      assert.deepEqual(thread!.comments[0]!.author.name, 'Ada Byron');
      assert.ok(Math.abs(thread!.comments[0]!.timestamp!.getTime() - Date.now()) < 120_000);
      assert.match(await bytesOf(path), /^ {3}:on: three$/m);
      const before = await bytesOf(path);
      await run('replyToAnnotation', { thread, text: 'Because.' });
      await until(() => bodies()?.join() === 'Why?,Because.', 'the reply');
      assert.equal(threads()[0], thread, 'the thread stays the same one');
      const [, reply] = thread!.comments;
      await run('editRemark', reply);
      (reply as { body: string }).body = 'No idea.';
      await run('saveRemark', reply);
      await until(() => bodies()?.join() === 'Why?,No idea.', 'the new text');
      await run('resolveAnnotation', thread);
      await until(() => thread!.state === vscode.CommentThreadState.Resolved, 'the thread to be resolved');
      await run('reopenAnnotation', thread);
      await until(() => thread!.state === vscode.CommentThreadState.Unresolved, 'the thread to be open');
      await run('deleteRemark', thread!.comments[1]);
      await until(() => bodies()?.join() === 'Why?', 'the reply to go');
      assert.equal(await bytesOf(path), before);
      await run('deleteAnnotation', thread);
      await until(() => threads().length === 0, 'the thread to go');
      assert.equal(await bytesOf(path), text);
    });
  });

  it('follow what they are about while the note is edited, and say when it is gone', async () => {
    await annotate('Five.', 'Six?');
    const { document } = vscode.window.activeTextEditor!;
    await replaceText(document, 'Five.', 'Before.\n\nFive.');
    await replaceText(document, 'One two', 'Zero\nOne two');
    await annotationGone();

    async function annotationGone(): Promise<void> {
      await replaceText(document, '\n\n   Six?', '\n   :on: Nowhere\n\n   Six?');
      await until(() => threads()[0]?.label?.startsWith('Detached'), 'the thread to be detached');
    }
  });

  it('stand in the view, and are resolved and deleted there', async () => {
    await annotate('three', 'Why?');
    const row = await rowOf(api.annotations.tree, ({ label }) => label === 'Why?', 'Why?');
    assert.equal(api.annotations.tree.getTreeItem(row.id).contextValue, 'annotation.open');
    await run('resolveAnnotation', row.id);
    const hidden = async () => (await findRow(api.annotations.tree, ({ label }) => label === 'Why?')) === undefined;
    await until(hidden, 'the resolved one to be hidden');
    await run('showResolvedAnnotations');
    const resolved = await rowOf(api.annotations.tree, ({ label }) => label === 'Why?', 'the resolved one');
    assert.match(resolved.description ?? '', /^resolved/);
    await run('deleteAnnotation', resolved.id);
    await run('hideResolvedAnnotations');
    await until(async () => (await bytesOf(path)) === text, 'the note to be as it was');
  });

  it('become to-dos of their talk', async () => {
    await annotate('three', 'Read about it');
    await run('annotationToTodo', threads()[0]);
    await until(() => threads().length === 0, 'the annotation to go');
    const bytes = await bytesOf(path);
    assert.match(bytes, /To Do\n[^\w\s]+\n\n.*Read about it/);
    assert.ok(!bytes.includes('annotation:'));
    await vscode.commands.executeCommand('undo');
    const { document } = vscode.window.activeTextEditor!;
    await until(() => document.getText().includes('annotation:'), 'one step of undo');
    assert.ok(!document.getText().includes('- Read about it'));
  });

  it('are stepped through, round and round', async () => {
    await annotate('three', 'Why?');
    const editor = vscode.window.activeTextEditor!;
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await run('nextAnnotation');
    const line = (await lineOf('three four.'))!;
    await untilEqual(cursorLine, line);
    // One that stands still is seen by where it comes back to.
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await run('previousAnnotation');
    await untilEqual(cursorLine, line);
  });

  it('are gone where they are switched off', async () => {
    await annotate('three', 'Why?');
    await withSetting('talkNotes.annotations.enabled', false, async () => {
      await until(() => threads().length === 0, 'the margin to be empty');
    });
    await until(() => threads().length === 1, 'the margin to be back');
  });

  function cursorLine(): number | undefined {
    return vscode.window.activeTextEditor?.selection.active.line;
  }

  async function lineOf(line: string): Promise<number | undefined> {
    const { document } = vscode.window.activeTextEditor!;
    const found = document.getText().split('\n').indexOf(line);
    return found < 0 ? undefined : found;
  }
});
