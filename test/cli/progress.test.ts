import assert from 'node:assert/strict';
import { askWeb } from '../../server/src/cli/check/webRun.ts';
import { ProcessTerminal } from '../../server/src/cli/processTerminal.ts';
import type { Shell } from '../../server/src/cli/shell.ts';
import { dialectFor } from '../../server/src/core/dialects/registry.ts';
import type { HttpAnswer } from '../../server/src/linkcheck/http.ts';
import { nodeLinkClock } from '../../server/src/platform/node/web/webPlatform.ts';
import { parseOptions } from '../support/workspace.ts';

/** What a terminal of 40 columns, or a file, is sent by `work`. */
function written(isTTY: boolean, work: (terminal: ProcessTerminal) => void): string {
  let text = '';
  const stream = { isTTY, columns: 40, on: () => undefined, write: (more: string) => (text += more) };
  const { env } = process;
  work(
    new ProcessTerminal({
      stdout: stream,
      stderr: stream,
      env: { ...env, TERM: 'xterm' },
    } as unknown as NodeJS.Process),
  );
  return text;
}

describe('how far a check of web links is', () => {
  it('is shown in one line that is written over, on a terminal only', () => {
    const show = (terminal: ProcessTerminal): void => {
      terminal.status('1 of 2');
      terminal.status('x'.repeat(100));
      terminal.status(undefined);
    };
    assert.equal(written(true, show), `\r\u001b[K1 of 2\r\u001b[K${'x'.repeat(39)}\r\u001b[K`);
    assert.equal(written(false, show), '');
  });

  it('is told with every answer, with what was found by then, and taken away at the end', async () => {
    const said: (string | undefined)[] = [];
    const answers: Readonly<Record<string, HttpAnswer>> = {
      'http://a.org/': { type: 'response', status: 200 },
      'http://b.org/': { type: 'response', status: 404 },
    };
    const shell: Pick<Shell, 'terminal' | 'web'> = {
      terminal: { out() {}, err() {}, status: (text) => said.push(text), hasColor: false },
      web: async () => ({
        openHttpClient: () => ({
          request: async ({ url }) => answers[url] ?? { type: 'failure', reason: 'certificate' },
          close: async () => {},
        }),
        openVerdictFile: () => new Map(),
        clock: nodeLinkClock,
      }),
    };
    const dialect = dialectFor('/a.rst')!;
    const note = dialect.parse('http://a.org/ http://b.org/ http://c.org/ http://router/\n', parseOptions);
    const options = { concurrency: 1, timeoutMs: 1000, hostGapMs: 0, ignore: [], fragments: false };
    const { summary } = await askWeb(shell as Shell, [{ path: '/a.rst', dialect, note }], {
      ...{ ...options, allowPrivateHosts: false, cache: 'none' },
    });
    const last = '4/4 web links, 1 broken, 1 unverified';
    assert.deepEqual([said.length, said.at(-1)], [5, undefined]);
    assert.ok(said.slice(0, -1).every((text, at) => text?.startsWith(`${at + 1}/4 web links, `)));
    assert.ok(said.at(-2)?.startsWith(last), said.at(-2));
    assert.deepEqual([summary.links, summary.sites, summary.outcomes.skipped], [4, 3, 1]);
  });
});
