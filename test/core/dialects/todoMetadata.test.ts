import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTodoMetadata } from '../../../server/src/core/dialects/todoMetadata.ts';

/** `title | kind value (style)… | @people | #tags`, as `text` reads; '' for none. */
function read(text: string, plain = text.replaceAll('`', '')): string {
  const metadata = readTodoMetadata(text, 0, text.length, plain);
  if (metadata === undefined) {
    return '';
  }
  for (const { span } of metadata.fields) {
    assert.ok(span.start < span.end && span.end <= text.length);
  }
  const fields = metadata.fields.map(
    ({ kind, value, style, span }) => `${kind} ${value} ${style} «${text.slice(span.start, span.end)}»`,
  );
  const people = metadata.people.map((name) => `@${name}`);
  const tags = metadata.tags.map((name) => `#${name}`);
  return [metadata.title, ...fields, ...people, ...tags].join(' | ');
}

const cases: readonly (readonly [text: string, expected: string])[] = [
  ['a @due(2026-12-01)', 'a | due 2026-12-01 at «@due(2026-12-01)»'],
  ['a @due(2026-12-01 14:30) b', 'a b | due 2026-12-01 at «@due(2026-12-01 14:30)»'],
  ['a @due(2026/1/2)', 'a | due 2026-01-02 at «@due(2026/1/2)»'],
  ['a due:2026-12-01', 'a | due 2026-12-01 colon «due:2026-12-01»'],
  ['a due: 2026-12-01.', 'a. | due 2026-12-01 colon «due: 2026-12-01»'],
  ['a 📅 2026-12-01', 'a | due 2026-12-01 emoji «📅 2026-12-01»'],
  ['a 📅2026-12-01', 'a | due 2026-12-01 emoji «📅2026-12-01»'],
  ['a 🗓️ 2026-12-01', 'a | due 2026-12-01 emoji «🗓️ 2026-12-01»'],
  ['a @done(2026-12-01)', 'a | done 2026-12-01 at «@done(2026-12-01)»'],
  ['a ✅ 2026-12-01', 'a | done 2026-12-01 emoji «✅ 2026-12-01»'],
  ['a @completed(2026-12-01)', 'a | done 2026-12-01 at «@completed(2026-12-01)»'],
  ['a @start(2026-12-01)', 'a | start 2026-12-01 at «@start(2026-12-01)»'],
  ['a @started(2026-12-01)', 'a | start 2026-12-01 at «@started(2026-12-01)»'],
  ['a t:2026-12-01', 'a | start 2026-12-01 colon «t:2026-12-01»'],
  ['a 🛫 2026-12-01', 'a | start 2026-12-01 emoji «🛫 2026-12-01»'],
  ['a scheduled:2026-12-01', 'a | scheduled 2026-12-01 colon «scheduled:2026-12-01»'],
  ['a ⏳ 2026-12-01', 'a | scheduled 2026-12-01 emoji «⏳ 2026-12-01»'],
  ['a ➕ 2026-12-01', 'a | created 2026-12-01 emoji «➕ 2026-12-01»'],
  ['a ❌ 2026-12-01', 'a | cancelled 2026-12-01 emoji «❌ 2026-12-01»'],
  ['(A) a', 'a | priority high sign «(A)»'],
  ['a (B)', 'a | priority medium sign «(B)»'],
  ['(C) a', 'a | priority low sign «(C)»'],
  ['(Z) a', 'a | priority low sign «(Z)»'],
  ['! a', 'a | priority low sign «!»'],
  ['!! a', 'a | priority medium sign «!!»'],
  ['a !!!', 'a | priority high sign «!!!»'],
  ['a ⏫', 'a | priority high emoji «⏫»'],
  ['a 🔺', 'a | priority high emoji «🔺»'],
  ['a 🔼', 'a | priority medium emoji «🔼»'],
  ['a 🔽', 'a | priority low emoji «🔽»'],
  ['a ⏬', 'a | priority low emoji «⏬»'],
  ['a @priority(high)', 'a | priority high at «@priority(high)»'],
  ['a @priority(2)', 'a | priority medium at «@priority(2)»'],
  ['a pri:A', 'a | priority high colon «pri:A»'],
  ['a every week', 'a | recurrence every week sign «every week»'],
  ['a every 2 weeks when done', 'a | recurrence every 2 weeks when done sign «every 2 weeks when done»'],
  ['a Every Monday @ada', 'a @ada | recurrence every monday sign «Every Monday» | @ada'],
  ['a 🔁 every month', 'a | recurrence every month emoji «🔁 every month»'],
  ['a @every(2 days)', 'a | recurrence 2 days at «@every(2 days)»'],
  ['a @repeat(weekly)', 'a | recurrence weekly at «@repeat(weekly)»'],
  ['a rec:1w', 'a | recurrence 1w colon «rec:1w»'],
  ['a rec:+2m', 'a | recurrence +2m colon «rec:+2m»'],
  ['ask @ada and @eve.kask about it', 'ask @ada and @eve.kask about it | @ada | @eve.kask'],
  ['ask @Łukasz, (@b)', 'ask @Łukasz, (@b) | @Łukasz | @b'],
  ['a #slides #to-watch/soon #слайды', 'a #slides #to-watch/soon #слайды | #slides | #to-watch/soon | #слайды'],
  [
    '(A) ask @ada @due(2026-12-01) #x ⏳ 2026-11-30 every week',
    'ask @ada #x | priority high sign «(A)» | due 2026-12-01 at «@due(2026-12-01)» | ' +
      'scheduled 2026-11-30 emoji «⏳ 2026-11-30» | recurrence every week sign «every week» | @ada | #x',
  ],
  ['@due(2026-12-01)', '@due(2026-12-01) | due 2026-12-01 at «@due(2026-12-01)»'],
  ['`@due(2026-12-01)` due:2026-12-02', '@due(2026-12-01) | due 2026-12-02 colon «due:2026-12-02»'],
];

const none: readonly string[] = [
  'plain text',
  'a@b.org',
  'https://a.org/@ada#part',
  'C# and F#',
  '#1 of 3',
  'wow ! really',
  'plan (B) is better',
  '(a) lower case',
  '(AB) two',
  'every day is a good day',
  'a every once in a while',
  'every week’s notes',
  '@due(soon)',
  'due:tomorrow',
  '@due(2026-02-30)',
  'due:2026-12-011',
  'undue:2026-12-01',
  '`@ada #tag due:2026-12-01`',
  '``use @ada `x` #tag``',
  '@unknown(value)',
  'a!',
];

describe('to-do metadata', () => {
  for (const [text, expected] of cases) {
    it(`in “${text}”`, () => assert.equal(read(text), expected));
  }
  for (const text of none) {
    it(`none in “${text}”`, () => assert.equal(read(text), ''));
  }

  it('has owners of a marker', () => {
    const metadata = readTodoMetadata('x', 0, 1, 'x', ['ann']);
    assert.deepEqual(metadata, { title: 'x', fields: [], people: ['ann'], tags: [] });
  });

  it('has spans in bounds and in order, and a title that is never empty, in any text', () => {
    const pieces = fc.constantFrom(
      ...cases.map(([text]) => text),
      ...none,
      '`',
      '``',
      ' ',
      '(',
      '!',
      '@',
      '\n  ',
      '📅',
      '',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const plain = text.trim().replace(/\s+/g, ' ');
        const metadata = readTodoMetadata(text, 0, text.length, plain);
        let from = 0;
        for (const { span } of metadata?.fields ?? []) {
          assert.ok(from <= span.start && span.start < span.end && span.end <= text.length);
          from = span.end;
        }
        assert.ok(metadata === undefined || plain === '' || metadata.title !== '');
      }),
    );
  });

  // Mocha's own time limit is the check: quadratic, each would take minutes.
  for (const piece of ['`', '`` ` ', '#1', '@a.', '(A) ', '! ', 'every ', 'every 2 ', '@due(', '# ', 'due: ', '📅 ']) {
    it(`is read in linear time: “${piece}”`, () => {
      const text = piece.repeat((1 << 20) / piece.length);
      assert.ok((readTodoMetadata(text, 0, text.length, text)?.title ?? text).length > 0);
    });
  }
});
