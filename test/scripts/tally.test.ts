import assert from 'node:assert/strict';
import { join } from 'node:path';
import { makeTempFolder, type TempFolder } from '../../scripts/support/tempFolder.ts';
import { appendTally, formatTally, readTally } from '../../scripts/testing/tally.ts';

describe('the tally of test runs', () => {
  let temp: TempFolder;

  beforeEach(async () => {
    temp = await makeTempFolder();
  });

  afterEach(() => temp.remove());

  it('adds up what several runs have counted', () => {
    const file = join(temp.path, 'tally');
    appendTally(file, { passed: 3, failed: 0, skipped: 1 });
    appendTally(file, { passed: 4, failed: 2, skipped: 0 });
    assert.deepEqual(readTally(file), { passed: 7, failed: 2, skipped: 1 });
  });

  it('is missing, not zero, when no run came to its end', () => {
    assert.equal(readTally(join(temp.path, 'tally')), undefined);
  });

  it('is written as one line, which speaks of skipped tests only where there are some', () => {
    assert.equal(formatTally({ passed: 12, failed: 0, skipped: 0 }), '12 passed, 0 failed');
    assert.equal(formatTally({ passed: 12, failed: 1, skipped: 2 }), '12 passed, 1 failed, 2 skipped');
  });
});
