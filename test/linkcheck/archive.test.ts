import assert from 'node:assert/strict';
import { archivedCopy } from '../../server/src/linkcheck/archive.ts';
import { redirect, status } from '../support/webHost.ts';
import { CheckWorld } from './checkWorld.ts';

describe('the archived copy of a page', () => {
  let world: CheckWorld;

  beforeEach(async () => {
    world = await CheckWorld.start();
  });
  afterEach(() => world.close());

  function copy(url: string, date: string) {
    const archive = `${world.host.url('archive.test', '')}/`;
    return archivedCopy(world.asker(), archive, url, date, new AbortController().signal);
  }

  it('is where the archive sends one who asks for a day', async () => {
    const there = world.host.url('archive.test', '/web/20111018093000/http://a.org/talk?x=1');
    world.host.page('archive.test', '/web/20111017000000/http://a.org/talk?x=1', redirect(302, there));
    assert.deepEqual(await copy('http://a.org/talk?x=1#slides', '20111017'), {
      type: 'copy',
      url: there,
      timestamp: '20111018093000',
    });
    assert.deepEqual(world.host.asked('archive.test'), ['HEAD /web/20111017000000/http://a.org/talk?x=1']);
  });

  it('is asked for without the password in an address', async () => {
    await copy('http://me:secret@a.org/talk#slides', '20111017');
    assert.deepEqual(
      new Set(world.host.asked('archive.test')),
      new Set(['HEAD /web/20111017000000/http://a.org/talk', 'GET /web/20111017000000/http://a.org/talk']),
    );
  });

  it('is asked for from the beginning of a year or month', async () => {
    world.host.page(
      'archive.test',
      '/web/20110101000000/http://a.org/',
      redirect(302, '/web/20110203000000/http://a.org/'),
    );
    world.host.page(
      'archive.test',
      '/web/20110501000000/http://a.org/',
      redirect(302, '/web/20110504000000/http://a.org/'),
    );
    assert.equal((await copy('http://a.org/', '2011')).type, 'copy');
    assert.equal((await copy('http://a.org/', '201105')).type, 'copy');
  });

  it('may be from that very moment', async () => {
    world.host.page('archive.test', '/web/20110101000000/http://a.org/', status(200));
    const found = await copy('http://a.org/', '20110101');
    assert.equal(found.type === 'copy' && found.timestamp, '20110101000000');
  });

  it('may not exist, and that is told from not knowing', async () => {
    assert.deepEqual(await copy('http://a.org/', '2011'), { type: 'none' });
    world.host.page('archive.test', '/web/20120101000000/http://a.org/', status(503));
    assert.deepEqual(await copy('http://a.org/', '2012'), { type: 'unknown' });
    world.host.page(
      'archive.test',
      '/web/20130101000000/http://a.org/',
      redirect(302, 'http://elsewhere.test/web/20130101000000/x'),
    );
    assert.deepEqual(await copy('http://a.org/', '2013'), { type: 'none' });
  });
});
