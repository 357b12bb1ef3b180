import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTempFolder } from '../../scripts/support/tempFolder.ts';
import { readLog } from '../../server/src/linkcheck/verdictLog.ts';
import type { CheckListJob } from '../bench/web/checkList.ts';
import { serverEnvironment } from '../support/lspClient.ts';
import { status, WebHost } from '../support/webHost.ts';

/** More of them take longer and tell no more on most days. */
const kills = Number(process.env.TALK_NOTES_KILLS ?? 5);
const script = join(import.meta.dirname, '../bench/web/checkList.ts');

describe('a check that is killed at any moment', () => {
  it('keeps what it knew, and the next one asks for none of that', async () => {
    const folder = await makeTempFolder();
    const web = await WebHost.start();
    try {
      const urls = Array.from({ length: kills * 20 }, (_, at) => web.page('127.0.0.1', `/${at}`, status(200)));
      const file = join(folder.path, 'links.jsonl');
      const job: CheckListJob = { urls, file, options: { hostGapMs: 2 } };
      let died = 0;
      for (let run = 0; run < kills; run++) {
        const known = existsSync(file) ? (readLog(readFileSync(file, 'utf8'))?.verdicts ?? new Map()) : new Map();
        const from = web.requests.length;
        const child = spawn(process.execPath, [script, JSON.stringify(job)], { env: serverEnvironment });
        const ended = once(child, 'exit');
        // A moment somewhere within the answers of this run, or right at the first question.
        const enough = from + Math.floor(Math.random() * 25);
        while (web.requests.length <= enough && child.exitCode === null && known.size < urls.length) {
          await new Promise((resolve) => setImmediate(resolve));
        }
        child.kill('SIGKILL');
        const [, signal] = await ended;
        died += Number(signal === 'SIGKILL');
        const again = web.requests.slice(from).filter(({ path }) => known.has(web.url('127.0.0.1', path)));
        assert.deepEqual(again, [], `run ${run} asked for what was known`);
      }
      assert.ok(died > 0, 'none was killed');
      const kept = readLog(readFileSync(file, 'utf8'));
      assert.ok(kept !== undefined && kept.verdicts.size > 0);
    } finally {
      await web.close();
      await folder.remove();
    }
  }).timeout(20_000 + kills * 4000);
});
