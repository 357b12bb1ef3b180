/** The time before the library is read and the server runs, with a library that is read when the test says so. */
import assert from 'node:assert/strict';
import type { TalkNotesClient } from '../../client/src/languageClient.ts';
import type { WebAccess } from '../../server/src/lsp/protocol.ts';
import { Emitter, inVscode } from '../support/inVscode.ts';

interface Options {
  readonly initializationOptions: () => { readonly webAccess: WebAccess };
}

/** As much of the library's client as is used; writes down what is done with it. */
class FakeClient {
  readonly did: string[];
  readonly #changes = new Emitter();
  readonly #options: Options;
  readonly onDidChangeState = this.#changes.event;
  #isRunning = false;
  /** Called while the server is on its way up. */
  whileStarting = (): void => {};
  errors: unknown[][] = [];

  constructor(did: string[], options: Options) {
    this.did = did;
    this.#options = options;
  }

  isRunning = () => this.#isRunning;
  needsStop = () => this.#isRunning;
  error(...said: unknown[]): void {
    this.errors.push(said);
  }
  onNotification(): void {}
  onRequest(): void {}
  async start(): Promise<void> {
    this.did.push(`start ${this.#options.initializationOptions().webAccess.cacheFile}`);
    this.whileStarting();
    this.#isRunning = true;
    this.#changes.fire();
  }
  async stop(): Promise<void> {
    this.did.push('stop');
    this.#isRunning = false;
  }
  async dispose(): Promise<void> {
    this.did.push('dispose');
  }
  async sendRequest(method: string): Promise<unknown> {
    this.did.push(method);
    return { talks: [] };
  }
  async sendNotification(method: string, params: WebAccess): Promise<void> {
    this.did.push(`${method} ${params.cacheFile ?? ''}`.trim());
  }
}

const accessWith = (cacheFile: string) => ({ cacheFile }) as WebAccess;

describe('the connection to the server, before the library is read', () => {
  let did: string[];
  let asked: string[];
  /** What the user answers to the next message, if anything. */
  let answers: string[];
  /** How reading the library ends, one for each time that it is asked for. */
  let reads: { readonly resolve: () => void; readonly reject: (error: Error) => void }[];
  let fake: FakeClient | undefined;
  let whileStarting: (() => void) | undefined;
  let client: TalkNotesClient;

  const isPending = (promise: Promise<unknown>) =>
    Promise.race([promise.then(() => false), new Promise((resolve) => setImmediate(resolve, true))]);
  /** When the library is asked for, the given time. */
  const read = async (time: number) => {
    while (reads[time] === undefined) await new Promise((resolve) => setImmediate(resolve));
    return reads[time];
  };

  beforeEach(async () => {
    [did, asked, answers, reads] = [[], [], [], []];
    fake = undefined;
    whileStarting = undefined;
    const vscode = {
      EventEmitter: Emitter,
      CompletionItemKind: {},
      commands: {},
      l10n: { t: (text: string) => text },
      window: {
        showErrorMessage: async (message: string) => {
          asked.push(message);
          return answers.shift();
        },
      },
    };
    const { TalkNotesClient } = await inVscode<{ TalkNotesClient: new (...parts: object[]) => TalkNotesClient }>(
      "export { TalkNotesClient } from './client/src/languageClient.ts';",
      vscode,
    );
    const platform = {
      createClient: async (_id: string, _name: string, options: Options) => {
        await new Promise<void>((resolve, reject) => reads.push({ resolve, reject }));
        fake = new FakeClient(did, options);
        if (whileStarting) fake.whileStarting = whileStarting;
        return fake;
      },
    };
    const log = { debug() {}, warn() {}, error() {} };
    const builtIn = { onDidChange: new Emitter().event, served: [] };
    client = new TalkNotesClient(platform, log, builtIn, accessWith('a'));
  });

  it('has requests wait until it is', async () => {
    void client.start();
    const talks = client.talkList();
    const reading = await read(0);
    assert.equal(await isPending(talks), true);
    assert.equal(client.isRunning, false);
    reading.resolve();
    assert.deepEqual(await talks, []);
    assert.equal(client.isRunning, true);
    assert.ok(did.indexOf('talkNotes/talkList') > did.indexOf('start a'));
  });

  it('reads it once, whoever asks for a restart meanwhile', async () => {
    void client.start();
    const restarted = Promise.all([client.restart(), client.restart()]);
    (await read(0)).resolve();
    await restarted;
    assert.equal(reads.length, 1);
    const turns = did.filter((what) => /^st/.test(what));
    assert.deepEqual(turns, ['start a', 'stop', 'start a', 'stop', 'start a']);
    assert.deepEqual(await client.talkList(), []);
  });

  it('starts no server for a window that is closed meanwhile', async () => {
    const started = client.start();
    const reading = await read(0);
    client.dispose();
    reading.resolve();
    await started;
    assert.equal(did.includes('start a'), false);
  });

  it('stops a server that was on its way up when the window was closed', async () => {
    whileStarting = () => client.dispose();
    const started = client.start();
    (await read(0)).resolve();
    await started;
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(did.at(-1), 'dispose');
  });

  it('asks the user where it cannot be read, and reads it anew when told to', async () => {
    answers = ['Restart'];
    const started = client.start();
    (await read(0)).reject(new Error('gone'));
    await started;
    assert.deepEqual(asked, ['The Talk Notes server keeps stopping.']);
    (await read(1)).resolve();
    assert.deepEqual(await client.talkList(), []);
  });

  it('lets requests fail where it could not be read', async () => {
    const started = client.start();
    (await read(0)).reject(new Error('gone'));
    await started;
    await assert.rejects(client.talkList(), { message: 'The Talk Notes server is not running.' });
  });

  it('asks no user of a window that is closed', async () => {
    const started = client.start();
    const reading = await read(0);
    client.dispose();
    reading.reject(new Error('gone'));
    await started;
    assert.deepEqual(asked, []);
  });

  it('starts the server with what it was told last, and says what it was told since', async () => {
    whileStarting = () => client.setWebAccess(accessWith('c'));
    const started = client.start();
    client.setWebAccess(accessWith('b'));
    (await read(0)).resolve();
    await started;
    assert.ok(did.includes('start b'));
    assert.ok(did.includes('talkNotes/didChangeWebAccess c'));
  });

  it('shows none of the errors that the library logs', async () => {
    const started = client.start();
    (await read(0)).resolve();
    await started;
    fake!.error('Something', undefined, 'force');
    assert.deepEqual(fake!.errors, [['Something', undefined, false]]);
  });
});
