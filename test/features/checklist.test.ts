import assert from 'node:assert/strict';
import { withEdits } from '../../server/src/core/model/edit.ts';
import { checklist } from '../../server/src/features/checklist.ts';
import { entryOf, root } from '../support/workspace.ts';

function turned(name: string, text: string, at: string): string | undefined {
  const edits = checklist({ text, entry: entryOf(`${root}/${name}`, text)! }, text.indexOf(at));
  return edits && withEdits(text, edits);
}

describe('checklist', () => {
  for (const [name, plain, boxed] of [
    [
      'a.rst',
      'To Do\n=====\n\n- one\n- two\n  goes on\n\n  - three\n',
      'To Do\n=====\n\n- [ ] one\n- [ ] two\n  goes on\n\n  - [ ] three\n',
    ],
    ['a.rst', 'To Do\n=====\n\n1. one\n2. two\n', 'To Do\n=====\n\n1. [ ] one\n2. [ ] two\n'],
    ['a.md', '# To Do\n\n- one\n- two\n', '# To Do\n\n- [ ] one\n- [ ] two\n'],
  ] as const) {
    it(`gives boxes and takes them away again: ${name}`, () => {
      assert.equal(turned(name, plain, 'one'), boxed);
      assert.equal(turned(name, boxed, 'one'), plain);
    });
  }

  it('gives the missing ones first, and leaves what is done', () => {
    const text = 'To Do\n=====\n\n- [x] one\n- [ ] two\n- three\n';
    const all = text.replace('- three', '- [ ] three');
    assert.equal(turned('a.rst', text, 'two'), all);
    assert.equal(turned('a.rst', all, 'two'), 'To Do\n=====\n\n- [x] one\n- two\n- three\n');
  });

  it('leaves other sections alone', () => {
    const text = 'To Do\n=====\n\n- one\n\nOther\n=====\n\n- two\n\nTo Do\n=====\n\n- three\n';
    assert.equal(turned('a.rst', text, 'two'), undefined);
    assert.equal(turned('a.rst', text, 'three'), text.replace('- three', '- [ ] three'));
  });
});
