import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { UndiciClient } from '../../server/src/platform/node/web/httpClient.ts';
import { status, WebHost } from '../support/webHost.ts';

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
      const through = connect(web.port, '127.0.0.1', () => {
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

  async function ask(
    url: string,
    settings: { proxy?: string; noProxy?: readonly string[]; off?: boolean },
  ): Promise<string> {
    const client = new UndiciClient({
      isAllowedAddress: (address) => address === '127.0.0.1',
      lookup: web.lookup,
      proxy: settings,
    });
    const request = { method: 'HEAD', url, userAgent: 'TalkNotes', timeoutMs: 3000, bodyBytes: 0 } as const;
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
    process.env.HTTP_PROXY = address();
    try {
      const url = web.page('a.test', '/a', status(200));
      assert.equal(await ask(url, {}), '200');
      assert.equal(passed.length, 1);
      assert.equal(await ask(url, { off: true }), '200');
      assert.equal(passed.length, 1);
    } finally {
      delete process.env.HTTP_PROXY;
      Object.assign(process.env, before === undefined ? {} : { HTTP_PROXY: before });
    }
  });
});
