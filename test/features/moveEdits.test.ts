import assert from 'node:assert/strict';
import { findings } from '../../server/src/features/findings.ts';
import type { Move } from '../../server/src/features/moves/movedPaths.ts';
import { moveEdits, notesToUpdate } from '../../server/src/features/moves/moveEdits.ts';
import { changedFiles, type Files, filesOf, fixtureFiles, movedFiles, shownFiles } from '../support/noteFiles.ts';
import { root, snapshotOf } from '../support/workspace.ts';

interface Row {
  readonly name: string;
  /** `/a.rst > /b.rst`, one move a line. */
  readonly moves: readonly string[];
  readonly before: string;
  /** The files that changed or moved, after it. */
  readonly after: string;
  /** Moves that the editor's own Markdown follows. */
  readonly editorsOwn?: boolean;
}

const rst: readonly Row[] = [
  {
    name: 'a note: document names, with and without suffix, titles kept',
    moves: ['/a.rst > /sub/b.rst'],
    before: ':doc:`a` :doc:`A <a>` :doc:`/a` :doc:`a.rst`\n//- /a.rst\n',
    after: '//- /note.rst\n:doc:`sub/b` :doc:`A <sub/b>` :doc:`/sub/b` :doc:`sub/b.rst`\n//- /sub/b.rst\n',
  },
  {
    name: 'entries of a toctree, globs left alone',
    moves: ['/talks/a.rst > /talks/old/a.rst'],
    before: '.. toctree::\n   :glob:\n\n   talks/a\n   A talk <talks/a>\n   talks/*\n//- /talks/a.rst\n',
    after:
      '//- /note.rst\n.. toctree::\n   :glob:\n\n   talks/old/a\n   A talk <talks/old/a>\n   talks/*\n//- /talks/old/a.rst\n',
  },
  {
    name: 'what stands in a table, whose columns grow',
    moves: ['/a.rst > /new.rst', '/b.rst > /much longer.rst'],
    before: '==========  ====\n:doc:`a`    x\n:doc:`b`    :doc:`b`\n==========  ====\n//- /a.rst\n//- /b.rst\n',
    after:
      '//- /much longer.rst\n//- /new.rst\n//- /note.rst\n==================  ====\n:doc:`new`          x\n:doc:`much longer`  :doc:`much longer`\n==================  ====\n',
  },
  {
    name: 'images, figures, downloads, inclusions and targets',
    moves: ['/img > /my pictures'],
    before:
      '.. image:: img/a.png\n.. figure:: img/a.png\n   :target: img/a.png\n.. include:: img/b.txt\n\n:download:`img/a.png`\n\n.. _a: img/a.png\n\n`x <img/a.png>`_\n//- /img/a.png\n//- /img/b.txt\n',
    after:
      '//- /my pictures/a.png\n//- /my pictures/b.txt\n//- /note.rst\n.. image:: my%20pictures/a.png\n.. figure:: my%20pictures/a.png\n   :target: my%20pictures/a.png\n.. include:: my pictures/b.txt\n\n:download:`my pictures/a.png`\n\n.. _a: my%20pictures/a.png\n\n`x <my%20pictures/a.png>`_\n',
  },
  {
    name: 'what a note that moves links to',
    moves: ['/a.rst > /x/y/a.rst'],
    before:
      '//- /a.rst\n:doc:`b` :doc:`x/c` :doc:`/b` :doc:`a`\n\n.. image:: i.png\n//- /b.rst\n//- /x/c.rst\n//- /i.png\n',
    after: '//- /x/y/a.rst\n:doc:`../../b` :doc:`../c` :doc:`/b` :doc:`a`\n\n.. image:: ../../i.png\n',
  },
  {
    name: 'a folder: links inside of it stay, those out of it and into it change',
    moves: ['/talks > /archive/talks'],
    before:
      ':doc:`talks/a`\n//- /talks/a.rst\n:doc:`b` :doc:`sub/c` :doc:`../note`\n//- /talks/b.rst\n//- /talks/sub/c.rst\n:doc:`../a` :doc:`/note`\n',
    after:
      '//- /archive/talks/a.rst\n:doc:`b` :doc:`sub/c` :doc:`../../note`\n//- /archive/talks/b.rst\n//- /archive/talks/sub/c.rst\n:doc:`../a` :doc:`/note`\n//- /note.rst\n:doc:`archive/talks/a`\n',
  },
  {
    name: 'several files at once, two of which change places',
    moves: ['/a.rst > /b.rst', '/b.rst > /a.rst'],
    before: ':doc:`a` :doc:`b`\n//- /a.rst\nA\n//- /b.rst\nB\n',
    after: '//- /a.rst\nB\n//- /b.rst\nA\n//- /note.rst\n:doc:`b` :doc:`a`\n',
  },
  {
    name: 'only the case, also of links that had another',
    moves: ['/Intro.rst > /intro.rst'],
    before: ':doc:`Intro` :doc:`INTRO`\n//- /Intro.rst\n',
    after: '//- /intro.rst\n//- /note.rst\n:doc:`intro` :doc:`intro`\n',
  },
  {
    name: 'the case of a folder',
    moves: ['/Talks > /talks'],
    before: ':doc:`Talks/a`\n//- /Talks/a.rst\n:doc:`../note`\n',
    after: '//- /note.rst\n:doc:`talks/a`\n//- /talks/a.rst\n:doc:`../note`\n',
  },
  {
    name: 'fragments stay, and so does the page that is made of a note',
    moves: ['/a.rst > /sub/a.rst'],
    before: '`x <a.rst#next-steps>`__ `y <a.html#z>`__ `z <./a.rst>`__\n//- /a.rst\nNext Steps\n==========\n',
    after:
      '//- /note.rst\n`x <sub/a.rst#next-steps>`__ `y <sub/a.html#z>`__ `z <./sub/a.rst>`__\n//- /sub/a.rst\nNext Steps\n==========\n',
  },
  {
    name: 'broken links, web links and look-alikes stay',
    moves: ['/a.rst > /b.rst'],
    before: ':doc:`gone` http://a.org/a.rst ``a.rst`` :doc:`x/a`\n//- /a.rst\n',
    after: '//- /b.rst\n',
  },
  {
    name: 'names with characters that are markup',
    moves: ['/a.png > /100% `b`_.png'],
    before: ':download:`a.png`\n\n.. image:: a.png\n//- /a.png\n',
    after: '//- /100% `b`_.png\n//- /note.rst\n:download:`100% \\`b\\`_.png`\n\n.. image:: 100%25%20%60b%60_.png\n',
  },
  {
    name: 'a name with a number sign, which starts no fragment',
    moves: ['/a.rst > /C#.rst', '/b.png > /C#.png'],
    before: ':doc:`a` :download:`b.png` `x <a.rst#p>`__\n\n.. image:: b.png\n//- /a.rst\nP\n=\n//- /b.png\n',
    after:
      '//- /C#.png\n//- /C#.rst\nP\n=\n//- /note.rst\n:doc:`C#` :download:`C#.png` `x <C%23.rst#p>`__\n\n.. image:: C%23.png\n',
  },
  {
    name: 'what was encoded without need stays so where the path goes on',
    moves: ['/img > /pictures'],
    before: '.. image:: img/a%20%28b%29.png\n//- /img/a (b).png\n',
    after: '//- /note.rst\n.. image:: pictures/a%20%28b%29.png\n//- /pictures/a (b).png\n',
  },
  {
    name: 'a path that goes farther up than it takes stays inside of the workspace',
    moves: ['/x/a.rst > /a.rst'],
    before: '//- /x/y/n.rst\n`a <../../x/a.html>`__\n//- /x/a.rst\n',
    after: '//- /a.rst\n//- /x/y/n.rst\n`a <../../a.html>`__\n',
  },
  {
    name: 'a page goes on meaning its note beside one of the same name',
    moves: ['/x/a.rst > /a.rst'],
    before: '//- /n.md\n[page](x/a.html)\n//- /x/a.rst\n//- /a.md\n',
    after: '//- /a.rst\n//- /n.md\n[page](a.rst)\n',
  },
  {
    name: 'a suffix that nobody guesses',
    moves: ['/a.rst > /A.RST'],
    before: ':doc:`a` `x <a.html>`__\n//- /a.rst\n',
    after: '//- /A.RST\n//- /note.rst\n:doc:`A.RST` `x <A.RST>`__\n',
  },
  {
    name: 'a folder with the source root in it keeps what starts there',
    moves: ['/doc > /manual'],
    before: '//- /doc/conf.py\n//- /doc/a.rst\n:doc:`/sub/b`\n//- /doc/sub/b.rst\n',
    after: '//- /manual/a.rst\n:doc:`/sub/b`\n//- /manual/conf.py\n//- /manual/sub/b.rst\n',
  },
  {
    name: 'CRLF and wide characters',
    moves: ['/a.rst > /日本 語.rst'],
    before: '😀\r\n\r\n:doc:`a`\r\n//- /a.rst\n',
    after: '//- /note.rst\n😀\r\n\r\n:doc:`日本 語`\r\n//- /日本 語.rst\n',
  },
];

const markdown: readonly Row[] = [
  {
    name: 'a note: links, images, definitions, HTML and wiki links',
    moves: ['/a.md > /sub/b c.md'],
    before:
      '//- /n.md\n[x](a.md) [y](<a.md> "t") [z](./a.md#p) [[a]] [[a|A]] <a href="a.md">l</a>\n\n[d]: a.md\n//- /a.md\n# P\n',
    after:
      '//- /n.md\n[x](sub/b%20c.md) [y](<sub/b c.md> "t") [z](./sub/b%20c.md#p) [[b c]] [[b c|A]] <a href="sub/b%20c.md">l</a>\n\n[d]: sub/b%20c.md\n//- /sub/b c.md\n# P\n',
  },
  {
    name: 'what a note that moves links to, also in the other format',
    moves: ['/a.md > /x/a.md'],
    before: '//- /a.md\n[x](b.rst) ![i](img/i.png) [[n]]\n//- /b.rst\n`a <a.md>`__\n//- /img/i.png\n//- /n.md\n',
    after: '//- /b.rst\n`a <x/a.md>`__\n//- /x/a.md\n[x](../b.rst) ![i](../img/i.png) [[n]]\n',
  },
  {
    name: 'a wiki link that goes through folders',
    moves: ['/talks > /archive'],
    before: '//- /n.md\n[[talks/a]] [[a]]\n//- /talks/a.md\n//- /other/b.md\n',
    after: '//- /archive/a.md\n//- /n.md\n[[archive/a]] [[a]]\n',
  },
  {
    name: 'only the case',
    moves: ['/Intro.md > /intro.md'],
    before: '//- /n.md\n[x](Intro.md) [y](INTRO.md)\n//- /Intro.md\n',
    after: '//- /intro.md\n//- /n.md\n[x](intro.md) [y](intro.md)\n',
  },
  {
    name: 'names with what would end or cut a path; what is encoded already stays so',
    moves: ['/x y/a.md > /x y/C# (1.md', '/b.png > /what?.png'],
    before:
      "//- /n.md\n[a](x%20y/a.md#p) [a](<x y/a.md>) ![b](b.png) <img src='b.png'>\n\n[d]: <x%20y/a.md>\n//- /x y/a.md\n# P\n//- /b.png\n",
    after:
      "//- /n.md\n[a](x%20y/C%23%20%281.md#p) [a](<x y/C%23 (1.md>) ![b](what%3F.png) <img src='what%3F.png'>\n\n[d]: <x%20y/C%23 (1.md>\n//- /what?.png\n//- /x y/C# (1.md\n# P\n",
  },
  {
    name: 'an apostrophe within apostrophes',
    moves: ["/b.png > /what's.png"],
    before: '//- /n.md\n<img src=\'b.png\'> <img src="b.png">\n//- /b.png\n',
    after: "//- /n.md\n<img src='what%27s.png'> <img src=\"what's.png\">\n//- /what's.png\n",
  },
  {
    name: 'what VS Code’s own Markdown follows is left to it, all else is not',
    moves: ['/a.md > /b.md'],
    before: '//- /n.md\n[x](a.md) [[a]]\n//- /r.rst\n`x <a.md>`__\n//- /a.md\n',
    after: '//- /b.md\n//- /n.md\n[x](a.md) [[b]]\n//- /r.rst\n`x <b.md>`__\n',
    editorsOwn: true,
  },
];

function move(files: Files, moves: readonly Move[], editorsOwn: boolean): Files {
  const snapshot = snapshotOf(fixtureFiles(files));
  const texts = new Map(notesToUpdate(snapshot, moves).map((path) => [path, files.get(path)!]));
  const edits = moveEdits(snapshot, moves, texts, editorsOwn ? moves : []);
  return movedFiles(changedFiles(files, { edits }), moves);
}

function toMove(line: string): Move {
  const [from, to] = line.split(' > ');
  return { from: root + from, to: root + to };
}

function codes(files: Files): string[] {
  const snapshot = snapshotOf(fixtureFiles(files));
  return [...files.keys()].flatMap((path) => findings(snapshot, path).map(({ code }) => code)).toSorted();
}

function check({ name, moves, before, after, editorsOwn = false }: Row): void {
  it(name, () => {
    const files = filesOf(before);
    const made = moves.map(toMove);
    const moved = move(files, made, editorsOwn);
    assert.equal(shownFiles(moved, files), after);
    if (!editorsOwn) {
      const back = move(moved, made.map(({ from, to }) => ({ from: to, to: from })).toReversed(), false);
      assert.deepEqual(
        codes(back),
        codes(files).filter((code) => !(code === 'link.case-mismatch')),
      );
      assert.deepEqual(
        codes(moved),
        codes(files).filter((code) => !(code === 'link.case-mismatch')),
      );
    }
  });
}

describe('moving files', () => {
  describe('in reStructuredText', () => rst.forEach(check));
  describe('in Markdown', () => markdown.forEach(check));
});
