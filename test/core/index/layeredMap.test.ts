import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LayeredMap } from '../../../server/src/core/index/layeredMap.ts';

describe('LayeredMap', () => {
  it('behaves as a map that is copied whole, for any batches of changes', () => {
    const key = fc.integer({ min: 0, max: 400 }).map(String);
    const batch = fc.array(fc.tuple(key, fc.option(fc.integer(), { nil: undefined })), { maxLength: 120 });
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 12 }), (batches) => {
        let layered = LayeredMap.empty<number>();
        const plain = new Map<string, number>();
        for (const changes of batches) {
          const earlier = layered;
          const earlierEntries = [...earlier.entries()];
          layered = layered.with(new Map(changes));
          for (const [name, value] of new Map(changes)) {
            value === undefined ? plain.delete(name) : plain.set(name, value);
          }
          assert.deepEqual([...earlier.entries()], earlierEntries);
        }
        assert.deepEqual(new Map(layered.entries()), plain);
        assert.equal(layered.size, plain.size);
        for (let at = 0; at <= 400; at++) {
          assert.equal(layered.get(String(at)), plain.get(String(at)));
        }
      }),
    );
  });

  it('is the same map when nothing changes', () => {
    const map = LayeredMap.empty<number>().with(new Map([['a', 1]]));
    assert.equal(map.with(new Map()), map);
  });
});
