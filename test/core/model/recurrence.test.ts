import assert from 'node:assert/strict';
import { nextDay, readRecurrence } from '../../../server/src/core/model/recurrence.ts';

/** A Monday. */
const today = '2026-11-23';

describe('recurrence', () => {
  for (const [rule, from, expected] of [
    ['every day', today, '2026-11-24'],
    ['every 3 days', '2026-11-20', '2026-11-26'],
    ['every other day', today, '2026-11-25'],
    ['every week', '2026-11-25', '2026-12-02'],
    ['every week', '2026-10-01', '2026-11-26'],
    ['Every  2 Weeks', '2026-11-22', '2026-12-06'],
    ['weekly', today, '2026-11-30'],
    ['every monday', today, '2026-11-30'],
    ['every fri', '2026-11-20', '2026-11-27'],
    ['every 2 weeks on tuesday', today, '2026-12-01'],
    ['every weekday', '2026-11-27', '2026-11-30'],
    ['every weekday', '2026-11-28', '2026-11-30'],
    ['every 2 weekdays', '2026-11-26', '2026-11-30'],
    ['every month', '2026-10-31', '2026-11-30'],
    ['every month', '2026-01-31', '2026-11-30'],
    ['every 3 months', '2026-11-30', '2027-02-28'],
    ['every year', '2024-02-29', '2027-02-28'],
    ['every week when done', '2026-01-01', '2026-11-30'],
    ['1w', '2026-01-01', '2026-11-30'],
    ['+1w', '2026-11-20', '2026-11-27'],
    ['+2b', '2026-11-26', '2026-11-30'],
    ['+1m', '2026-11-01', '2026-12-01'],
    ['+1y', '2026-11-01', '2027-11-01'],
    ['1d', '2026-11-01', '2026-11-24'],
    ['every 999 years', '0001-01-01', '2998-01-01'],
  ] as const) {
    it(`${rule} from ${from} is ${expected}`, () => {
      assert.equal(nextDay(readRecurrence(rule)!, from, today), expected);
    });
  }

  it('comes to an end, however long ago it began', () => {
    assert.equal(nextDay(readRecurrence('every day')!, '0001-01-01', today), '2026-11-24');
  });

  for (const rule of ['', 'every', 'every so often', 'every 0 days', 'every month on friday', 'week on', '0d']) {
    it(`“${rule}” is none`, () => assert.equal(readRecurrence(rule), undefined));
  }
});
