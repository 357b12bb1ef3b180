import assert from 'node:assert/strict';
import { NoteIndex } from '../../../server/src/core/index/noteIndex.ts';
import { labelKey } from '../../../server/src/core/index/noteSymbols.ts';
import { entryOf } from '../../support/workspace.ts';

const change = (path: string, text: string) => ({ path, entry: entryOf(path, text) });

describe('NoteIndex', () => {
  const index = NoteIndex.empty.with([
    change('/a.rst', '.. _x:\n\nTitle\n=====\n\n.. _web: http://a.org\n'),
    change('/b.rst', '.. _x:\n\nTitle\n=====\n\n:ref:`x`\n'),
    change('/c.rst', ':ref:`x`\n'),
  ]);

  it('knows who defines a label; an address is none', () => {
    assert.deepEqual(index.labelDefinitions('x'), ['/a.rst', '/b.rst']);
    assert.deepEqual(index.labelDefinitions('web'), []);
  });

  it('knows who wants a label', () => {
    assert.deepEqual(index.wanters(labelKey('x')), ['/b.rst', '/c.rst']);
  });

  it('forgets a note that goes away, and leaves the copy before alone', () => {
    const later = index.with([{ path: '/a.rst', entry: undefined }, change('/c.rst', 'Nothing.\n')]);
    assert.deepEqual([later.size, later.get('/a.rst')], [2, undefined]);
    assert.deepEqual(later.labelDefinitions('x'), ['/b.rst']);
    assert.deepEqual(later.wanters(labelKey('x')), ['/b.rst']);
    assert.deepEqual(
      [...index.entries()].map(({ path }) => path),
      ['/a.rst', '/b.rst', '/c.rst'],
    );
    assert.deepEqual(index.labelDefinitions('x'), ['/a.rst', '/b.rst']);
  });

  it('takes one change among many thousand notes at once', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => change(`/n${at}.rst`, `.. _l${at}:\n\nTitle\n=====\n`));
    let large = NoteIndex.empty.with(many);
    const edits = Array.from({ length: 200 }, (_, at) => change(`/n${at}.rst`, `.. _m${at}:\n\nTitle\n=====\n`));
    const start = performance.now();
    for (const edit of edits) {
      large = large.with([edit]);
    }
    const each = (performance.now() - start) / edits.length;
    assert.ok(each < 5, `${each.toFixed(2)} ms for each change`);
    assert.deepEqual(large.labelDefinitions('m7'), ['/n7.rst']);
    assert.deepEqual(large.labelDefinitions('l7'), []);
  });
});
