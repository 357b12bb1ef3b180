import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isDeepEqual } from '../../server/src/lsp/isDeepEqual.ts';

describe('isDeepEqual', () => {
  it('agrees with how JSON writes both', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        assert.ok(isDeepEqual(a, structuredClone(a)));
        assert.equal(isDeepEqual(a, b), isDeepEqual(b, a));
        assert.ok(!isDeepEqual([a], [a, b]));
        assert.ok(!isDeepEqual({ a }, { b: a }));
        assert.equal(isDeepEqual({ a, c: 1 }, { c: 1, a: b }), isDeepEqual(a, b));
      }),
    );
  });

  it('takes what is undefined for absent', () => {
    assert.ok(isDeepEqual({ a: 1, b: undefined }, { a: 1 }));
    assert.ok(isDeepEqual({ a: 1 }, { b: undefined, a: 1 }));
    assert.ok(!isDeepEqual({ a: undefined }, { a: null }));
  });
});
