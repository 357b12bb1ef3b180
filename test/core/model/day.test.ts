import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, addMonths, daysBetween, readDay, weekday } from '../../../server/src/core/model/day.ts';

const days = fc
  .date({ min: new Date('1600-01-01'), max: new Date('2399-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  for (const [text, day] of [
    ['2026-12-01', '2026-12-01'],
    ['2026/2/3', '2026-02-03'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', undefined],
    ['1900-02-29', undefined],
    ['2026-13-01', undefined],
    ['2026-00-10', undefined],
    ['2026-04-31', undefined],
    ['26-04-30', undefined],
    ['soon', undefined],
  ] as const) {
    it(`reads ${text} as ${day}`, () => assert.equal(readDay(text), day));
  }

  it('are counted as the calendar has them', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -50_000, max: 50_000 }), (day, count) => {
        const date = new Date(`${day}T00:00:00Z`);
        date.setUTCDate(date.getUTCDate() + count);
        fc.pre(date.getUTCFullYear() > 999);
        const expected = date.toISOString().slice(0, 10);
        assert.equal(addDays(day, count), expected);
        assert.equal(daysBetween(day, expected), count);
        assert.equal(weekday(day), new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
      }),
    );
  });

  for (const [day, months, expected] of [
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 2, '2027-01-30'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ] as const) {
    it(`${day} and ${months} months is ${expected}`, () => assert.equal(addMonths(day, months), expected));
  }
});
