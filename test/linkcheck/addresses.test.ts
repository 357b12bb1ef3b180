import assert from 'node:assert/strict';
import { Asker } from '../../server/src/linkcheck/asker.ts';
import { defaultLinkCheckOptions } from '../../server/src/linkcheck/checkOptions.ts';
import type { HttpAnswer } from '../../server/src/linkcheck/http.ts';
import { IgnoreRules } from '../../server/src/linkcheck/ignoreRules.ts';
import { planLinks } from '../../server/src/linkcheck/linkPlan.ts';
import { PageCheck } from '../../server/src/linkcheck/pageCheck.ts';
import { isPublicAddress, isPublicHostname } from '../../server/src/linkcheck/publicAddress.ts';
import { isBotWall, isMadeByScript, isPersistentName, isSignIn, probeFor } from '../../server/src/linkcheck/quirks.ts';
import { isAsked } from '../../server/src/linkcheck/refusal.ts';
import { judge } from '../../server/src/linkcheck/verdict.ts';
import { readAddress } from '../../server/src/linkcheck/webAddress.ts';
import { nodeLinkClock } from '../../server/src/platform/node/web/webPlatform.ts';

describe('addresses', () => {
  it('that are private are told from public ones', () => {
    const hidden = [
      ...[
        '127.0.0.1',
        '127.8.8.8',
        '10.1.2.3',
        '172.16.0.1',
        '192.168.1.1',
        '169.254.169.254',
        '0.0.0.0',
        '100.64.0.1',
      ],
      ...['224.0.0.1', '255.255.255.255', '192.0.2.1', '198.18.0.1', '::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1'],
      ...[
        'fd12:3456::1',
        'ff02::1',
        '::ffff:127.0.0.1',
        '::127.0.0.1',
        '::ffff:0:10.0.0.1',
        '64:ff9b:1::a00:1',
        '2002:a00:1::',
        'fec0::1',
        '::ffff:10.0.0.1',
        '64:ff9b::10.0.0.1',
        '2001:db8::1',
        'no address',
      ],
    ];
    assert.deepEqual(hidden.filter(isPublicAddress), []);
    const open = ['8.8.8.8', '93.184.216.34', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'];
    assert.deepEqual(
      open.filter((address) => !isPublicAddress(address)),
      [],
    );
  });

  it('by names that lead nowhere outside are told from others', () => {
    const hidden = [
      'localhost',
      'a.localhost',
      'localhost.',
      'router',
      'router.',
      'nas.local',
      'fritz.lan',
      'x.internal',
    ];
    assert.deepEqual([...hidden, '[::1]', '127.0.0.1', '10.0.0.1.'].filter(isPublicHostname), []);
    assert.deepEqual(
      ['a.org', 'A.ORG.', 'xn--bcher-kva.example', '8.8.8.8'].filter((name) => !isPublicHostname(name)),
      [],
    );
    // However an address is written, `URL` makes the usual form of it.
    for (const odd of [
      'http://2130706433/',
      'http://0x7f.1/',
      'http://127.1/',
      'http://[::ffff:7f00:1]/',
      'http://０.0.0.0/',
    ]) {
      const address = readAddress(odd);
      assert.ok(typeof address !== 'string' && !isPublicHostname(address.hostname), odd);
    }
  });

  it('are asked without credentials and fragment, and each once', () => {
    const plan = planLinks([
      'http://A.org/x#one',
      'http://me:secret@a.org/x#tw%6F',
      'http://a.org:80/x',
      'https://b.org:8443',
      'mailto:me@a.org',
      'ftp://a.org/',
      'http://',
      'https://youtu.be/dQw4w9WgXcQ',
    ]);
    assert.deepEqual(
      plan.links.map(({ key, fragments }) => [key, fragments]),
      [
        ['http://a.org/x', ['one', 'two']],
        ['https://b.org:8443/', []],
        ['https://youtu.be/dQw4w9WgXcQ', []],
      ],
    );
    assert.deepEqual(plan.sites, ['a.org', 'b.org:8443', 'i.ytimg.com']);
    const dotted = readAddress('http://a.org.:8080/');
    assert.deepEqual(typeof dotted !== 'string' && [dotted.host, dotted.hostname], ['a.org:8080', 'a.org']);
  });

  it('are known beforehand to be left alone', () => {
    const rules = { allowPrivateHosts: false, ignored: new IgnoreRules(['b.org', 'i.ytimg.com']) };
    const urls = ['http://a.org/', 'http://b.org/', 'http://router/', 'mailto:a@a.org', 'https://youtu.be/dQw4w9WgXcQ'];
    assert.deepEqual(
      urls.filter((url) => isAsked(url, rules)),
      ['http://a.org/'],
    );
    assert.ok(isAsked('http://router/', { ...rules, allowPrivateHosts: true }));
    assert.ok(isAsked('https://youtu.be/dQw4w9WgXcQ', { ...rules, ignored: new IgnoreRules([]) }));
  });

  it('are left alone by host or by pattern', () => {
    const ignored = (pattern: string, url: string): boolean => {
      const address = readAddress(url);
      return typeof address !== 'string' && new IgnoreRules([pattern]).has(address);
    };
    const fits = [
      ['example.org', 'https://example.org/a'],
      ['example.org', 'https://www.example.org/a'],
      ['Example.org', 'https://example.org:8080/a'],
      ['*.example.org', 'https://a.b.example.org/'],
      ['https://a.org/private/*', 'https://a.org/private/x/y'],
      ['https://a.org', 'https://a.org/'],
      ['*://a.org/*.pdf', 'http://a.org/x/y.pdf'],
    ];
    assert.deepEqual(
      fits.filter(([pattern, url]) => !ignored(pattern!, url!)),
      [],
    );
    const others = [
      ['example.org', 'https://badexample.org/'],
      ['https://a.org/private', 'https://a.org/privately'],
      ['a*a', 'https://a/'],
      ['', 'https://a.org/'],
    ];
    assert.deepEqual(
      others.filter(([pattern, url]) => ignored(pattern!, url!)),
      [],
    );
    const long = `https://a.org/${'a'.repeat(8000)}`;
    assert.equal(ignored(`https://${'a*'.repeat(500)}b`, long), false);
  });
});

describe('habits of sites', () => {
  it('YouTube: its preview picture tells whether a video is there', () => {
    const picture = 'https://i.ytimg.com/vi/dQw4w9WgXcQ/mqdefault.jpg';
    for (const url of [
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10s',
      'http://youtu.be/dQw4w9WgXcQ?t=1',
      'https://m.youtube.com/shorts/dQw4w9WgXcQ',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
    ]) {
      assert.equal(probeFor(url)?.url, picture, url);
    }
    for (const url of [
      'https://www.youtube.com/@someone',
      'https://youtube.com/playlist?list=PL1',
      'https://a.org/watch?v=dQw4w9WgXcQ',
    ]) {
      assert.equal(probeFor(url), undefined, url);
    }
  });

  it('YouTube: what becomes of the picture’s address is no news of the video’s', async () => {
    const asked: string[] = [];
    const check = async (answers: Readonly<Record<string, HttpAnswer>>, ignored = new IgnoreRules([])) => {
      const http = {
        request: async ({ url }: { url: string }): Promise<HttpAnswer> => {
          asked.push(url);
          return answers[url] ?? { type: 'response', status: 404 };
        },
      };
      const options = { ...defaultLinkCheckOptions, hostGapMs: 0, fragments: true, ignored };
      const pages = new PageCheck(new Asker(http, nodeLinkClock, options), options);
      const [link] = planLinks(['https://youtu.be/dQw4w9WgXcQ#t=10']).links;
      return pages.check(link!, new AbortController().signal);
    };
    const picture = 'https://i.ytimg.com/vi/dQw4w9WgXcQ/mqdefault.jpg';
    const moved: HttpAnswer = { type: 'response', status: 301, location: 'https://i.ytimg.com/other.jpg' };
    const there: HttpAnswer = { type: 'response', status: 200 };
    const { outcome, hops, movedTo } = await check({ [picture]: moved, 'https://i.ytimg.com/other.jpg': there });
    assert.deepEqual([outcome, hops, movedTo], ['ok', undefined, undefined]);
    const gone = await check({});
    assert.deepEqual([gone.outcome, gone.reason, gone.detail], ['broken', 'not-found', 'YouTube video']);
    asked.length = 0;
    assert.equal((await check({}, new IgnoreRules(['i.ytimg.com']))).outcome, 'skipped');
    assert.deepEqual(asked, []);
  });

  it('GitHub: line and comment anchors are made by its script', () => {
    assert.ok(isMadeByScript('github.com', 'L10-L20'));
    assert.ok(isMadeByScript('github.com', 'issuecomment-1'));
    assert.ok(isMadeByScript('gitlab.com', 'L3'));
    assert.ok(isMadeByScript('a.org', ':~:text=x'));
    assert.ok(!isMadeByScript('a.org', 'usage'));
  });

  it('LinkedIn and Cloudflare keep programs out', () => {
    assert.ok(isBotWall({ type: 'response', status: 999 }));
    assert.ok(isBotWall({ type: 'response', status: 503, botWall: true }));
    assert.ok(!isBotWall({ type: 'response', status: 200, botWall: true }));
    assert.ok(!isBotWall({ type: 'response', status: 403 }));
  });

  it('a DOI is made to be redirected: where it leads today is no news', () => {
    const hops = [{ status: 301, url: 'https://publisher.org/x' }];
    assert.ok(isPersistentName('https://dx.doi.org/10.1/x'));
    assert.deepEqual(judge('https://doi.org/10.1/x', { type: 'response', status: 200 }, hops).movedTo, undefined);
    assert.equal(judge('https://a.org/x', { type: 'response', status: 200 }, hops).movedTo, hops[0]!.url);
  });

  it('a redirect to a log-in is no page', () => {
    assert.ok(isSignIn('https://docs.google.com/d/1', 'https://accounts.google.com/v3/signin'));
    assert.ok(isSignIn('https://a.org/paper', 'https://a.org/users/sign-in?x=1'));
    assert.ok(!isSignIn('https://a.org/login', 'https://a.org/login/'));
    assert.ok(!isSignIn('https://a.org/', 'https://a.org/blogging'));
  });
});
