/** Called by VS Code in its extension host: uses the extension, and looks at how long it holds the host's thread. */
import { writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import * as vscode from 'vscode';
import type { TalkNotesApi } from '../../../client/src/extension.shared.ts';
import { stretchesOf } from './stretches.ts';

/** What was seen in one window. */
export interface Round {
  /** Milliseconds from the wish to start the extension until it had started, VS Code's own part included. */
  readonly activation: number;
  /** The processor time of the thread in that, where the host's Node can tell. */
  readonly activationOfThread?: number;
  /** The longest stretch of each thing that was done; nothing in a window that was only started. */
  readonly steps: Readonly<Record<string, { readonly milliseconds: number; readonly where: string }>>;
}

const session = new Session();

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<TalkNotesApi>('talk-notes.talk-notes')!;
  if (extension.isActive) throw new Error('It has started by itself, with no note open.');
  // Being looked at makes a start a fifth longer, so that one window is not.
  const round = process.env.TALK_NOTES_PROFILED
    ? await profiled(extension)
    : { ...(await start(extension)), steps: {} };
  writeFileSync(process.env.TALK_NOTES_ROUND!, JSON.stringify(round));
}

type Start = Pick<Round, 'activation' | 'activationOfThread'>;

async function start(extension: vscode.Extension<TalkNotesApi>): Promise<Start> {
  const begin = performance.now();
  const used = process.threadCpuUsage?.();
  await extension.activate();
  const activation = performance.now() - begin;
  const more = process.threadCpuUsage?.(used);
  return { activation, ...(more === undefined ? {} : { activationOfThread: (more.user + more.system) / 1000 }) };
}

async function profiled(extension: vscode.Extension<TalkNotesApi>): Promise<Round> {
  session.connect();
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: 200 });
  const steps: Record<string, { milliseconds: number; where: string }> = {};
  const step = async (name: string, act: () => unknown): Promise<void> => {
    await post('Profiler.start');
    await act();
    const { profile } = (await post('Profiler.stop')) as { readonly profile: Profiler.Profile };
    const stretches = stretchesOf(profile, 'dist/extension.cjs', name === 'start');
    const [longest] = stretches.toSorted((a, b) => b.milliseconds - a.milliseconds);
    steps[name] = longest ?? { milliseconds: 0, where: '' };
  };
  let started!: Start;
  await step('start', async () => {
    started = await start(extension);
  });
  await use(extension.exports, step);
  return { ...started, steps };
}

async function use(api: TalkNotesApi, step: (name: string, act: () => unknown) => Promise<void>): Promise<void> {
  const { client, talks, todos } = api;
  await step('reading all notes', () => client.indexReady());
  await step('the views', async () => {
    await vscode.commands.executeCommand('talkNotes.talks.focus');
    await vscode.commands.executeCommand('talkNotes.todos.focus');
    for (const tree of [talks.tree, todos.tree]) {
      for (const id of await tree.getChildren())
        for (const inner of await tree.getChildren(id)) tree.getTreeItem(inner);
    }
  });
  await step('opening notes', async () => {
    for (const uri of await vscode.workspace.findFiles('**/*.rst', undefined, 20)) {
      await vscode.window.showTextDocument(uri);
      await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
    }
  });
  await step('typing', async () => {
    const editor = vscode.window.activeTextEditor!;
    for (let count = 0; count < 100; count++) {
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), count % 20 === 0 ? '\n' : 'x'));
    }
    await client.todos({ showDone: true });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
  await step('symbols of all notes', () =>
    vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', 'a'),
  );
  await step('Go to Talk…', async () => {
    const picking = vscode.commands.executeCommand('talkNotes.goToTalk');
    await client.talkList();
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await picking;
  });
  await step('checking all links', () => client.checkLinks());
  await step('a server that is restarted', async () => {
    await client.restart();
    await client.indexReady();
  });
}

function post(method: string, params: object = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    session.post(method, params, (error, result) => (error ? reject(error) : resolve(result)));
  });
}
