import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTempFolder, type TempFolder } from '../../scripts/support/tempFolder.ts';
import type { KnownVerdict, WebOutcome } from '../../server/src/core/model/webVerdict.ts';
import { defaultLinkCheckOptions } from '../../server/src/linkcheck/checkOptions.ts';
import { isFresh } from '../../server/src/linkcheck/freshness.ts';
import { tellableVerdict } from '../../server/src/linkcheck/knownVerdicts.ts';
import { LinkChecker } from '../../server/src/linkcheck/linkChecker.ts';
import { planLinks } from '../../server/src/linkcheck/linkPlan.ts';
import { VerdictFile } from '../../server/src/platform/node/web/verdictFile.ts';
import { nodeLinkClock } from '../../server/src/platform/node/web/webPlatform.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.parse('2026-11-23T12:00:00Z');

function verdict(outcome: WebOutcome, age = 0): KnownVerdict {
  return { outcome, reason: outcome === 'broken' ? 'not-found' : 'answered', checkedAt: now - age };
}

describe('what is remembered of links', () => {
  let folder: TempFolder;
  let path: string;
  const complaints: string[] = [];

  function open(): VerdictFile {
    return new VerdictFile(path, (message) => complaints.push(message));
  }

  beforeEach(async () => {
    folder = await makeTempFolder();
    path = join(folder.path, 'deep', 'links.jsonl');
    complaints.length = 0;
  });
  afterEach(() => folder.remove());

  it('holds for a time that depends on the outcome', () => {
    assert.deepEqual([isFresh(verdict('ok', 13 * DAY), now), isFresh(verdict('ok', 15 * DAY), now)], [true, false]);
    assert.deepEqual([isFresh(verdict('broken', 2 * HOUR), now), isFresh(verdict('broken', DAY), now)], [true, false]);
    assert.deepEqual(
      [isFresh(verdict('unverified', 50 * 60_000), now), isFresh(verdict('unverified', 2 * HOUR), now)],
      [true, false],
    );
    assert.equal(isFresh(verdict('ok', -2 * DAY), now), false, 'from the future');
  });

  it('is not told as broken on a second day', () => {
    const store = new Map([['http://a.org/', verdict('broken', DAY)]]);
    assert.equal(tellableVerdict(store, 'http://a.org', now), undefined);
    assert.equal(tellableVerdict(store, 'http://a.org#x', now - 20 * HOUR)?.outcome, 'broken');
  });

  it('is there for the next program', () => {
    const moved: KnownVerdict = {
      ...verdict('ok'),
      hops: [{ status: 301, url: 'http://b.org/' }],
      movedTo: 'http://b.org/',
    };
    const first = open();
    first.set('http://a.org/', moved);
    first.set('http://c.org/', verdict('broken'));
    first.set('http://c.org/', verdict('ok'));
    const second = open();
    assert.deepEqual([second.get('http://a.org/'), second.get('http://c.org/')], [moved, verdict('ok')]);
    assert.deepEqual(complaints, []);
  });

  it('of two programs at once is kept, and seen by both', () => {
    const [one, two] = [open(), open()];
    for (let at = 0; at < 50; at++) {
      one.set(`http://one.org/${at}`, verdict('ok'));
      two.set(`http://two.org/${at}`, verdict('ok'));
    }
    assert.equal(one.refresh(), true);
    assert.ok(one.get('http://two.org/49'));
    const third = open();
    assert.ok(third.get('http://one.org/0') && third.get('http://two.org/49'));
  });

  it('survives a line that was torn, at any place', () => {
    open().set('http://a.org/', verdict('ok'));
    const whole = readFileSync(path, 'utf8');
    for (let length = 0; length <= whole.length; length++) {
      writeFileSync(path, whole.slice(0, length));
      const store = open();
      store.set('http://b.org/', verdict('broken'));
      assert.deepEqual(open().get('http://b.org/'), verdict('broken'), `after ${length} characters`);
    }
    assert.deepEqual(complaints, []);
  });

  it('is begun anew where the file is of another kind or version', () => {
    open().set('http://a.org/', verdict('ok'));
    for (const foreign of ['', '{"talkNotesLinks":2}\n', '[1,2,3]', '\0\xff', 'x'.repeat(100_000)]) {
      writeFileSync(path, foreign);
      const store = open();
      assert.equal(store.get('http://a.org/'), undefined);
      store.set('http://b.org/', verdict('ok'));
      assert.ok(open().get('http://b.org/'), JSON.stringify(foreign.slice(0, 20)));
    }
    assert.deepEqual(complaints, []);
  });

  it('takes no nonsense from the file', () => {
    open().set('http://a.org/', verdict('ok'));
    for (const line of [
      '{"url":"http://x/","outcome":"wonderful","reason":"answered","checkedAt":1}',
      '{"url":"http://x/","outcome":"ok","reason":"answered","checkedAt":"now"}',
      '{"url":"http://x/","outcome":"ok","reason":"answered","checkedAt":1,"hops":[null]}',
      '{"url":5,"outcome":"ok","reason":"answered","checkedAt":1}',
      'null',
    ]) {
      appendFileSync(path, `${line}\n`);
    }
    const store = open();
    assert.deepEqual([store.get('http://x/'), store.get('http://a.org/')], [undefined, verdict('ok')]);
  });

  it('is written anew, in one step, when most of it is out of date', () => {
    const store = open();
    for (let at = 0; at < 2500; at++) {
      store.set('http://a.org/', { ...verdict('ok'), checkedAt: now + at });
    }
    const before = readFileSync(path, 'utf8').length;
    open();
    assert.ok(readFileSync(path, 'utf8').length < before / 100);
    assert.deepEqual(readdirSync(join(folder.path, 'deep')), ['links.jsonl']);
    assert.equal(open().get('http://a.org/')?.checkedAt, now + 2499);
  });

  it('that cannot be written is said, and nothing is lost but the memory', () => {
    writeFileSync(join(folder.path, 'deep'), 'a file where the folder should be');
    const store = open();
    complaints.length = 0;
    for (let at = 0; at < 100; at++) {
      store.set(`http://a.org/${at}`, verdict('ok'));
    }
    assert.ok(store.get('http://a.org/99'));
    assert.equal(complaints.length, 1, 'said once, and not for each answer');
  });

  it('is used instead of asking while it holds', async () => {
    const asked: string[] = [];
    const store = open();
    const http = {
      request: async ({ url }: { url: string }) => {
        asked.push(url);
        return { type: 'response', status: 200 } as const;
      },
    };
    const checker = () =>
      new LinkChecker({ http, clock: nodeLinkClock, store, options: { ...defaultLinkCheckOptions, hostGapMs: 0 } });
    const { links } = planLinks(['http://a.org/', 'http://b.org/']);
    const run = { signal: new AbortController().signal };
    await checker().check(links, run);
    await checker().check(links, run);
    assert.equal(asked.length, 2);
    await checker().check(links, { ...run, force: true });
    assert.equal(asked.length, 4);
  });
});
