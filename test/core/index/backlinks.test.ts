import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linksInto, usesOf } from '../../../server/src/core/index/backlinks.ts';
import { definitionsOf, sameDefinition } from '../../../server/src/core/index/definition.ts';
import { targetUses } from '../../../server/src/core/index/targetUses.ts';
import { root, snapshotOf } from '../../support/workspace.ts';

const rst = [
  ...[
    'One\n===',
    'Two\n---',
    '.. _l1:',
    '.. _l2:',
    '.. _n1: b.md',
    '.. _n2: n1_',
    '.. _n1:',
    '__ n1_',
    '.. __: c/d.rst',
  ],
  ...['.. [1] Text.', '.. [#] Text.', '.. [#f] Text.', '.. [C] Text.', '.. |s| image:: p.png', '.. image:: c/p.png'],
  ...['n1_ n2_', '`One`_', '`text <n1_>`_', '`x <b.md#two>`__', '`y <b>`_', '`q`__', '[1]_ [#]_ [#f]_', '[C]_', '|s|'],
  ...[
    ':doc:`b`',
    ':doc:`/a`',
    ':doc:`c/d`',
    ':doc:`../a`',
    ':ref:`l1`',
    ':ref:`t <l2>`',
    '`z <../a.rst#one>`__',
    'http://a.org',
  ],
  ...['.. toctree::\n\n   a\n   c/d', '`up <../>`__', ':download:`p.png`', '`case <B.md>`__', '_`inline` and inline_'],
];
const markdown = [
  ...[
    '# One',
    '## Two',
    '## Two',
    '[d]: a.rst',
    '[d]: <c/d.rst#one> "T"',
    '[^f]: Text.',
    '<a id="here"></a>',
    'Text ^blk',
  ],
  ...['[a](a.rst#one)', '[x][d] [d] [d][]', '[[a]] [[b#Two]] [[c/d|x]]', '[[#One]] [[b#^blk]]', '[^f]', '![i](p.png)'],
  ...[
    '<a href="a.rst">x</a>',
    '[h](#here)',
    '[y](#two-1)',
    '[z](/c/d.rst)',
    '![[p.png]]',
    '<http://a.org>',
    '[q](c/d#two)',
  ],
];

const noteOf = (lines: readonly string[]) =>
  fc.array(fc.constantFrom(...lines), { maxLength: 8 }).map((all) => all.join('\n\n'));

describe('backlinks', () => {
  it('find every link by what it leads to, and nothing else, over both formats', () => {
    fc.assert(
      fc.property(noteOf(rst), noteOf(markdown), noteOf(rst), (a, b, d) => {
        const snapshot = snapshotOf([
          { path: `${root}/a.rst`, text: a },
          { path: `${root}/b.md`, text: b },
          { path: `${root}/c/d.rst`, text: d },
          { path: `${root}/p.png`, text: '' },
          { path: `${root}/c/p.png`, text: '' },
        ]);
        for (const { path, note } of snapshot.notes.entries()) {
          for (const { target, span, holder } of targetUses(note)) {
            for (const definition of definitionsOf(snapshot, path, target)) {
              const uses = usesOf(snapshot, [definition]);
              assert.ok(
                uses.some((use) => use.path === path && use.holder === holder),
                `${path} ${span.start}`,
              );
              for (const use of uses) {
                const leadsTo = definitionsOf(snapshot, use.path, use.target);
                const isIt = leadsTo.some((each) => sameDefinition(each, definition) || isInside(each, definition));
                assert.ok(isIt, `${use.path} ${use.span.start}`);
              }
              if ('path' in definition && definition.path !== path && definition.type !== 'file') {
                assert.ok(linksInto(snapshot, definition.path).some((use) => use.holder === holder));
              }
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  }).timeout(60_000);
});

type Definition = ReturnType<typeof definitionsOf>[number];

/** A use of a file is every link into it. */
function isInside(definition: Definition, file: Definition): boolean {
  return file.type === 'file' && definition.type !== 'url' && definition.path === file.path;
}
