import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeTempFolder, type TempFolder } from '../../scripts/support/tempFolder.ts';
import { type CliRun, jsonLines, runCli } from './runCli.ts';

const files = {
  'notes/qcon.rst':
    'QCon\n****\n\nMocks\n=====\n\n@ada\n\nSee :doc:`gone` and `slides`_.\n\n- [ ] Ask.\n- [x] Read.\n\n.. _slides: http://a.org\n',
  'notes/sub/clean.rst': 'Clean\n*****\n\n:doc:`../qcon` and :ref:`label`\n',
  'notes/labels.rst': '.. _label:\n\nLabels\n******\n\n.. _unused: http://b.org\n',
  'notes/node_modules/x/readme.rst': ':doc:`gone`\n',
  'notes/picture.png': '',
};

describe('talk-notes', () => {
  let folder: TempFolder;

  async function add(name: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(folder.path, name)), { recursive: true });
    await writeFile(join(folder.path, name), content);
  }

  function run(...words: readonly string[]): Promise<CliRun> {
    return runCli(folder.path, words);
  }

  beforeEach(async () => {
    folder = await makeTempFolder();
    for (const [name, content] of Object.entries(files)) {
      await add(name, content);
    }
  });
  afterEach(() => folder.remove());

  describe('index', () => {
    it('prints a note a line as JSON, with the keys of the contract', async () => {
      const { code, out, err } = await run('index', 'notes', '--json');
      assert.deepEqual([code, err], [0, '']);
      const notes = jsonLines(out);
      assert.deepEqual(notes.map(({ path }) => path).sort(), [
        'notes/labels.rst',
        'notes/qcon.rst',
        'notes/sub/clean.rst',
      ]);
      assert.deepEqual(
        notes.find(({ path }) => path === 'notes/qcon.rst'),
        {
          path: 'notes/qcon.rst',
          headings: [
            { title: 'QCon', level: 1, line: 1 },
            { title: 'Mocks', level: 2, line: 4 },
          ],
          links: [
            { kind: 'role', target: 'gone', line: 9 },
            { kind: 'named-ref', target: 'slides', line: 9 },
          ],
          targets: [{ kind: 'explicit', name: 'slides', uri: 'http://a.org', line: 14 }],
          todos: [
            { kind: 'checkbox', done: false, text: 'Ask.', line: 11 },
            { kind: 'checkbox', done: true, text: 'Read.', line: 12 },
          ],
          problems: [],
        },
      );
    });

    it('prints problems that a note has by itself', async () => {
      await add('odd.rst', 'A word_ and one.\n\nLong title\n====\n\nText.\n');
      const [{ problems } = {}] = jsonLines((await run('index', 'odd.rst', '--json')).out) as { problems?: object[] }[];
      assert.deepEqual(
        problems?.map((problem) => ({ ...problem, message: undefined })),
        [
          { code: 'link.reference-undefined', severity: 'warning', message: undefined, line: 1 },
          { code: 'heading.underline-short', severity: 'warning', message: undefined, line: 4 },
        ],
      );
    });

    it('counts for people', async () => {
      const { out } = await run('index', 'notes/qcon.rst');
      assert.equal(out, 'notes/qcon.rst  QCon  2 titles, 2 links, 1 target, 2 to-dos\n1 note\n');
    });
  });

  describe('check', () => {
    it('prints findings with their places, and ends with 1', async () => {
      const { code, out, err } = await run('check', 'notes');
      assert.equal(
        out,
        'notes/qcon.rst:9:11: warning: No note “gone”: looked for gone.rst. [link.file-missing]\n3 notes, 1 finding.\n',
      );
      assert.deepEqual([code, err], [1, '']);
    });

    it('ends with 0 where all is well, and counts hints only when strict', async () => {
      const lax = await run('check', 'notes/labels.rst');
      assert.deepEqual([lax.code, lax.out], [0, '1 note, no findings.\n']);
      const strict = await run('check', 'notes/labels.rst', '--strict');
      assert.match(strict.out, /^notes\/labels\.rst:6:1: hint: .* \[target\.unused\]\n1 note, 1 finding\.\n$/);
      assert.equal(strict.code, 1);
    });

    it('prints JSON, by either option', async () => {
      const { code, out } = await run('check', 'notes/qcon.rst', '--json');
      assert.equal(code, 1);
      assert.deepEqual(jsonLines(out), [
        {
          path: 'notes/qcon.rst',
          line: 9,
          column: 11,
          endLine: 9,
          endColumn: 15,
          code: 'link.file-missing',
          severity: 'warning',
          message: 'No note “gone”: looked for /notes/gone.rst.'.replace(
            '/notes',
            join(folder.path, 'notes').replaceAll('\\', '/'),
          ),
        },
      ]);
      assert.equal((await run('check', 'notes/qcon.rst', '--format', 'json')).out, out);
    });

    it('looks for wiki links in the folders that are given, and around a single note in its wiki', async () => {
      await add('wiki/a.md', '# A\n\n[[Other]] [[qcon]] [[gone]] [q](../notes/qcon.rst#mocks)\n');
      await add('wiki/sub/other.md', '# Other\n');
      const alone = await run('check', 'wiki/a.md');
      assert.deepEqual([alone.code, alone.out], [0, '1 note, no findings.\n']);
      await add('wiki/.obsidian/app.json', '{}');
      const { code, out } = await run('check', 'wiki/a.md');
      assert.equal(code, 1);
      assert.deepEqual(
        [...out.matchAll(/called “(\w+)”/g)].map(([, name]) => name),
        ['qcon', 'gone'],
      );
      const both = await run('check', 'wiki', 'notes');
      assert.deepEqual(
        [...both.out.matchAll(/called “(\w+)”/g)].map(([, name]) => name),
        ['gone'],
      );
    });

    it('reads Markdown with every command', async () => {
      await add('md/a.md', '---\nevent: Data Days\nspeaker: Ada\n---\n\n# Talk\n\n- [ ] Ask.\n\n[a](gone.md)\n');
      const index = await run('index', 'md', '--json');
      const [note] = jsonLines(index.out) as [Record<string, unknown>];
      assert.deepEqual(note.headings, [{ title: 'Talk', level: 1, line: 6 }]);
      assert.deepEqual(note.links, [{ kind: 'inline-link', target: 'gone.md', line: 10 }]);
      assert.deepEqual(note.todos, [{ kind: 'checkbox', done: false, text: 'Ask.', line: 8 }]);
      assert.match((await run('talks', 'md')).out, /^Data Days\n {2}md\/a\.md:6:3: Talk \(Ada\), 1 open\n/);
      assert.match((await run('todos', 'md')).out, /md\/a\.md:8:1: \[ \] Ask\./);
      assert.match((await run('check', 'md')).out, /md\/a\.md:10:5: .*gone\.md.*link\.file-missing/);
    });

    it('finds labels in the whole Sphinx project around a single note', async () => {
      assert.equal((await run('check', 'notes/sub/clean.rst')).code, 1);
      await add('notes/conf.py', '');
      const { code, out } = await run('check', 'notes/sub/clean.rst');
      assert.deepEqual([code, out], [0, '1 note, no findings.\n']);
    });

    it('leaves out what a comment in the note says', async () => {
      await add('notes/qcon.rst', `${files['notes/qcon.rst']}\n.. talk-notes-ignore: link.file-missing gone\n`);
      const { code, out } = await run('check', 'notes');
      assert.deepEqual([code, out], [0, '3 notes, no findings.\n']);
    });

    it('finds files outside of what it was given', async () => {
      await add('notes/sub/up.rst', ':download:`../picture.png` :download:`../Picture.png`\n');
      const { out } = await run('check', 'notes/sub');
      assert.match(out, /^notes\/sub\/up\.rst:1:39: warning: .*picture\.png\. \[link\.case-mismatch\]$/m);
      assert.doesNotMatch(out, /up\.rst:1:12/);
    });
  });

  describe('todos', () => {
    it('lists them for people and for programs', async () => {
      assert.equal(
        (await run('todos', 'notes')).out,
        'notes/qcon.rst:11:1: [ ] Ask.\nnotes/qcon.rst:12:1: [x] Read.\n1 open, 1 done.\n',
      );
      const { code, out } = await run('todos', 'notes', '--json');
      assert.equal(code, 0);
      assert.deepEqual(jsonLines(out)[0], {
        path: 'notes/qcon.rst',
        line: 11,
        kind: 'checkbox',
        done: false,
        text: 'Ask.',
        section: 'Mocks',
        state: 'open',
        title: 'Ask.',
        ...{ due: null, start: null, scheduled: null, doneOn: null, priority: null, recurrence: null },
        people: [],
        tags: [],
      });
    });
  });

  describe('talks', () => {
    it('lists them for people and for programs', async () => {
      assert.equal(
        (await run('talks', 'notes')).out,
        'QCon\n  notes/qcon.rst:4:1: Mocks (@ada), 1 open\n1 talk in 1 note.\n',
      );
      assert.deepEqual(jsonLines((await run('talks', 'notes', '--json')).out), [
        { path: 'notes/qcon.rst', line: 4, event: 'QCon', title: 'Mocks', speakers: ['@ada'], level: 2, openTodos: 1 },
      ]);
    });
  });

  describe('what cannot be run', () => {
    for (const [name, words, complaint] of [
      ['a missing path', ['check', 'nowhere'], /^talk-notes: There is no file or folder nowhere\.\n$/],
      ['a file that is no note', ['index', 'notes/picture.png'], /^talk-notes: notes\/picture\.png is no note/],
      ['no path', ['todos'], /missing required argument/],
      ['an unknown option', ['check', 'notes', '--nothing'], /unknown option/],
      ['an unknown format', ['check', 'notes', '--format', 'xml'], /Allowed choices are text, json, sarif/],
      ['an unknown command', ['frobnicate'], /unknown command/],
    ] as const) {
      it(`is ${name}: it ends with 2 and prints no result`, async () => {
        const { code, out, err } = await run(...words);
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, complaint);
      });
    }
  });

  it('explains itself and tells its version', async () => {
    const help = await run('--help');
    assert.equal(help.code, 0);
    for (const command of ['index', 'check', 'todos', 'talks']) {
      assert.match(help.out, new RegExp(`^ {2}${command} `, 'm'));
    }
    const manifest: { version: string } = JSON.parse(
      await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
    );
    assert.deepEqual(await run('--version'), { code: 0, out: `${manifest.version}\n`, err: '' });
  });

  it('reads what is no UTF-8 as Latin-1 and says so once', async () => {
    await add('latin/a.rst', new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x0a, 0x2a, 0x2a, 0x2a, 0x2a, 0x0a]));
    const { code, out, err } = await run('index', 'latin', '--json');
    assert.equal(code, 0);
    assert.deepEqual(jsonLines(out)[0]?.headings, [{ title: 'Café', level: 1, line: 1 }]);
    assert.equal(err, 'talk-notes: latin/a.rst is not valid UTF-8 and was read as Latin-1.\n');
  });

  it('takes odd notes as they are: empty, with NUL bytes, a folder with a note’s name', async () => {
    await add('odd/empty.rst', '');
    await add('odd/nul.rst', 'A\0B\n***\n');
    await add('odd/folder.rst/in.rst', 'In\n**\n');
    const { code, out, err } = await run('index', 'odd', '--json');
    assert.deepEqual([code, err], [0, '']);
    assert.deepEqual(
      jsonLines(out)
        .map(({ path }) => path)
        .sort(),
      ['odd/empty.rst', 'odd/folder.rst/in.rst', 'odd/nul.rst'],
    );
  });

  it('lists annotations, those that are detached as such', async () => {
    await add(
      'margin/a.rst',
      'A\n=\n\n.. annotation: why?\n\nText.\n\n.. annotation:\n   :author: Eve\n   :on: gone\n\n   Hm.\n',
    );
    await add('margin/b.md', '# B\n\n<!-- annotation:\n:author: Ada\n:state: resolved\n\nDone. -->\n\nText.\n');
    const { code, out } = await run('annotations', 'margin');
    assert.equal(code, 0);
    assert.deepEqual(out.split('\n'), [
      'margin/a.rst:6:1: why?',
      'margin/a.rst:8:1: Hm. (Eve; detached from “gone”)',
      'margin/b.md:9:1: Done. (Ada; resolved)',
      '2 open annotations, 1 resolved.',
      '',
    ]);
    const open = jsonLines((await run('annotations', 'margin', '--json', '--open')).out);
    assert.deepEqual(
      open.map(({ line, state, detached }) => [line, state, detached]),
      [
        [6, 'open', false],
        [8, 'open', true],
      ],
    );
  });

  it('ends quietly when nobody reads on', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `- [ ] task ${at}\n`).join('');
    await add('many.rst', `Many\n****\n\n${many}`);
    const { code, out, err } = await runCli(folder.path, ['todos', 'many.rst'], { readAtMost: 1 });
    assert.equal(err, '');
    assert.ok(out.length < 20_000 * 20);
    assert.equal(code, 0);
  });

  it('prints no colours and no control characters of notes into a pipe', async () => {
    await add('odd.rst', 'A\u001b[31mB\n*****\n\n- [ ] red\u001b[31m\n');
    for (const command of ['index', 'todos', 'check']) {
      assert.equal((await run(command, 'odd.rst')).out.includes('\u001b'), false, command);
    }
  });

  it('complains without control characters of names', async () => {
    await add('red\u001b[31m.rst', new Uint8Array([0xe9]));
    for (const words of [['red\u001b[31m.rst'], ['none\u001b[31m.rst']]) {
      const { err } = await run('check', ...words);
      assert.match(err, /^talk-notes: .+\n$/);
      assert.equal(err.includes('\u001b'), false, err);
    }
  });
});
