import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../../server/src/platform/node/engine.ts');

describe('The nursery', () => {
  it('is large from the start, and stays as it is', () => {
    const script = `
      const { settleEngine } = await import(${JSON.stringify(source)});
      const { getHeapSpaceStatistics } = await import('node:v8');
      const size = () => getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size;
      const before = size();
      settleEngine();
      const settled = size();
      const survivors = [];
      for (let count = 0; count < 200_000; count++) survivors.push([count]);
      console.log(JSON.stringify({ before, settled, after: size() }));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    const { before, settled, after } = JSON.parse(output) as Record<'before' | 'settled' | 'after', number>;
    assert.ok(before < 4 * 2 ** 20, `${before} before`);
    assert.ok(settled >= 4 * 2 ** 20, `${settled} settled`);
    assert.ok(after <= settled, `${after} after`);
  });
});
