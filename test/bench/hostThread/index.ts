/** Called by VS Code in its extension host: uses the extension, and looks at how long it holds the host's thread. */
import { writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { TalkNotesApi } from '../../../client/src/extension.shared.ts';
import { stretchesOf } from './stretches.ts';

/** Milliseconds: all of them, and those that the thread computed, where the host's Node can tell. */
export interface Duration {
  readonly wall: number;
  readonly processor?: number;
}

/** What was seen in one window. */
export interface Round {
  /** From the wish to start the extension until it had started, VS Code's own part included. */
  readonly activation: Duration;
  /** From the same wish until the server ran. */
  readonly serverStart: Duration;
  /** The longest stretch of each thing that was done; nothing in a window that was only started. */
  readonly steps: Readonly<Record<string, { readonly milliseconds: number; readonly where: string }>>;
}

const session = new Session();

const scripts = ['dist/extension.cjs', 'dist/library.cjs'];

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<TalkNotesApi>('talk-notes.talk-notes')!;
  if (extension.isActive) throw new Error('It has started by itself, with no note open.');
  // Being looked at makes a start a fifth longer, so that one window is not.
  const round = process.env.TALK_NOTES_PROFILED
    ? await profiled(extension)
    : { ...(await start(extension, plainly)), steps: {} };
  writeFileSync(process.env.TALK_NOTES_ROUND!, JSON.stringify(round));
}

/** Does something under a name. */
type Step = (name: string, act: () => unknown) => Promise<void>;

const plainly: Step = async (_name, act) => {
  await act();
};

async function start(
  extension: vscode.Extension<TalkNotesApi>,
  step: Step,
): Promise<Pick<Round, 'activation' | 'serverStart'>> {
  const passed = stopwatch();
  let activation!: Duration;
  let serverStart!: Duration;
  await step('start', async () => {
    await extension.activate();
    activation = passed();
  });
  await step('the server starts', async () => {
    while (!extension.exports.client.isRunning) await wait(1);
    serverStart = passed();
  });
  return { activation, serverStart };
}

/** Gives what has passed since it was made. */
function stopwatch(): () => Duration {
  const begin = performance.now();
  const used = process.threadCpuUsage?.();
  return () => {
    const wall = performance.now() - begin;
    const more = process.threadCpuUsage?.(used);
    return { wall, ...(more === undefined ? {} : { processor: (more.user + more.system) / 1000 }) };
  };
}

async function profiled(extension: vscode.Extension<TalkNotesApi>): Promise<Round> {
  session.connect();
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: 200 });
  const steps: Record<string, { milliseconds: number; where: string }> = {};
  const step: Step = async (name, act) => {
    await post('Profiler.start');
    await act();
    const { profile } = (await post('Profiler.stop')) as { readonly profile: Profiler.Profile };
    const stretches = stretchesOf(profile, scripts, name === 'start' || name === 'the server starts');
    const [longest] = stretches.toSorted((a, b) => b.milliseconds - a.milliseconds);
    steps[name] = longest ?? { milliseconds: 0, where: '' };
  };
  const started = await start(extension, step);
  await use(extension.exports, step);
  return { ...started, steps };
}

async function use(api: TalkNotesApi, step: Step): Promise<void> {
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
