import assert from 'node:assert/strict';
import { defaultTalkOptions, eventOf, type TalkOptions } from '../../server/src/features/talks.ts';
import { entryOf } from '../support/workspace.ts';

/** `Event: First [Who], Second`, `talk Title [Who] at Event`, or `none`. */
function event(path: string, text: string, options: TalkOptions = defaultTalkOptions): string {
  const found = eventOf(entryOf(path, text)!, options);
  if (found === undefined) {
    return 'none';
  }
  const talks = found.talks.map(({ title, speakers }) =>
    speakers.length === 0 ? title : `${title} [${speakers.join(', ')}]`,
  );
  return found.isOneTalk ? `talk ${talks[0]} at ${found.title || 'nowhere'}` : `${found.title}: ${talks.join(', ')}`;
}

/** A note of titles: `*` for the outermost, `=` and `-` below. */
function titles(...lines: readonly string[]): string {
  return lines
    .map((line) => {
      const [mark = '', ...words] = line.split(' ');
      const title = words.join(' ');
      return `${title}\n${mark.repeat(title.length)}\n\nText.\n`;
    })
    .join('\n');
}

describe('eventOf', () => {
  describe('takes for an event note', () => {
    const sections = titles('= First', '- Part', '= Second');
    for (const name of [
      'EuroPython 2012',
      'DjangoCon.eu',
      'PyCon UK 2008',
      'DjangoCon EU 2015',
      'DjangoConEU 2015',
      'JSConf',
      'React Conf 2019',
      'QCon London',
      'Python Summit',
      'Bristol Meetup 12',
      'FOSDEM 2020',
      'Write the Docs Prague',
      'Open Source Conference',
    ]) {
      it(`one called ${name}`, () => {
        assert.equal(event('/ws/a.rst', `${titles(`* ${name}`)}\n${sections}`), `${name}: First, Second`);
      });
    }

    for (const folder of ['conference', 'Conferences', 'talks', 'events/2019', 'meetup']) {
      it(`one in a folder ${folder}`, () => {
        assert.equal(event(`/ws/${folder}/a.rst`, `${titles('* Anything')}\n${sections}`), 'Anything: First, Second');
      });
    }

    it('one with several sections that name their speakers by handle', () => {
      const text = 'Notes\n*****\n\nA\n=\n\n@ada\n\nB\n=\n\n@bob, @eve\n';
      assert.equal(event('/ws/a.rst', text), 'Notes: A [@ada], B [@bob, @eve]');
    });
  });

  describe('takes for no event note', () => {
    for (const name of [
      'Configuration',
      'conf',
      'SQL Server 2005',
      'Icon',
      'Con',
      'Conference',
      'Meetup',
      'Silicon Graphics',
      'Installation - Ubuntu 2004 - Notes',
      'Notes I took while I watched a talk from PyCon UK 2008 at home',
    ]) {
      it(`one called ${name}`, () => {
        assert.equal(event('/ws/a.rst', `${titles(`* ${name}`)}\n${titles('= First')}`), 'none');
      });
    }

    it('a page of contents in a talk folder', () => {
      assert.equal(event('/ws/talks/index.rst', 'Talks\n*****\n\nContents\n\n.. toctree::\n\n   a\n'), 'none');
    });

    it('one without titles, or with a single handle', () => {
      assert.equal(event('/ws/talks/a.rst', 'Text.\n'), 'none');
      assert.equal(event('/ws/a.rst', 'Notes\n*****\n\nA\n=\n\n@ada\n'), 'none');
    });
  });

  describe('takes for one talk', () => {
    for (const [title, expected] of [
      ['py.test - PyCon UK 2008', 'talk py.test - PyCon UK 2008 at PyCon UK 2008'],
      ['Mocks - Ada Byron - Data Days 2022', 'talk Mocks - Ada Byron - Data Days 2022 [Ada Byron] at Data Days 2022'],
      ['Mocks - DjangoCon.eu - Ada Byron', 'talk Mocks - DjangoCon.eu - Ada Byron [Ada Byron] at DjangoCon.eu'],
      [
        'Ada Byron - Sun - PyCon UK 2008 - Keynote',
        'talk Ada Byron - Sun - PyCon UK 2008 - Keynote [Ada Byron] at PyCon UK 2008',
      ],
    ] as const) {
      it(title, () => assert.equal(event('/ws/a.rst', titles(`* ${title}`, '= Links')), expected));
    }

    it('a title with a speaker’s name, in a talk folder only', () => {
      const text = titles('* Tim Byron - python WMI', '= Links');
      assert.equal(event('/ws/talks/a.rst', text), 'talk Tim Byron - python WMI [Tim Byron] at nowhere');
      assert.equal(event('/ws/a.rst', text), 'none');
    });

    it('a note of a talk folder that has one title', () => {
      assert.equal(event('/ws/talks/a.rst', titles('* Anything')), 'talk Anything at nowhere');
    });
  });

  describe('finds talks', () => {
    it('in sections of the first title and in further outermost ones, but not in what is to be done', () => {
      const text = `${titles('* QCon', '= A', '- Part', '= B', '* C', '= Part')}\n${'To Do\n*****\n\n- Ask Ada.\n'}`;
      assert.equal(event('/ws/a.rst', text), 'QCon: A, B, C');
    });

    it('at the level that the user sets', () => {
      const text = titles('* QCon', '= Day 1', '- A', '- B', '= Day 2', '- C');
      assert.equal(event('/ws/a.rst', text, { ...defaultTalkOptions, level: 3 }), 'QCon: A, B, C');
    });

    it('with their open to-dos', () => {
      const entry = entryOf(
        '/ws/a.rst',
        `${titles('* QCon', '= A')}\n- [ ] one\n- [x] two\n\n${titles('- Part')}\n- [ ] three\n`,
      )!;
      assert.deepEqual(
        eventOf(entry, defaultTalkOptions)?.talks.map(({ openTodos }) => openTodos),
        [2],
      );
    });
  });

  describe('reads front matter', () => {
    const sections = '# Some Title\n\n## A\n\n## B\n';
    for (const [what, front, text, expected] of [
      ['an event’s name', 'event: Data Days', sections, 'Data Days: A, B'],
      [
        'a talk with its event and speakers',
        'event: Data Days\nspeakers: [Ada, Eve]',
        sections,
        'talk Some Title [Ada, Eve] at Data Days',
      ],
      ['a talk with its speaker', 'speaker: Ada', sections, 'talk Some Title [Ada] at nowhere'],
      ['a talk without sections', 'event: Data Days', '# Some Title\n', 'talk Some Title at Data Days'],
      [
        'speakers beside those below the title',
        'speaker: Ada',
        '# Some Title\n\n@eve\n',
        'talk Some Title [Ada, @eve] at nowhere',
      ],
      ['a title that no title repeats', 'title: PyCon 2019', '## A\n\n## B\n', 'PyCon 2019: A, B'],
      ['a talk’s title that no title repeats', 'title: Mocks\nspeaker: Ada', '## A\n', 'talk Mocks [Ada] at nowhere'],
      ['nothing of a date alone', 'date: 2019-05-01', sections, 'none'],
    ] as const) {
      it(what, () => assert.equal(event('/ws/a.md', `---\n${front}\n---\n\n${text}`), expected));
    }

    it('the date', () => {
      const entry = entryOf('/ws/a.md', `---\nevent: Data Days\ndate: 2019-05-01\n---\n\n${sections}`)!;
      assert.equal(eventOf(entry, defaultTalkOptions)?.date, '2019-05-01');
    });
  });

  describe('finds speakers', () => {
    for (const [name, title, below, expected] of [
      ['a handle', 'A', '@ada', '@ada'],
      ['handles in one line', 'A', '@ada, @bob and @eve', '@ada, @bob, @eve'],
      ['a handle with a remark', 'A', '@ada (core developer)', '@ada'],
      ['handles in a line block', 'A', '| @ada\n| @__bob__', '@ada, @__bob__'],
      ['a name', 'A', 'Ada Byron', 'Ada Byron'],
      [
        'a name with a hyphen, a particle, an initial',
        'A',
        '| Marc-Ada Byron\n| Ada van der Byron\n| J. Ada Byron',
        'Marc-Ada Byron, Ada van der Byron, J. Ada Byron',
      ],
      ['a name beyond ASCII', 'A', 'Łukasz Żółć', 'Łukasz Żółć'],
      ['a name and a company', 'A', 'Ada Byron, DISQUS', 'Ada Byron'],
      ['a name and a handle', 'A', '| Ada Byron\n| @ada', 'Ada Byron, @ada'],
      ['names in one line', 'A', 'Ada Byron and Eve Kask', 'Ada Byron, Eve Kask'],
      ['names at the title’s end', 'Magic - Ada Byron & Eve Kask', 'Text.', 'Ada Byron, Eve Kask'],
      ['a name at the title’s end', 'Magic - Ada Byron', 'Text.', 'Ada Byron'],
      ['an e-mail address, failing all else', 'A', 'ada@example.org', 'ada@example.org'],
      ['no e-mail address beside a name', 'A', '| Ada Byron\n| ada@example.org', 'Ada Byron'],
      ['nobody in a sentence', 'A', 'Ada Byron spoke.', ''],
      ['nobody in a job', 'A', '| Core Developer\n| Lightning Talk Man', ''],
      ['nobody in a handle inside of prose', 'A', 'Ask @ada about it', ''],
      ['nobody in a subject', 'EightSpaces - Reusable Apps', 'Text.', ''],
      ['nobody in a company', 'Grid - ReThought Solutions', 'Text.', ''],
      ['nobody at the title’s start, in a section', 'Ada Byron - Magic', 'Text.', ''],
    ] as const) {
      it(name, () => {
        const text = `QCon\n****\n\n${title}\n${'='.repeat(title.length)}\n\n${below}\n`;
        const [talk] = eventOf(entryOf('/ws/a.rst', text)!, defaultTalkOptions)!.talks;
        assert.equal(talk!.speakers.join(', '), expected);
      });
    }
  });
});
