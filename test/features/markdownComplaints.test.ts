/** What users of other tools complain about in Markdown notes, each with the thread that it is from. */
import assert from 'node:assert/strict';
import { documentLinks } from '../../server/src/features/documentLinks.ts';
import { findings } from '../../server/src/features/findings.ts';
import { foldingRanges } from '../../server/src/features/foldingRanges.ts';
import { type OutlineItem, outline } from '../../server/src/features/outline.ts';
import { noteOf, root, snapshotOf } from '../support/workspace.ts';

/** Findings of `/note.md`, as `code text`. */
function found(text: string, ...others: readonly string[]): string[] {
  const snapshot = snapshotOf([
    { path: `${root}/note.md`, text },
    ...others.map((path) => ({ path: root + path, text: '' })),
  ]);
  return findings(snapshot, `${root}/note.md`).map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
}

function todos(text: string): string[] {
  const snapshot = snapshotOf([{ path: `${root}/note.md`, text }]);
  return noteOf(snapshot, `${root}/note.md`).todos.map((todo) => `${todo.state} ${todo.text}`);
}

function titles(text: string): string[] {
  const snapshot = snapshotOf([{ path: `${root}/note.md`, text }]);
  const all = (items: readonly OutlineItem[]): string[] =>
    items.flatMap(({ title, children }) => [title, ...all(children)]);
  return all(outline(noteOf(snapshot, `${root}/note.md`)));
}

/** Addresses and names of files that can be clicked. */
function links(text: string, ...others: readonly string[]): string[] {
  const snapshot = snapshotOf([
    { path: `${root}/note.md`, text },
    ...others.map((path) => ({ path: root + path, text: '' })),
  ]);
  return documentLinks(snapshot, `${root}/note.md`).map(({ url, path }) => url ?? path!.slice(root.length));
}

describe('complaints about Markdown', () => {
  describe('to-dos', () => {
    it('are missed in prose (todo-tree 312, 39)', () => {
      assert.deepEqual(todos('Some words. TODO: write more\n'), ['open write more']);
    });

    it('are missed below other bullets and numbers (todo-tree 35, 458, 633)', () => {
      assert.deepEqual(todos('* [ ] a\n+ [x] b\n\n1. [ ] c\n2) [X] d\n'), ['open a', 'done b', 'open c', 'done d']);
    });

    it('are seen in names and in other languages (tailor 355, alexandretrotel/todo-tree 6)', () => {
      assert.deepEqual(todos('Todorov spoke. MYTODO: no. Pero todo: no. TODOS: no\n'), []);
    });

    it('are counted apart by upper and lower case (todo-tree 41, 95)', () => {
      assert.deepEqual(todos('TODO: a\n\ntodo: b\n\n# todo\n\n- c\n\n# TO DO\n\n- d\n'), [
        'open a',
        'open c',
        'open d',
      ]);
    });

    it('are lost when what finds them changes (todo-tree 577)', () => {
      assert.deepEqual(todos('- [ ] a\n- [x] b\n\nTODO c\n\nFIXME(ann): d\n'), [
        'open a',
        'done b',
        'open c',
        'open d',
      ]);
    });

    it('are missed in comments of several lines (todo-to-issue-action 119)', () => {
      assert.deepEqual(todos('<!--\nabout it\nTODO: a\n-->\n\nb <!-- FIXME: c -->\n'), ['open a', 'open c']);
    });

    it('are boxes that are none, or stand in code (todo-tree 428, 856)', () => {
      assert.deepEqual(todos('[ ] a\n\n- `[ ]` b\n- [ ](c.md)\n- [y] d\n\n~~~\n- [ ] e\n~~~\n'), []);
    });

    it('are seen in code and in addresses', () => {
      assert.deepEqual(todos('`TODO: a`\n\n    TODO: b\n\n```\n- [ ] c\n```\n\n<http://a.org/TODO:x>\n'), []);
    });

    it('are taken for references (vscode 150672)', () => {
      assert.deepEqual(found('- [x] a\n- [ ] b\n- [X] c\n\n[x] and [ ] in text, [-] too.\n'), []);
    });
  });

  describe('the outline', () => {
    it('takes comments in code for titles (glyph 476, deer-flow 5271)', () => {
      assert.deepEqual(titles('# A\n\n```sh\n# b\n```\n\n~~~\n## c\n~~~\n\n    # d\n\n## E\n'), ['A', 'E']);
    });

    it('is empty for some line ends (document-outline 85)', () => {
      for (const end of ['\n', '\r\n', '\r']) {
        assert.deepEqual(titles(['# A', '', '## B', '', 'C', '---'].join(end)), ['A', 'B', 'C']);
      }
    });

    it('has front matter in it (glyph 754)', () => {
      assert.deepEqual(titles('---\ntitle: A\ntags: [b]\n---\n\n# C\n'), ['C']);
    });

    it('loses the first title behind a byte order mark, or has front matter in it (cmark 334, jdocmunch-mcp 53)', () => {
      assert.deepEqual(titles('\ufeff# A\n\n## B\n'), ['A', 'B']);
      assert.deepEqual(titles('\ufeff---\ntitle: A\n---\n\n# C\n'), ['C']);
      assert.deepEqual(titles('\ufeff---\r\ntitle: A\r\n---\r\n\r\n# C\r\n'), ['C']);
    });

    it('ends a section with its title’s line (vscode-restructuredtext 318)', () => {
      const text = '# A\n\nword\n\n## B\n\nword\n\n# C\n';
      const snapshot = snapshotOf([{ path: `${root}/note.md`, text }]);
      const [first] = outline(noteOf(snapshot, `${root}/note.md`));
      assert.equal(text.slice(first!.span.start, first!.span.end), '# A\n\nword\n\n## B\n\nword\n\n');
      const [second] = first!.children;
      assert.equal(text.slice(second!.span.start, second!.span.end), '## B\n\nword\n\n');
    });

    it('cannot be folded (vscode-restructuredtext 194)', () => {
      const note = noteOf(
        snapshotOf([{ path: `${root}/note.md`, text: '# A\n\nword\n\n## B\n\nword\n' }]),
        `${root}/note.md`,
      );
      assert.deepEqual(
        foldingRanges(note).map(({ startLine, endLine }) => [startLine, endLine]),
        [
          [0, 6],
          [4, 6],
        ],
      );
    });

    it('depends on how wide titles are, or is some columns off (rst pull 153, towncrier 626)', () => {
      for (const title of ['漢字の見出し', '👩‍👩‍👧 talk', 'שלום עולם', 'e\u0301te\u0301']) {
        const text = `x 😀\n\n${title}\n=\n\n## ${title} ##\n`;
        const note = noteOf(snapshotOf([{ path: `${root}/note.md`, text }]), `${root}/note.md`);
        assert.deepEqual(
          note.headings.map(({ title: read, titleSpan }) => [read, text.slice(titleSpan.start, titleSpan.end)]),
          [
            [title, title],
            [title, title],
          ],
        );
      }
    });

    it('chokes on empty titles (vscode-restructuredtext 431)', () => {
      const snapshot = snapshotOf([{ path: `${root}/note.md`, text: '#\n\n## \n\ntext\n' }]);
      const items = outline(noteOf(snapshot, `${root}/note.md`));
      assert.ok(items.every(({ span, selectionSpan }) => span.start >= 0 && selectionSpan.start >= span.start));
    });
  });

  describe('links', () => {
    it('in wrong case work on one system only (vscode-markdown-languageservice 106, pull 227; rumdl 873)', () => {
      assert.deepEqual(found('[a](Other.md)\n', '/other.md'), ['link.case-mismatch Other.md']);
      assert.deepEqual(links('[a](Other.md)\n', '/other.md'), ['/other.md']);
    });

    for (const [title, fragment] of [
      ['snake_case_name', 'snake_case_name'],
      ['Fin 🎉', 'fin-'],
      ['ПРИВЕТ Мир', 'привет-мир'],
      ['What? Why! (now)', 'what-why-now'],
      ['A `code` title', 'a-code-title'],
      ['C++ & C#', 'c--c'],
    ] as const) {
      it(`to “${title}” differ from GitHub’s (languageservice 48, 171; markdown-all-in-one 792; vscode 37079)`, () => {
        assert.deepEqual(found(`# ${title}\n\n[a](#${encodeURIComponent(fragment)}) [b](#gone)\n`), [
          'link.anchor-missing #gone',
        ]);
      });
    }

    it('to repeated titles are called broken, and the titles an error (marksman 383, 65)', () => {
      assert.deepEqual(found('# A\n\n## New\n\n## New\n\n[a](#new) [b](#new-1) [c](#new-2)\n'), [
        'link.anchor-missing #new-2',
      ]);
    });

    it('to places that HTML marks are called broken (languageservice 226)', () => {
      assert.deepEqual(
        found('<span id="a"></span> <a name="b"></a>\n\n<div id="c">\n</div>\n\n[](#a) [](#b) [](#c)\n'),
        [],
      );
    });

    it('with a title are missed (vscode 151458)', () => {
      assert.deepEqual(links('[a](b.md \'title\') [c](b.md "t") [d](<b.md> (t))\n', '/b.md'), [
        '/b.md',
        '/b.md',
        '/b.md',
      ]);
    });

    it('of a note to itself are called broken (languageservice pull 46)', () => {
      assert.deepEqual(found('# A\n\n[a](note.md) [b](./note.md#a) [c](note#a)\n'), []);
    });

    it('from the root of the folder are called broken (vscode 299488, marksman 207)', () => {
      assert.deepEqual(found('[a](/sub/b.md) [c](/sub/d.png)\n', '/sub/b.md', '/sub/d.png'), []);
    });

    it('from the root are not looked for in the note’s own folder of several (vscode 120754)', () => {
      const one = snapshotOf([
        { path: `${root}/a/note.md`, text: '[a](/in.md) [b](/other.md) [c](/both.md)\n' },
        { path: `${root}/a/in.md`, text: '' },
        { path: `${root}/b/other.md`, text: '' },
      ]);
      const several = { ...one, roots: [`${root}/a`, `${root}/b`] };
      assert.deepEqual(
        findings(several, `${root}/a/note.md`).map(({ code }) => code),
        ['link.file-missing', 'link.file-missing'],
      );
    });

    it('to files that are not indexed are called broken (marksman 410, 113)', () => {
      assert.deepEqual(found('[a](build/out.bin) [b](LICENSE) [c](sub)\n', '/build/out.bin', '/LICENSE', '/sub/x'), []);
    });

    it('cannot be left out one by one (languageservice 219)', () => {
      assert.deepEqual(found('<!-- talk-notes-ignore: link.file-missing a.md -->\n\n[a](a.md) [b](b.md)\n'), [
        'link.file-missing b.md',
      ]);
    });

    it('end too early or too late (sphinx 13424, lychee 1640, 949, 2205, pandoc 80)', () => {
      assert.deepEqual(
        links('https://a.org/Antenna_(radio), (https://a.org/b). https://a.org/c! <https://a.org/d>.\n'),
        ['https://a.org/Antenna_(radio)', 'https://a.org/b', 'https://a.org/c', 'https://a.org/d'],
      );
      // White space, or marks around it, end an address where no space stands, as GitHub has it.
      assert.deepEqual(links('见 <https://a.org/e>，https://a.org/f 。[g](https://a.org/h)。\n'), [
        'https://a.org/e',
        'https://a.org/f',
        'https://a.org/h',
      ]);
    });

    it('that are shortcuts in prose are reported', () => {
      assert.deepEqual(found('An [aside], a list[0], a [ ] box, [sic].\n'), []);
      assert.deepEqual(found('[text][gone] and [gone][]\n'), [
        'link.reference-undefined gone',
        'link.reference-undefined gone',
      ]);
    });

    it('without their suffix, as wikis write them, are called broken', () => {
      assert.deepEqual(found('[a](b) [c](sub/d#)\n', '/b.md', '/sub/d.rst'), []);
    });
  });
});
