import assert from 'node:assert/strict';
import { type Thing, thingsAt } from '../../../server/src/core/index/thingAt.ts';
import { atCursor } from '../../support/cursor.ts';

/** `use url`, `definition heading`, `todo`: what stands at the cursor, innermost first, with the text it covers. */
function things(fixture: string): string[] {
  const { snapshot, path, offset, text } = atCursor(fixture);
  const kindOf = (thing: Thing): string => {
    switch (thing.type) {
      case 'use':
        return `use ${thing.use.target.type}`;
      case 'definition':
        return thing.definition.type === 'heading' ? 'heading' : thing.definition.anchor.kind;
      case 'todo':
        return 'todo';
    }
  };
  return thingsAt(snapshot, path, offset).map(
    (thing) => `${kindOf(thing)}: ${text(path).slice(thing.span.start, thing.span.end)}`,
  );
}

describe('thingsAt', () => {
  for (const [name, fixture, expected] of [
    ['a link', 'See :doc:`a$0b` there.', ['use path: :doc:`ab`']],
    ['nothing in prose', 'See :doc:`ab` th$0ere.', []],
    ['a link that ends here', 'See name_$0 there.', ['use local: name_']],
    ['the second of two links that touch', '`a`__\\ $0`b`__', ['use anonymous: `b`__']],
    ['an embedded link and its name', '`te$0xt <a.rst>`_', ['use path: `text <a.rst>`_', 'embedded: text']],
    ['an embedded link alone', '`text <a$0.rst>`_', ['use path: `text <a.rst>`_']],
    ['a target', '.. _na$0me: http://a.org', ['explicit: name']],
    ["a target's value", '.. _name: http://$0a.org', ['use url: http://a.org']],
    ['an anonymous target', '.. $0__: b_', ['anonymous: ']],
    ['a footnote', '.. [$01] Text.', ['footnote: 1']],
    ['an inline target', 'An _`inl$0ine` one.', ['inline: inline']],
    ['a title', 'Title\n==$0===\n', ['heading: Title']],
    ['a link in a title', 'Ti nam$0e_\n========\n', ['use local: name_', 'heading: Ti name_']],
    ['to-dos, innermost first', '- [ ] a\n\n  - [ ] b$0\n', ['todo: - [ ] b']],
    ['a link in a to-do', '- [ ] see nam$0e_\n', ['use local: name_', 'todo: - [ ] see name_']],
  ] as const) {
    it(`is ${name}`, () => assert.deepEqual(things(fixture), expected));
  }

  it('is quick where many links stand before', () => {
    const { snapshot, path, offset } = atCursor(`${'`a <b.rst>`_ '.repeat(20_000)}$0`);
    thingsAt(snapshot, path, offset);
    const start = performance.now();
    for (let times = 0; times < 1000; times++) {
      thingsAt(snapshot, path, offset - 13 * times);
    }
    assert.ok(performance.now() - start < 500);
  });
});
