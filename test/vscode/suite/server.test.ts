import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { TalkNotesApi } from '../../../client/src/extension.shared.ts';
import { serverFlags } from '../../../client/src/serverFlags.node.ts';
import { closeEditors, openNote, removeNote, until, untilEqual, writeNote } from './support.ts';
import { findingCodes, findRow, note, replaceText, talkNotes } from './talkNotes.ts';

describe('the server', () => {
  let api: TalkNotesApi;

  before(async () => {
    api = await talkNotes();
    await writeNote('server.rst', note('Server', '******', '', 'Section', '======='));
    await until(knowsNote, 'the note');
  });
  afterEach(closeEditors);
  after(() => Promise.all(['server.rst', 'typed.rst'].map(removeNote)));

  const knowsNote = async () => (await api.client.talkList()).some(({ title }) => title === 'Server');
  const serverProcess = () => (api.client.languageClient as LanguageClient | undefined)?.serverProcess;
  const processId = () => serverProcess()?.pid;

  it('is started when a note is opened, and registers every command', async () => {
    const { contributes } = vscode.extensions.getExtension('talk-notes.talk-notes')!.packageJSON;
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = contributes.commands.filter(({ command }: { command: string }) => !registered.has(command));
    assert.deepEqual(missing, []);
    assert.ok(api.client.isRunning);
    assert.ok(serverProcess()?.spawnargs.includes(serverFlags[0]!), 'the server has its flags');
  });

  it('can be restarted ten times in a row', async () => {
    const first = processId();
    for (let count = 0; count < 10; count++) await vscode.commands.executeCommand('talkNotes.restartServer');
    assert.notEqual(processId(), first);
    await until(knowsNote, 'the note');
    await openNote('server.rst');
  });

  it('can be restarted by a user who does not wait', async () => {
    await Promise.all(Array.from({ length: 5 }, () => vscode.commands.executeCommand('talkNotes.restartServer')));
    await until(knowsNote, 'the note');
  });

  it('comes back with its index when it dies, and the tree keeps its rows meanwhile', async () => {
    await api.talks.tree.getChildren();
    const died = processId();
    assert.ok(died !== undefined);
    process.kill(died, 'SIGKILL');
    assert.ok((await api.talks.tree.getChildren()).length > 0);
    await until(() => api.client.isRunning && processId() !== undefined && processId() !== died, 'a new server');
    await until(knowsNote, 'the note');
    assert.ok(await findRow(api.talks.tree, ({ label }) => label === 'Server'));
  });

  it('is given up when it dies five times, and started again when the user says so', async () => {
    await vscode.commands.executeCommand('talkNotes.restartServer');
    for (let death = 1; death <= 5; death++) {
      await until(() => api.client.isRunning, 'the server to run');
      await api.client.indexReady();
      const died = processId()!;
      process.kill(died, 'SIGKILL');
      await until(() => processId() !== died || !api.client.isRunning, 'the death to be noticed');
    }
    await until(() => !api.client.isRunning, 'the server to be given up');
    assert.ok((await api.talks.tree.getChildren()).length > 0);
    await vscode.commands.executeCommand('talkNotes.restartServer');
    await until(knowsNote, 'the note');
  });

  it('may die 20 times while a person types: no letter is lost, and what is shown is what was written', async function () {
    this.timeout(240_000);
    const uri = await writeNote('typed.rst', note('Deaths', '******', '', 'Typed', '=====', '', 'See gone_.'));
    const { document } = await openNote('typed.rst');
    let title = 'Typed';
    const type = async () => {
      const longer = `${title}x`;
      await replaceText(document, `${title}\n${'='.repeat(title.length)}`, `${longer}\n${'='.repeat(longer.length)}`);
      title = longer;
    };
    for (let death = 1; death <= 20; death++) {
      const doomed = await until(() => api.client.isRunning && processId(), 'the server to run');
      await type();
      process.kill(doomed, 'SIGKILL');
      await type();
      // More than that in so short a time and it is given up, which is the test above.
      if (death % 4 === 0) await vscode.commands.executeCommand('talkNotes.restartServer');
      else await until(() => processId() !== doomed, 'the death to be noticed');
    }
    assert.equal(title.length, 'Typed'.length + 40);
    assert.equal(document.getText(), note('Deaths', '******', '', title, '='.repeat(title.length), '', 'See gone_.'));
    await until(() => findRow(api.talks.tree, ({ label }) => label === title), 'the row');
    await untilEqual(() => findingCodes(uri), ['link.reference-undefined']);
    await replaceText(document, 'gone_', 'nothing');
    await untilEqual(() => findingCodes(uri), []);
  });
});
