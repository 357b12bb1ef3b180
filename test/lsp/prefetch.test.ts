import assert from 'node:assert/strict';
import { Prefetch } from '../../server/src/lsp/prefetch.ts';

describe('what is asked for beforehand', () => {
  it('comes with the first that is wanted, and each is asked for once', async () => {
    const asked: string[][] = [];
    const prefetch = new Prefetch(async (paths: readonly string[]) => {
      asked.push([...paths]);
      return paths.map((path) => path.toUpperCase());
    });
    prefetch.expect(['a', 'b', 'c']);
    assert.equal(await prefetch.get('b'), 'B');
    assert.equal(await prefetch.get('a'), 'A');
    assert.equal(await prefetch.get('c'), 'C');
    assert.deepEqual(asked, [['b', 'a', 'c']]);
    // What was given once may be another by now.
    await prefetch.get('a');
    assert.deepEqual(asked.at(-1), ['a']);
  });

  it('is forgotten when nobody wants it any more', async () => {
    let version = 1;
    const prefetch = new Prefetch(async (paths: readonly string[]) => paths.map((path) => `${path}${version}`));
    prefetch.expect(['a', 'b']);
    await prefetch.get('a');
    version = 2;
    prefetch.forget();
    assert.equal(await prefetch.get('b'), 'b2');
  });
});
