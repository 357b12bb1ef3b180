import assert from 'node:assert/strict';
import { Asker } from '../../server/src/linkcheck/asker.ts';
import { defaultLinkCheckOptions } from '../../server/src/linkcheck/checkOptions.ts';
import type { HttpAnswer, HttpRequest } from '../../server/src/linkcheck/http.ts';
import { retryAfterMs } from '../../server/src/linkcheck/retryAfter.ts';
import { ManualClock } from '../support/manualClock.ts';

const ok: HttpAnswer = { type: 'response', status: 200 };
const noon = Date.parse('2026-11-23T12:00:00Z');

/** An asker in a world in which time stands still until it is moved, and answers come at once. */
function world(answer: (request: HttpRequest, count: number) => HttpAnswer | Promise<HttpAnswer>) {
  const time = new ManualClock();
  const asked: string[] = [];
  const clock = {
    now: () => time.now(),
    after: (ms: number, callback: () => void) => time.after(ms, callback),
    date: () => noon + time.now(),
    random: () => 0.5,
  };
  const http = {
    request: async (request: HttpRequest) => {
      asked.push(`${time.now()} ${request.method} ${request.url}`);
      return answer(request, asked.length);
    },
  };
  const asker = new Asker(http, clock, defaultLinkCheckOptions);
  const ask = (host: string, path: string, signal = new AbortController().signal) =>
    asker.ask({ url: `http://${host}${path}`, hostname: host, bodyBytes: 0 }, signal);
  const pass = async (ms: number, step = 50) => {
    await settled();
    for (let passed = 0; passed < ms; passed += step) {
      time.advance(step);
      await settled();
    }
  };
  return { asked, ask, pass };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('asking', () => {
  it('waits a second between two questions to a host, and not between hosts', async () => {
    const { asked, ask, pass } = world(() => ok);
    const all = Promise.all([ask('a', '/1'), ask('a', '/2'), ask('b', '/1'), ask('a', '/3')]);
    await pass(3000);
    await all;
    assert.deepEqual(asked, ['0 HEAD http://a/1', '0 HEAD http://b/1', '1000 HEAD http://a/2', '2000 HEAD http://a/3']);
  });

  it('is never about more than sixteen hosts at once', async () => {
    let free = (_answer: HttpAnswer): void => {};
    const held = new Promise<HttpAnswer>((resolve) => {
      free = resolve;
    });
    const { asked, ask, pass } = world(() => held);
    const all = Promise.all(Array.from({ length: 40 }, (_, at) => ask(`h${at}`, '/')));
    await pass(100);
    assert.equal(asked.length, 16);
    free(ok);
    await pass(100);
    await all;
    assert.equal(asked.length, 40);
  });

  it('lets the whole host rest for as long as it says, in seconds or until a date', async () => {
    for (const retryAfter of ['7', 'Mon, 23 Nov 2026 12:00:07 GMT']) {
      const { asked, ask, pass } = world((_, count) =>
        count === 1 ? { type: 'response', status: 429, retryAfter } : ok,
      );
      const all = Promise.all([ask('a', '/1'), ask('a', '/2')]);
      await pass(9000);
      await all;
      assert.deepEqual(asked, ['0 HEAD http://a/1', '7000 HEAD http://a/2', '8000 GET http://a/1']);
    }
  });

  it('waits longer each time where the host does not say how long', async () => {
    const { asked, ask, pass } = world(() => ({ type: 'response', status: 503 }));
    const answer = ask('a', '/1');
    await pass(8000);
    assert.deepEqual(await answer, { type: 'response', status: 503 });
    assert.deepEqual(asked, ['0 HEAD http://a/1', '2000 GET http://a/1', '6000 GET http://a/1']);
  });

  it('leaves a host alone that asks for an hour, and asks again after it', async () => {
    const { asked, ask, pass } = world((_, count) =>
      count === 1 ? { type: 'response', status: 429, retryAfter: '3600' } : ok,
    );
    assert.equal((await ask('a', '/1')).type, 'response');
    await pass(2000);
    const second = await ask('a', '/2');
    assert.deepEqual([second.type === 'response' && second.status, asked.length], [429, 1]);
    await pass(3_600_000, 60_000);
    const third = ask('a', '/3');
    await pass(1000);
    assert.deepEqual([await third, asked.length], [ok, 2]);
  });

  it('stops at once when it is cancelled, and asks nothing more', async () => {
    const { asked, ask, pass } = world(() => ok);
    const cancel = new AbortController();
    const all = Promise.all([1, 2, 3, 4].map((at) => ask('a', `/${at}`, cancel.signal)));
    await pass(500);
    cancel.abort();
    await pass(1000);
    assert.deepEqual(
      (await all).map((answer) => answer.type),
      ['response', 'failure', 'failure', 'failure'],
    );
    assert.equal(asked.length, 1);
  });
});

describe('Retry-After', () => {
  it('is seconds, or a date as HTTP writes it', () => {
    assert.equal(retryAfterMs('120', noon), 120_000);
    assert.equal(retryAfterMs(' 0 ', noon), 0);
    assert.equal(retryAfterMs('Mon, 23 Nov 2026 12:01:00 GMT', noon), 60_000);
    assert.equal(retryAfterMs('Monday, 23-Nov-26 12:01:00 GMT', noon), 60_000);
    assert.equal(retryAfterMs('Mon, 23 Nov 2026 11:00:00 GMT', noon), 0);
    for (const odd of [undefined, '', 'soon', '-1', '1.5', '12:00', '9'.repeat(30)]) {
      assert.equal(retryAfterMs(odd, noon), undefined, String(odd));
    }
  });
});
