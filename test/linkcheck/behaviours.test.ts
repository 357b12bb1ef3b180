import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { IgnoreRules } from '../../server/src/linkcheck/ignoreRules.ts';
import { readBody } from '../../server/src/platform/node/web/readBody.ts';
import { byMethod, inTurn, type Page, raw, redirect, reset, silent, status } from '../support/webHost.ts';
import { CheckWorld } from './checkWorld.ts';

const ok = status(200);
/** Far more than an answer takes on the slowest machine. */
const PATIENCE = 15_000;
/** Enough for an answer on a slow machine: who stays silent is waited for as long. */
const SHORT = 1000;
const slow: Page = (request, response, times) => {
  setTimeout(() => ok(request, response, times), 300);
};
const HEAD = 'HEAD /a';
const GET = 'GET /a';

interface Case {
  readonly name: string;
  readonly page: Page;
  /** Outcome and reason. */
  readonly verdict: string;
  /** What the server saw of it. */
  readonly asked: readonly string[];
  /** Only where waiting in vain is what the case is about. */
  readonly timeoutMs?: number;
}

const plain: readonly Case[] = [
  { name: 'a page', page: ok, verdict: 'ok answered', asked: [HEAD] },
  { name: 'no content', page: status(204), verdict: 'ok answered', asked: [HEAD] },
  { name: 'a part', page: status(206), verdict: 'ok answered', asked: [HEAD] },
  { name: 'a bad question', page: status(400), verdict: 'unverified client-error', asked: [HEAD, GET] },
  { name: 'a log-in', page: status(401), verdict: 'unverified sign-in', asked: [HEAD, GET] },
  { name: 'a refusal', page: status(403), verdict: 'unverified forbidden', asked: [HEAD, GET] },
  { name: 'no page', page: status(404), verdict: 'broken not-found', asked: [HEAD, GET] },
  { name: 'a proxy’s log-in', page: status(407), verdict: 'unverified sign-in', asked: [HEAD, GET] },
  { name: 'a page that is gone', page: status(410), verdict: 'broken gone', asked: [HEAD, GET] },
  { name: 'a teapot', page: status(418), verdict: 'unverified client-error', asked: [HEAD, GET] },
  { name: 'a court’s order', page: status(451), verdict: 'unverified legal', asked: [HEAD, GET] },
  { name: 'an internal error', page: status(500), verdict: 'unverified server-error', asked: [HEAD, GET] },
  { name: 'a bad gateway', page: status(502), verdict: 'unverified server-error', asked: [HEAD, GET] },
  { name: 'LinkedIn’s own status', page: status(999), verdict: 'unverified bot-wall', asked: [HEAD, GET] },
  {
    name: 'Cloudflare’s challenge',
    page: status(403, { 'cf-mitigated': 'challenge' }),
    verdict: 'unverified bot-wall',
    asked: [HEAD, GET],
  },
  {
    name: 'Cloudflare’s 403',
    page: status(403, { server: 'cloudflare' }),
    verdict: 'unverified bot-wall',
    asked: [HEAD, GET],
  },
  { name: 'HEAD refused', page: byMethod(status(405), ok), verdict: 'ok answered', asked: [HEAD, GET] },
  { name: 'HEAD not found', page: byMethod(status(404), ok), verdict: 'ok answered', asked: [HEAD, GET] },
  { name: 'HEAD forbidden', page: byMethod(status(403), ok), verdict: 'ok answered', asked: [HEAD, GET] },
  { name: 'HEAD that fails', page: byMethod(status(500), ok), verdict: 'ok answered', asked: [HEAD, GET] },
  {
    name: 'HEAD never answered',
    page: byMethod(silent, ok),
    verdict: 'ok answered',
    asked: [HEAD, GET],
    timeoutMs: SHORT,
  },
  { name: 'stalled once', page: inTurn(silent, ok), verdict: 'ok answered', asked: [HEAD, GET], timeoutMs: SHORT },
  { name: 'never an answer', page: silent, verdict: 'unverified timeout', asked: [HEAD, GET, GET], timeoutMs: SHORT },
  { name: 'an answer that is slow', page: slow, verdict: 'ok answered', asked: [HEAD] },
  { name: 'reset once', page: inTurn(reset, ok), verdict: 'ok answered', asked: [HEAD, GET] },
  { name: 'always reset', page: reset, verdict: 'unverified connection-lost', asked: [HEAD, GET, GET] },
  { name: 'no redirect target', page: status(302), verdict: 'unverified odd-answer', asked: [HEAD] },
  {
    name: 'invalid bytes',
    page: raw(new Uint8Array([0xff, 0xfe, 0, 1, 2, 13, 10, 13, 10])),
    verdict: 'unverified bad-http',
    asked: [HEAD],
  },
  { name: 'not HTTP', page: raw('SSH-2.0-OpenSSH_9.6\r\n'), verdict: 'unverified bad-http', asked: [HEAD] },
  {
    name: 'a flood of headers',
    page: raw(`HTTP/1.1 200 OK\r\n${'x-flood: yes\r\n'.repeat(20_000)}\r\n`),
    verdict: 'unverified bad-http',
    asked: [HEAD],
  },
  {
    name: 'headers cut off',
    page: raw('HTTP/1.1 200 OK\r\nContent-'),
    verdict: 'unverified connection-lost',
    asked: [HEAD, GET, GET],
  },
  {
    name: 'a body cut off',
    page: byMethod(status(405), raw('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nhal')),
    verdict: 'ok answered',
    asked: [HEAD, GET],
  },
  { name: 'asked to wait, then fine', page: inTurn(status(429), ok), verdict: 'ok answered', asked: [HEAD, GET] },
  {
    name: 'overload, then fine',
    page: inTurn(status(503), status(503), ok),
    verdict: 'ok answered',
    asked: [HEAD, GET, GET],
  },
  { name: 'always asked to wait', page: status(429), verdict: 'unverified rate-limited', asked: [HEAD, GET, GET] },
  { name: 'always overload', page: status(503), verdict: 'unverified server-error', asked: [HEAD, GET, GET] },
  {
    name: 'asked to wait for an hour',
    page: status(429, { 'retry-after': '3600' }),
    verdict: 'unverified rate-limited',
    asked: [HEAD],
  },
];

/** Every other status that there is, by what it has to mean. */
const statuses: Readonly<Record<string, readonly number[]>> = {
  'ok answered': [200, 201, 202, 203, 205, 207, 208, 226, 300, 304],
  'unverified client-error': [
    ...[402, 405, 406, 408, 409, 411, 412, 413, 414, 415, 416, 417, 421, 422, 423, 424, 425, 426, 428, 431],
    ...[420, 430, 440, 444, 449, 460, 463, 494, 495, 496, 497, 498, 499],
  ],
  'unverified server-error': [
    ...[501, 504, 505, 506, 507, 508, 509, 510, 511, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 561, 598, 599],
  ],
  'unverified bot-wall': [999],
};

describe('a web host that', () => {
  let world: CheckWorld;

  beforeEach(async () => {
    world = await CheckWorld.start();
  });
  afterEach(() => world.close());

  for (const { name, page, verdict, asked, timeoutMs = PATIENCE } of plain) {
    it(`answers with ${name}`, async () => {
      const [found] = await world.check([world.host.page('a.test', '/a', page)], { timeoutMs });
      assert.deepEqual([`${found?.outcome} ${found?.reason}`, world.host.asked('a.test')], [verdict, asked]);
    });
  }

  it('answers with any status at all is broken only where that is certain', async () => {
    const wanted = Object.entries(statuses).flatMap(([verdict, codes]) =>
      codes.map((code) => [code, verdict] as const),
    );
    const urls = wanted.map(([code]) => world.host.page(`s${code}.test`, '/a', status(code)));
    const found = await world.check(urls);
    assert.deepEqual(
      found.map(({ outcome, reason }, index) => [wanted[index]![0], `${outcome} ${reason}`]),
      wanted,
    );
    for (const [code, verdict] of wanted) {
      const asked = verdict.startsWith('ok') ? [HEAD] : [HEAD, GET];
      assert.deepEqual(world.host.asked(`s${code}.test`), asked, String(code));
    }
  });

  it('sends a huge body is not listened to', async () => {
    let sent = 0;
    const flood: Page = (_request, response) => {
      const piece = Buffer.alloc(1 << 16);
      const more = (): void => {
        sent += piece.length;
        if (sent < 1 << 28 && !response.destroyed) {
          response.write(piece, () => more());
        }
      };
      response.writeHead(200, { 'content-type': 'text/html' });
      more();
    };
    const [verdict] = await world.check([world.host.page('a.test', '/a', byMethod(status(405), flood))]);
    assert.equal(verdict?.outcome, 'ok');
    assert.ok(sent < 1 << 26, `${sent} bytes`);
  });

  it('sends a bomb is read to a limit', async () => {
    const bomb = gzipSync(Buffer.alloc(1 << 26, 'x'));
    const url = world.host.page('a.test', '/a', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      response.end(bomb);
    });
    const [verdict] = await world.check([`${url}#place`], { fragments: true });
    assert.deepEqual([verdict?.outcome, verdict?.fragments], ['ok', { place: null }]);
    assert.equal((await readBody(Readable.from([bomb]), 'gzip', 1000)).text.length, 1000);
  });

  describe('redirects', () => {
    it('for good says where to', async () => {
      const there = world.host.page('b.test', '/new', ok);
      const url = world.host.page('a.test', '/a', redirect(301, there));
      const [verdict] = await world.check([url]);
      assert.deepEqual(
        [verdict?.outcome, verdict?.movedTo, verdict?.hops],
        ['ok', there, [{ status: 301, url: there }]],
      );
      assert.deepEqual([world.host.asked('a.test'), world.host.asked('b.test')], [[HEAD], ['HEAD /new']]);
    });

    it('for now is fine', async () => {
      for (const code of [302, 303, 307]) {
        const url = world.host.page('a.test', `/${code}`, redirect(code, world.host.page('b.test', '/new', ok)));
        const [verdict] = await world.check([url]);
        assert.deepEqual([verdict?.outcome, verdict?.movedTo], ['ok', undefined]);
      }
    });

    it('first for good and then for now has moved as far as the first', async () => {
      world.host.page('a.test', '/b', redirect(308, '/c'));
      world.host.page('a.test', '/c', redirect(302, '/d'));
      world.host.page('a.test', '/d', ok);
      const [verdict] = await world.check([world.host.page('a.test', '/a', redirect(301, '/b'))]);
      assert.equal(verdict?.movedTo, world.host.url('a.test', '/c'));
      assert.equal(verdict?.hops?.length, 3);
    });

    it('to what is not there is broken', async () => {
      const [verdict] = await world.check([world.host.page('a.test', '/a', redirect(301, '/gone'))]);
      assert.deepEqual([verdict?.outcome, verdict?.reason, verdict?.movedTo], ['broken', 'not-found', undefined]);
    });

    it('from a deep page to the front page may be gone', async () => {
      world.host.page('a.test', '/', ok);
      const [verdict] = await world.check([world.host.page('a.test', '/talks/mocks', redirect(301, '/'))]);
      assert.deepEqual([verdict?.outcome, verdict?.frontPage, verdict?.movedTo], ['ok', true, undefined]);
      world.host.page('a.test', '/en/', ok);
      const [again] = await world.check([world.host.page('a.test', '/talks/fakes', redirect(302, '/en/'))]);
      assert.equal(again?.frontPage, true);
    });

    it('of a short name to a front page is none', async () => {
      world.host.page('b.test', '/', ok);
      const to = world.host.url('b.test', '/');
      const [verdict] = await world.check([world.host.page('bit.ly', '/x', redirect(301, to))]);
      assert.deepEqual([verdict?.frontPage, verdict?.movedTo], [undefined, to]);
    });

    it('to a log-in is not verified', async () => {
      world.host.page('a.test', '/login', ok);
      const [verdict] = await world.check([world.host.page('a.test', '/paper', redirect(302, '/login?next=paper'))]);
      world.host.page('a.test', '/login?next=paper', ok);
      const [again] = await world.check([world.host.page('a.test', '/paper2', redirect(302, '/login?next=paper'))]);
      assert.equal(verdict?.outcome, 'broken');
      assert.deepEqual([again?.outcome, again?.reason], ['unverified', 'sign-in']);
    });

    it('in a circle is not verified', async () => {
      world.host.page('a.test', '/b', redirect(302, '/a'));
      const [verdict] = await world.check([world.host.page('a.test', '/a', redirect(302, '/b'))]);
      assert.deepEqual([verdict?.outcome, verdict?.reason], ['unverified', 'redirect-loop']);
      assert.deepEqual(world.host.asked('a.test'), [HEAD, 'HEAD /b']);
    });

    it('without end is left after ten', async () => {
      for (let at = 0; at < 30; at++) {
        world.host.page('a.test', `/${at}`, redirect(302, `/${at + 1}`));
      }
      const [verdict] = await world.check([world.host.url('a.test', '/0')]);
      assert.equal(verdict?.reason, 'too-many-redirects');
      assert.equal(world.host.asked('a.test').length, 11);
    });

    it('to an ignored host is not followed', async () => {
      const url = world.host.page('a.test', '/a', redirect(301, world.host.page('tracker.test', '/t', ok)));
      const [verdict] = await world.check([url], { ignored: new IgnoreRules(['tracker.test']) });
      assert.deepEqual([verdict?.outcome, verdict?.reason], ['skipped', 'redirect-ignored']);
      assert.deepEqual(world.host.asked('tracker.test'), []);
    });

    it('to a private name or address is not followed', async () => {
      const open = { allowPrivateHosts: false };
      for (const to of [
        'http://localhost:1/',
        'http://router/',
        'http://10.0.0.1/',
        'http://[::1]/',
        'http://2130706433/',
      ]) {
        const url = world.host.page('a.test', `/${encodeURIComponent(to)}`, redirect(302, to));
        const [verdict] = await world.check([url], open);
        assert.deepEqual([verdict?.outcome, verdict?.reason], ['unverified', 'redirect-private'], to);
      }
    });

    it('to a name with a private address is not followed', async () => {
      world.host.resolves('inside.test', ['127.0.0.66']);
      const [verdict] = await world.check([world.host.page('a.test', '/a', redirect(302, 'http://inside.test/'))]);
      assert.deepEqual([verdict?.outcome, verdict?.reason], ['unverified', 'private-address']);
      assert.deepEqual(world.host.asked('inside.test'), []);
    });

    it('to what is no web address is not followed', async () => {
      const [verdict] = await world.check([world.host.page('a.test', '/a', redirect(302, 'file:///etc/passwd'))]);
      assert.equal(verdict?.outcome, 'unverified');
    });
  });

  describe('has a name that', () => {
    it('nobody has is broken, and looked up once', async () => {
      world.host.resolves('gone.test', 'no-such-host');
      const verdicts = await world.check(['http://gone.test/a', 'http://gone.test/b']);
      assert.deepEqual(
        verdicts.map(({ outcome, reason }) => [outcome, reason]),
        [
          ['broken', 'no-such-host'],
          ['broken', 'no-such-host'],
        ],
      );
      assert.deepEqual(world.host.lookups, ['gone.test']);
    });

    it('cannot be looked up is not verified', async () => {
      world.host.resolves('away.test', 'no-answer');
      const [verdict] = await world.check(['http://away.test/']);
      assert.deepEqual([verdict?.outcome, verdict?.reason], ['unverified', 'name-lookup']);
    });

    it('cannot be looked up is not tried for all of its pages', async () => {
      world.host.resolves('away.test', 'no-answer');
      const verdicts = await world.check(Array.from({ length: 20 }, (_, at) => `http://away.test/${at}`));
      assert.ok(verdicts.every(({ reason }) => reason === 'name-lookup'));
      assert.equal(world.host.lookups.length, 6);
    });

    it('is looked up once for all its pages', async () => {
      await world.check(['/a', '/b', '/c'].map((path) => world.host.page('a.test', path, ok)));
      assert.deepEqual(world.host.lookups, ['a.test']);
    });

    it('has a private address among others is asked at the others', async () => {
      world.host.resolves('mixed.test', ['127.0.0.66', '127.0.0.1']);
      const [verdict] = await world.check([world.host.page('mixed.test', '/a', ok)]);
      assert.equal(verdict?.outcome, 'ok');
    });

    it('changes its address to a private one between two looks is not followed there', async () => {
      let looks = 0;
      const lookup = {
        lookup: async () => [{ address: looks++ === 0 ? '127.0.0.1' : '127.0.0.66', family: 4 }],
        isUnknown: async () => false,
      };
      const urls = ['/a', '/b'].map((path) => world.host.page('rebind.test', path, ok));
      const verdicts = await world.check(urls, {}, { lookup });
      assert.deepEqual(
        verdicts.map(({ outcome }) => outcome),
        ['ok', 'ok'],
      );
      const [later] = await world.check([world.host.page('rebind.test', '/c', ok)], {}, { lookup });
      assert.deepEqual([later?.outcome, later?.reason], ['unverified', 'private-address']);
    });
  });

  describe('has a certificate that', () => {
    it('nobody trusts is not verified, and says so', async () => {
      world.host.page('selfsigned.test', '/a', ok);
      const [verdict] = await world.check([world.host.secureUrl('selfsigned.test', '/a')]);
      assert.deepEqual([verdict?.outcome, verdict?.reason], ['unverified', 'certificate']);
      assert.match(verdict?.detail ?? '', /self-signed/);
      assert.deepEqual(world.host.asked('selfsigned.test'), []);
    });

    it('is for another host is not verified', async () => {
      const { testCertificate } = await import('../support/testCertificate.ts');
      const trusted = { certificates: [testCertificate.cert] };
      world.host.page('trusted.test', '/a', ok);
      const urls = ['trusted.test', 'other.test'].map((name) => world.host.secureUrl(name, '/a'));
      const verdicts = await world.check(urls, {}, trusted);
      assert.deepEqual(
        verdicts.map(({ outcome, reason }) => [outcome, reason]),
        [
          ['ok', 'answered'],
          ['unverified', 'certificate'],
        ],
      );
    });
  });

  describe('is asked', () => {
    it('for an address once, however many links name it', async () => {
      const url = world.host.page('a.test', '/a', ok);
      const verdicts = await world.check([url, `${url}#one`, `${url}#two`, url.replace('http:', 'HTTP:')]);
      assert.equal(verdicts.length, 1);
      assert.deepEqual(world.host.asked('a.test'), [HEAD]);
    });

    it('one thing at a time, with a pause', async () => {
      const urls = Array.from({ length: 12 }, (_, at) => world.host.page('a.test', `/${at}`, ok));
      const verdicts = await world.check(urls, { hostGapMs: 20 });
      assert.ok(verdicts.every(({ outcome }) => outcome === 'ok'));
      assert.ok(world.host.requests.every(({ atOnce }) => atOnce === 1));
      const gaps = world.host.requests.slice(1).map(({ at }, index) => at - world.host.requests[index]!.at);
      // The pause begins when an answer is there, which is after the server saw the question.
      assert.ok(Math.min(...gaps) >= 19, gaps.join());
    });

    it('for nothing as long as it asks to wait, in seconds or until a date', async () => {
      const forms = ['1', () => new Date(Date.now() + 2000).toUTCString()];
      for (const [at, form] of forms.entries()) {
        const name = `busy${at}.test`;
        const busy: Page = (request, response, times) => {
          const retryAfter = typeof form === 'string' ? form : form();
          status(429, { 'retry-after': retryAfter })(request, response, times);
        };
        const urls = [world.host.page(name, '/a', inTurn(busy, ok)), world.host.page(name, '/b', ok)];
        const verdicts = await world.check(urls);
        assert.deepEqual(
          verdicts.map(({ outcome }) => outcome),
          ['ok', 'ok'],
        );
        assert.deepEqual(world.host.asked(name), [HEAD, 'HEAD /b', GET]);
        const [first, second] = world.host.requests.filter(({ host }) => host === name);
        // A date has whole seconds: of two at least one is left.
        assert.ok(second!.at - first!.at >= 995, `${second!.at - first!.at} ms`);
      }
    });

    it('again after a while, and after a longer one the next time', async () => {
      await world.check([world.host.page('a.test', '/a', status(503))], { backOffMs: 40 });
      const [first, second, third] = world.host.requests;
      // Some more or less, so that many who wait do not come back at the same moment.
      assert.ok(second!.at - first!.at >= 0.75 * 40 - 1 && third!.at - second!.at >= 0.75 * 80 - 1);
    });

    it('with nothing that tells who asks', async () => {
      const url = world.host.page('a.test', '/a', status(200, { 'set-cookie': 'id=1' }));
      const secret = url.replace('http://', 'http://me:secret@');
      await world.check([secret, world.host.page('a.test', '/b', redirect(302, secret.replace('/a', '/c')))]);
      assert.equal(world.host.requests.length, 4, 'a page, a redirect, and what is not there twice');
      for (const { headers } of world.host.requests) {
        assert.deepEqual(Object.keys(headers).sort(), ['accept', 'connection', 'host', 'user-agent']);
        assert.match(headers['user-agent'] ?? '', /^TalkNotes/);
        assert.doesNotMatch(headers['user-agent'] ?? '', /link|Mozilla/i);
      }
    });

    it('without HEAD from then on where it does not take it', async () => {
      const urls = ['/a', '/b', '/c'].map((path) => world.host.page('a.test', path, byMethod(status(405), ok)));
      await world.check(urls);
      assert.deepEqual(world.host.asked('a.test'), [HEAD, GET, 'GET /b', 'GET /c']);
    });

    it('for all of its pages, where now and then one of them does not answer', async () => {
      const urls = Array.from({ length: 8 }, (_, at) =>
        world.host.page('a.test', `/${at}`, at % 2 === 0 ? silent : ok),
      );
      const verdicts = await world.check(urls, { timeoutMs: 400, retries: 0 });
      assert.deepEqual(
        verdicts.map(({ outcome }) => outcome),
        urls.map((_, at) => (at % 2 === 0 ? 'unverified' : 'ok')),
      );
    });

    it('nothing more where it never answers', async () => {
      const urls = Array.from({ length: 6 }, (_, at) => world.host.page('a.test', `/${at}`, silent));
      const verdicts = await world.check(urls, { timeoutMs: 100 });
      assert.ok(verdicts.every(({ outcome, reason }) => outcome === 'unverified' && reason === 'timeout'));
      assert.equal(world.host.requests.length, 6, 'two addresses, three times each');
    });

    it('by a name with a dot at its end as by the same name without one', async () => {
      const urls = ['/a', '/b', '/c'].map((path) => world.host.page('a.test', path, ok));
      await world.check([...urls, urls[0]!.replace('a.test', 'a.test.'), urls[1]!.replace('a.test', 'a.test.')], {
        hostGapMs: 30,
      });
      const gaps = world.host.requests.slice(1).map(({ at }, index) => at - world.host.requests[index]!.at);
      assert.ok(Math.min(...gaps) >= 29, gaps.join());
    });

    it('nothing more from the moment it is ignored', async () => {
      const urls = Array.from({ length: 6 }, (_, at) => world.host.page('a.test', `/${at}`, ok));
      const verdicts = await world.check(urls, { ignored: { has: () => world.host.requests.length >= 3 } });
      assert.deepEqual(
        [world.host.requests.length, verdicts.filter((verdict) => verdict !== undefined).length],
        [3, 3],
      );
    });

    it('nothing more where it asks for a longer pause than anybody can wait', async () => {
      const urls = Array.from({ length: 6 }, (_, at) =>
        world.host.page('a.test', `/${at}`, status(429, { 'retry-after': '7200' })),
      );
      const verdicts = await world.check(urls);
      assert.ok(verdicts.every(({ reason }) => reason === 'rate-limited'));
      assert.equal(world.host.requests.length, 1);
    });
  });

  describe('has a page with places', () => {
    const page: Page = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<h1 id=intro>A</h1><a name="old"></a><p id="user-content-usage">x</p><p id=\'caf\u00e9\'>');
    };

    it('tells which are there, by one request', async () => {
      const url = world.host.page('a.test', '/a', page);
      const [verdict] = await world.check(
        ['intro', 'old', 'usage', 'caf%C3%A9', 'gone'].map((name) => `${url}#${name}`),
        {
          fragments: true,
        },
      );
      assert.deepEqual(verdict?.fragments, { intro: true, old: true, usage: true, café: true, gone: false });
      assert.deepEqual(world.host.asked('a.test'), [GET]);
    });

    it('says nothing of places of which it cannot tell, and does not ask again for them', async () => {
      const half = raw('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p id="early">');
      const pdf: Page = (_request, response) =>
        response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF');
      world.host.page('github.com', '/readme', page);
      const pages: readonly Page[] = [half, pdf, redirect(302, world.host.url('github.com', '/readme'))];
      const urls = pages.map((each, at) => world.host.page(`a${at}.test`, '/a', each));
      const links = urls.flatMap((url) => [`${url}#early`, `${url}#late`]);
      const verdicts = await world.check(links, { fragments: true });
      assert.deepEqual(
        verdicts.map(({ outcome, fragments }) => [outcome, fragments]),
        [
          ['ok', { early: true, late: null }],
          ['ok', { early: null, late: null }],
          ['ok', { early: null, late: null }],
        ],
      );
      const asked = world.host.requests.length;
      await world.check(links, { fragments: true });
      assert.equal(world.host.requests.length, asked);
    });

    it('says nothing of places where the page is not there', async () => {
      const [verdict] = await world.check([`${world.host.url('a.test', '/gone')}#x`], { fragments: true });
      assert.deepEqual([verdict?.reason, verdict?.fragments], ['not-found', undefined]);
    });
  });
});
