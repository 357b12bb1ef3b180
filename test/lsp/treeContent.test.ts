import assert from 'node:assert/strict';
import { rst } from '../../server/src/core/dialects/rst/rst.ts';
import type { Note } from '../../server/src/core/model/note.ts';
import { sameAnnotations, sameLinks, sameTalks, sameTodos } from '../../server/src/lsp/treeContent.ts';

const TEXT = `Event
*****

Talk
====

@ann

A line of prose that is too long to be one of those below a title in which people write who spoke there.
See slides_ and \`the docs <docs.rst>\`_.

.. note to self: shorter (ann)

.. _slides: https://example.org/slides

To Do
=====

- Read on
- [x] Ask
`;

function read(text: string): Note {
  return rst.parse(text, { todoSections: ['To Do'] });
}

/** Which trees show something else once `from` is `to`. */
function changed(from: string, to: string): string[] {
  assert.ok(TEXT.includes(from));
  const [a, b] = [read(TEXT), read(TEXT.replace(from, to))];
  const trees = { talks: sameTalks, todos: sameTodos, annotations: sameAnnotations, links: sameLinks };
  return Object.entries(trees).flatMap(([name, isSame]) => (isSame(a, b) ? [] : [name]));
}

describe('what trees show of a note', () => {
  it('stays the same while somebody types in prose', () => {
    assert.deepEqual(changed('See ', 'Have a look at '), []);
  });

  it('is told apart by titles, who spoke and where links lead', () => {
    assert.deepEqual(changed('Talk\n====', 'Tale\n===='), ['talks', 'todos', 'links']);
    assert.deepEqual(changed('@ann', '@bob'), ['talks', 'todos']);
    assert.deepEqual(changed('docs.rst', 'more.rst'), ['talks', 'links']);
    assert.deepEqual(changed('the docs', 'all docs'), ['talks', 'links']);
    assert.deepEqual(changed('org/slides', 'org/film'), ['talks', 'links']);
  });

  it('is told apart by to-dos, their states and how many are left', () => {
    assert.deepEqual(changed('Read on', 'Write on'), ['todos']);
    assert.deepEqual(changed('[x] Ask', '[ ] Ask'), ['talks', 'todos']);
    assert.deepEqual(changed('- Read on\n', ''), ['talks', 'todos']);
  });

  it('is told apart by the line that a link stands on', () => {
    assert.deepEqual(changed('See ', 'So:\nSee '), ['links']);
  });

  it('comes and goes with the note', () => {
    const note = read(TEXT);
    const bare = read('Only prose.\n');
    assert.deepEqual(
      [sameTalks(undefined, note), sameLinks(note, undefined), sameTodos(undefined, note)],
      [false, false, false],
    );
    assert.deepEqual(
      [sameTalks(undefined, bare), sameTodos(undefined, bare), sameAnnotations(bare, undefined)],
      [false, true, true],
    );
  });
});
