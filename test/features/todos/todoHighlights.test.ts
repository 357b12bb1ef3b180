import assert from 'node:assert/strict';
import { todoHighlights } from '../../../server/src/features/todos/todoHighlights.ts';
import { entryOf } from '../../support/workspace.ts';

const text = `- [ ] (A) over @due(2026-11-01)
- [ ] today ⏳ 2026-11-23 🔼
- [ ] later due:2026-12-01 !
- [x] (A) done @due(2026-11-01)
- [-] dropped @due(2026-11-01)
- [/] begun @due(2026-11-22)
`;

describe('todoHighlights', () => {
  for (const path of ['/ws/a.rst', '/ws/a.md']) {
    it(`marks dates that press, priorities, and what was dropped: ${path}`, () => {
      const found = todoHighlights(entryOf(path, text)!.note, '2026-11-23');
      assert.deepEqual(
        found.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end).trim()}`),
        [
          'overdue @due(2026-11-01)',
          'highPriority (A)',
          'dueToday ⏳ 2026-11-23',
          'mediumPriority 🔼',
          'lowPriority !',
          'cancelled dropped @due(2026-11-01)',
          'overdue @due(2026-11-22)',
        ],
      );
    });
  }
});
