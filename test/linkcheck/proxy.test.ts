import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { defaultLinkCheckOptions } from '../../server/src/linkcheck/checkOptions.ts';
import { LinkChecker } from '../../server/src/linkcheck/linkChecker.ts';
import { planLinks } from '../../server/src/linkcheck/linkPlan.ts';
import { UndiciClient } from '../../server/src/platform/node/web/httpClient.ts';
import type { ProxySettings } from '../../server/src/platform/node/web/proxies.ts';
import { nodeLinkClock, openHttpClient } from '../../server/src/platform/node/web/webPlatform.ts';
import { testCertificate } from '../support/testCertificate.ts';
import { status, WebHost } from '../support/webHost.ts';

const PATIENCE = 15_000;

describe('a proxy', () => {
  let web: WebHost;
  let proxy: Server;
  /** What it was asked to reach. */
  let passed: string[];

  beforeEach(async () => {
    web = await WebHost.start();
    passed = [];
    proxy = createServer((request, response) => {
      passed.push(`${request.method} ${request.url}`);
      response.end();
    });
    proxy.on('connect', ({ url }, socket, head) => {
      passed.push(`CONNECT ${url}`);
      const port =
        url?.startsWith('secure.test') || url?.startsWith('trusted.test')
          ? Number(new URL(web.secureUrl('secure.test', '/')).port)
          : web.port;
      const through = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        through.write(head);
        through.pipe(socket).pipe(through);
      });
      through.on('error', () => socket.destroy());
      socket.on('error', () => through.destroy());
    });
    await new Promise<void>((resolve) => {
      proxy.listen(0, '127.0.0.1', resolve);
    });
  });
  afterEach(async () => {
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
    await web.close();
  });

  async function ask(url: string, settings: ProxySettings, certificates: readonly string[] = []): Promise<string> {
    const client = new UndiciClient({
      isAllowedAddress: (address) => address === '127.0.0.1',
      lookup: web.lookup,
      proxy: settings,
      certificates,
    });
    const request = { method: 'HEAD', url, userAgent: 'TalkNotes', timeoutMs: PATIENCE, bodyBytes: 0 } as const;
    const answer = await client.request(request, new AbortController().signal);
    await client.close();
    return answer.type === 'response' ? String(answer.status) : answer.reason;
  }

  const address = (): string => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

  it('that is set is asked instead of the host, whose name is not looked up here', async () => {
    const url = web.page('a.test', '/a', status(200));
    assert.equal(await ask(url, { proxy: address() }), '200');
    assert.equal(passed.length, 1);
    assert.match(passed[0]!, /a\.test/);
    assert.deepEqual(web.lookups, []);
  });

  it('is asked for plain addresses without a tunnel, which many let through to port 443 only', async () => {
    await ask(web.page('a.test', '/a', status(200)), { proxy: address() });
    assert.deepEqual(passed, [`HEAD ${web.url('a.test', '/a')}`]);
  });

  it('may stand in a private network, and hosts behind it still may not', async () => {
    const client = openHttpClient({ allowPrivateHosts: false, proxy: { proxy: address() } });
    const request = { method: 'HEAD', userAgent: 'TalkNotes', timeoutMs: PATIENCE, bodyBytes: 0 } as const;
    const { signal } = new AbortController();
    const answer = await client.request({ ...request, url: 'http://a.example.org/' }, signal);
    await client.close();
    assert.deepEqual([answer.type, passed], ['response', ['HEAD http://a.example.org/']]);
    const { links } = planLinks(['http://localhost/', 'http://10.0.0.1/', 'http://[::1]/']);
    const options = { ...defaultLinkCheckOptions, hostGapMs: 0 };
    const checker = new LinkChecker({ http: client, clock: nodeLinkClock, store: new Map(), options });
    await checker.check(links, { signal });
    assert.equal(passed.length, 1);
  });

  it('is told where to, and sees nothing of what is asked by https', async () => {
    web.page('secure.test', '/a', status(200));
    const url = web.secureUrl('secure.test', '/a');
    assert.equal(await ask(url, { proxy: address() }), 'certificate');
    const trusted = web.secureUrl('trusted.test', '/a');
    web.page('trusted.test', '/a', status(204));
    assert.equal(await ask(trusted, { proxy: address() }, [testCertificate.cert]), '204');
    assert.deepEqual(
      passed,
      [url, trusted].map((each) => `CONNECT ${new URL(each).host}`),
    );
  });

  it('that is down, or cannot be used, leaves links unverified, and nothing is asked behind its back', async () => {
    web.page('a.test', '/a', status(200));
    for (const proxy of ['http://127.0.0.1:1', 'socks5://127.0.0.1:1', 'no address', '::bad::']) {
      const client = openHttpClient({ allowPrivateHosts: true, proxy: { proxy } });
      const request = { method: 'HEAD', url: web.url('127.0.0.1', '/a'), userAgent: 'T', bodyBytes: 0 } as const;
      const answer = await client.request({ ...request, timeoutMs: PATIENCE }, new AbortController().signal);
      await client.close();
      assert.equal(answer.type === 'failure' && answer.reason, 'unreachable', proxy);
    }
    assert.deepEqual(web.requests, []);
  });

  it('is left out for the hosts that are named', async () => {
    const url = web.page('a.test', '/a', status(200));
    assert.equal(await ask(url, { proxy: address(), noProxy: ['a.test'] }), '200');
    assert.deepEqual([passed, web.asked('a.test')], [[], ['HEAD /a']]);
    web.resolves('inside.test', ['127.0.0.66']);
    assert.equal(
      await ask(web.url('inside.test', '/'), { proxy: address(), noProxy: ['inside.test'] }),
      'private-address',
    );
  });

  it('of the environment is used, unless proxies are switched off', async () => {
    const before = process.env.HTTP_PROXY;
    const url = web.page('a.test', '/a', status(200));
    try {
      for (const written of [address(), address().replace('http://', '')]) {
        process.env.HTTP_PROXY = written;
        passed = [];
        assert.equal(await ask(url, {}), '200');
        assert.equal(passed.length, 1, written);
        assert.equal(await ask(url, { off: true }), '200');
        assert.equal(passed.length, 1);
      }
    } finally {
      delete process.env.HTTP_PROXY;
      Object.assign(process.env, before === undefined ? {} : { HTTP_PROXY: before });
    }
  });
});
