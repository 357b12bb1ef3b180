import assert from 'node:assert/strict';
import { definitions } from '../../server/src/features/definitions.ts';
import { highlights } from '../../server/src/features/highlights.ts';
import { references } from '../../server/src/features/references.ts';
import { atCursor } from '../support/cursor.ts';

function found(fixture: string, withDefinition = false): string[] {
  const { snapshot, path, offset, show } = atCursor(fixture);
  return references(snapshot, path, offset, { withDefinition }).map(show);
}

/** The same uses, asked for from each place that is marked by `$0` in turn. */
function fromEveryEnd(fixture: string, expected: readonly string[]): void {
  const parts = fixture.split('$0');
  assert.ok(parts.length > 2);
  for (let at = 1; at < parts.length; at++) {
    const one = `${parts.slice(0, at).join('')}$0${parts.slice(at).join('')}`;
    assert.deepEqual(found(one), expected, one);
  }
}

describe('references', () => {
  it('of a target are its uses in the note', () => {
    fromEveryEnd('See na$0me_ and `a <n$0ame_>`_.\n\n.. _na$0me: http://a.org\n', [
      'note.rst:1:5 name',
      'note.rst:1:19 name_',
    ]);
  });

  it('of a title are links by its name, by labels above it, and by paths into the note', () => {
    fromEveryEnd(
      `
      First
      =====

      \`He$0re\`_ and :ref:\`lab$0el\`.

      .. _la$0bel:

      He$0re
      ----
      //- /b.rst
      :ref:\`text <lab$0el>\` and \`x <note.rst#he$0re>\`__ but :doc:\`note\`.
    `,
      ['b.rst:1:13 label', 'b.rst:1:29 note.rst#here', 'note.rst:4:2 Here', 'note.rst:4:19 label'],
    );
  });

  it('of a term are its uses in all notes', () => {
    fromEveryEnd(
      ':term:`wo$0rd`\n//- /b.rst\n:term:`Words <wo$0rd>` :term:`other` :ref:`word`\n//- /c.rst\n.. glossary::\n\n   word\n     text\n',
      ['b.rst:1:15 word', 'note.rst:1:8 word'],
    );
  });

  it('of a note are links to it, from its first title or any of them', () => {
    fromEveryEnd(
      `
      T$0itle
      =====
      //- /b/c.rst
      :doc:\`../no$0te\` and \`x <../note.rst>\`__ and :doc:\`other <note>\`.
      //- /d.rst
      .. toctree::

         b/c
         n$0ote
      //- /b/note.rst
      Another
      =======
    `,
      ['b/c.rst:1:7 ../note', 'b/c.rst:1:24 ../note.rst', 'd.rst:4:4 note'],
    );
  });

  it('of a file are links and images', () => {
    fromEveryEnd('.. image:: p/a$0.png\n\n`x <p/a$0.png>`__\n//- /p/a.png\n//- /p/b.rst\n.. figure:: a$0.png\n', [
      'note.rst:1:12 p/a.png',
      'note.rst:3:5 p/a.png',
      'p/b.rst:1:13 a.png',
    ]);
  });

  it('of footnotes, citations and substitutions stay apart', () => {
    const text = '[1$0]_ [C$01]_ |1|\n\n.. [1] Foot.\n.. [C1] Cite.\n.. |1| replace:: x\n//- /b.rst\n[C1]_ [1]_\n';
    const [first, second] = [text.replace('$0C', 'C').replace('[C$0', '[C'), text.replace('[1$0', '[1')];
    assert.deepEqual(found(first), ['note.rst:1:2 1']);
    assert.deepEqual(found(second), ['b.rst:1:2 C1', 'note.rst:1:7 C1']);
  });

  it('of an address are all places that have it', () => {
    fromEveryEnd('http://a.or$0g http://a.org/b\n//- /b.rst\n.. _x: http://a.o$0rg\n', [
      'b.rst:1:8 http://a.org',
      'note.rst:1:1 http://a.org',
    ]);
  });

  it('go across formats', () => {
    fromEveryEnd(
      '[x](b.rst#th$0e-end) [[b#The e$0nd]]\n//- /b.rst\nFirst\n=====\n\nThe e$0nd\n-------\n\n`The e$0nd`_\n'.replace(
        /^/,
        '//- /note.md\n',
      ),
      ['b.rst:7:2 The end', 'note.md:1:5 b.rst#the-end', 'note.md:1:22 b#The end'],
    );
  });

  it('start with the definition where that is asked for', () => {
    assert.deepEqual(found('nam$0e_\n\n.. _name: http://a.org\n', true), ['note.rst:3:5 name', 'note.rst:1:1 name']);
  });

  it('are none in prose, nor at a to-do', () => {
    assert.deepEqual(found('Wor$0ds.'), []);
    assert.deepEqual(found('- [ ] Wor$0ds.'), []);
  });

  it('leave out what the editor finds by itself, and no more', () => {
    const fixture =
      '//- /a.md\n# T$0itle\n\n[x](#title) [[#Title]]\n//- /b.rst\n`x <a.md#title>`__\n//- /c.md\n[x](a.md#title)\n';
    const { snapshot, path, offset, show } = atCursor(fixture);
    const isServed = ({ id }: { readonly id: string }) => id === 'markdown';
    assert.deepEqual(references(snapshot, path, offset, { withDefinition: true, isServed }).map(show), [
      'a.md:3:15 #Title',
      'b.rst:1:5 a.md#title',
    ]);
    assert.equal(references(snapshot, path, offset, { withDefinition: false }).length, 4);
    assert.equal(definitions(snapshot, path, offset, isServed), undefined);
    assert.ok(highlights(snapshot, path, offset).length > 0);
    assert.notEqual(definitions(snapshot, path, offset), undefined);
  });
});
