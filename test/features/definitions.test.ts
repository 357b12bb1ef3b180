import assert from 'node:assert/strict';
import { definitions } from '../../server/src/features/definitions.ts';
import { highlights } from '../../server/src/features/highlights.ts';
import { atCursor } from '../support/cursor.ts';

function found(fixture: string): string[] {
  const { snapshot, path, offset, show } = atCursor(fixture);
  const { places = [] } = definitions(snapshot, path, offset) ?? {};
  return places.map(({ path: to, selectionSpan }) => show({ path: to, span: selectionSpan }));
}

describe('definitions', () => {
  for (const [name, fixture, expected] of [
    ['a named reference', 'na$0me_\n\n.. _name: http://a.org\n', ['note.rst:3:5 name']],
    ['a phrase reference to a title', '`The e$0nd`_\n\nThe end\n=======\n', ['note.rst:3:1 The end']],
    ['an anonymous reference', '`na$0me`__\n\n__ http://a.org\n', ['note.rst:3:3 ']],
    ['a footnote reference', '[1]$0_\n\n.. [1] Text.\n', ['note.rst:3:5 1']],
    ['an auto-numbered footnote reference', '[#]_ [#$0]_\n\n.. [#] a\n.. [#] b\n', ['note.rst:4:5 #']],
    ['a citation in another note', '[C$01]_\n//- /b.rst\n.. [C1] Text.\n', ['b.rst:1:5 C1']],
    ['a substitution', '|$0x|\n\n.. |x| replace:: y\n', ['note.rst:3:5 x']],
    ['a label', ':ref:`a <la$0b>`\n//- /b.rst\n.. _lab:\n\nHere\n====\n', ['b.rst:1:5 lab']],
    [
      'a term',
      ':term:`Words <a$0 word>`\n//- /b.rst\n.. glossary::\n   :sorted:\n\n   A *word* : noun\n   saying\n      text\n',
      ['b.rst:4:4 A *word*'],
    ],
    [
      'a term that shares its explanation, or has several',
      ':term:`say$0ing`\n\n.. glossary::\n\n   saying\n      text\n//- /b.rst\n.. glossary::\n\n   word\n   saying\n     text\n',
      ['note.rst:5:4 saying', 'b.rst:4:4 saying'],
    ],
    [
      'a token of a grammar, which is told from a word',
      ':token:`ex$0pr`\n\n.. glossary::\n\n   expr\n      text\n//- /b.rst\n.. productionlist::\n   stmt: "x" `expr`\n       : "y"\n   expr : "z"\n',
      ['b.rst:4:4 expr'],
    ],
    [
      'a token of a group',
      ':token:`~group:ex$0pr`\n\n.. productionlist:: group\n   expr: "z"\n//- /b.rst\n.. productionlist::\n   expr: "z"\n',
      ['note.rst:4:4 expr'],
    ],
    ['a document', ':doc:`/c/$0d`\n//- /c/d.rst\nD\n=\n', ['c/d.rst:1:1 ']],
    ['a place in a note', '`x <b.rst#the-$0end>`__\n//- /b.rst\nThe end\n=======\n', ['b.rst:1:1 The end']],
    ['an entry of a toctree', '.. toctree::\n\n   Title <b$0>\n//- /b.rst\nB\n=\n', ['b.rst:1:1 ']],
    ['an image', '.. image:: a.p$0ng\n//- /a.png\n', ['a.png:1:1 ']],
    ["a target's value", '.. _x: b.$0rst\n//- /b.rst\nB\n=\n', ['b.rst:1:1 ']],
    ['a path in other letters', ':doc:`$0B`\n//- /b.rst\nB\n=\n', ['b.rst:1:1 ']],
    ['a name defined twice', 'x_$0\n\n.. _x: a.rst\n.. _x: b.rst\n', ['note.rst:3:5 x', 'note.rst:4:5 x']],
    ['a title', 'Ti$0tle\n=====\n', ['note.rst:1:1 Title']],
    ['a target', '.. _a$0: http://a.org\n', ['note.rst:1:5 a']],
  ] as const) {
    it(`are found for ${name}`, () => assert.deepEqual(found(fixture), expected));
  }

  for (const [name, fixture, expected] of [
    ['a path', '[x](b.r$0st)\n//- /b.rst\nB\n=\n', ['b.rst:1:1 ']],
    ['a place in a note', '[x](b.rst#the-e$0nd)\n//- /b.rst\nThe end\n=======\n', ['b.rst:1:1 The end']],
    ['a place in the same note', '[x](#a-b$0)\n\n# A b\n', ['note.md:3:3 A b']],
    ['a reference', '[x][na$0me]\n\n[name]: http://a.org\n', ['note.md:3:2 name']],
    ['a shortcut', '[Na$0me]\n\n[name]: http://a.org\n', ['note.md:3:2 name']],
    ['a footnote', 'x[^o$0ne]\n\n[^one]: Text.\n', ['note.md:3:3 one']],
    ['a wiki link', '[[b$0]]\n//- /c/b.rst\nB\n=\n', ['c/b.rst:1:1 ']],
    ['a title in a wiki link', '[[b#H$0|x]]\n//- /c/b.md\n# B\n\n## H\n', ['c/b.md:3:4 H']],
    ['a picture', '![x](a.p$0ng)\n//- /a.png\n', ['a.png:1:1 ']],
    ["HTML's link", 'A <a href="b.r$0st">x</a>\n//- /b.rst\nB\n=\n', ['b.rst:1:1 ']],
    ['a definition', '[na$0me]: b.rst\n//- /b.rst\n', ['note.md:1:2 name']],
    ["a definition's value", '[name]: b.r$0st\n//- /b.rst\n', ['b.rst:1:1 ']],
    ['a title', '# Ti$0tle\n', ['note.md:1:3 Title']],
  ] as const) {
    it(`are found for ${name} in Markdown`, () => assert.deepEqual(found(`//- /note.md\n${fixture}`), expected));
  }

  for (const [name, fixture] of [
    ['an address', 'http://a$0.org'],
    ['a folder', '`x <c$0/>`__\n//- /c/d.rst\n'],
    ['a note that is missing', ':doc:`go$0ne`'],
    ['a name that is missing', 'go$0ne_'],
    ['a term that no glossary has', ':term:`go$0ne`\n\n.. _gone:\n\n.. glossary::\n\n   here\n      gone\n'],
    [
      'a token that no grammar has',
      ':token:`Ex$0pr`\n\n.. productionlist::\n   expr: "z"\n\n   Expr: "not argument"\n',
    ],
    ['a to-do', '- [ ] a$0'],
    ['prose', 'a $0b'],
  ] as const) {
    it(`are none for ${name}`, () => assert.deepEqual(found(fixture), []));
  }

  it('say what was asked about, and are whole', () => {
    const { snapshot, path, offset, show } = atCursor(
      'a :ref:`la$0b` b\n\nTitle\n-----\n\nText.\n\n.. _lab:\n\nOther\n-----\n',
    );
    const answer = definitions(snapshot, path, offset)!;
    assert.equal(show({ path, span: answer.origin }), 'note.rst:1:3 :ref:`lab`');
    const title = definitions(snapshot, path, snapshot.notes.get(path)!.note.headings[0]!.titleSpan.start)!;
    assert.equal(show(title.places[0]!), 'note.rst:3:1 Title\\n-----\\n\\nText.\\n\\n.. _lab:\\n\\n');
  });
});

describe('highlights', () => {
  for (const [name, fixture, expected] of [
    ['a name and its definition', 'a$0_ b_ `a`_\n\n.. _a: x.rst\n', ['* 3:5 a', '1:1 a', '1:8 a']],
    ['a title with its label', ':ref:`l` T_\n\n.. _l:\n\nT$0\n=\n', ['* 5:1 T', '* 3:5 l', '1:7 l', '1:10 T']],
    ['an address', 'http://a$0.org http://b.org http://a.org', ['1:1 http://a.org', '1:27 http://a.org']],
    ['another note', ':doc:`b$0` :doc:`c` :doc:`b`\n//- /b.rst\n', ['1:7 b', '1:25 b']],
    ['nothing in prose', 'a$0 a', []],
  ] as const) {
    it(`are ${name}`, () => {
      const { snapshot, path, offset, show } = atCursor(fixture);
      const shown = highlights(snapshot, path, offset).map(
        ({ span, isDefinition }) => `${isDefinition ? '* ' : ''}${show({ path, span }).slice('note.rst:'.length)}`,
      );
      assert.deepEqual(shown, expected);
    });
  }
});
