/** What an editor has to show of the notes in an `EditorFolder`, whichever it is. */
import assert from 'node:assert/strict';
import type { Outcome } from './editorFolder.ts';

/** Declares the tests; `outcome` is asked when they run. */
export function itWorksAsAnEditor(outcome: () => Outcome): void {
  it('a note has its outline', () => {
    assert.equal(outcome().outline, 'Harbour Days;Later;');
  });

  it('initialization options count as settings do', () => {
    // A hint is made a warning there; as a hint it is published, too.
    assert.deepEqual([...outcome().findings].sort(), ['link.file-missing', 'target.unused']);
  });

  it('a link leads to its note', () => {
    assert.equal(outcome().definition, 'other.rst');
  });

  it('a target is renamed with its references', () => {
    assert.equal(outcome().renamed, '.. _slides-2: slides.pdf|Again: slides-2_');
  });

  it('a to-do of a section that the options name is checked off by code action, and back by command', () => {
    assert.match(outcome().action, /check/i);
    assert.match(outcome().checked, /^- \[x\] the recording$/);
    assert.match(outcome().unchecked, /^- (?:\[ \] )?the recording$/);
  });
}
