import assert from 'node:assert/strict';
import { defaultTalkOptions, eventOf } from '../../../server/src/features/talks.ts';
import { newNote, newNotePlace } from '../../../server/src/features/talkWrites/newNote.ts';
import { entryOf, root, snapshotOf } from '../../support/workspace.ts';

const facts = { title: 'Mocks & fakes', event: 'PyCon 2026', date: '2026-11-23', speakers: ['@ada', 'Eve Kask'] };

function made(
  files: Readonly<Record<string, string>>,
  near?: string,
  title = facts.title,
): { path: string; text: string } {
  const snapshot = snapshotOf(Object.entries(files).map(([name, text]) => ({ path: `${root}/${name}`, text })));
  const place = newNotePlace(snapshot, defaultTalkOptions, near === undefined ? undefined : `${root}/${near}`)!;
  const like = place.like && files[place.like.path.slice(root.length + 1)];
  return newNote(snapshot, place, { ...facts, title }, like);
}

describe('newNote', () => {
  const rst = 'PyCon 2025\n**********\n\nA\n=\n\n@eve\n';
  const md = '# PyCon 2024\n\n## A\n\n@eve\n';

  it('has title, event, date and speakers in the style of the notes around', () => {
    const { path, text } = made({ 'conference/a.rst': rst });
    assert.equal(path, `${root}/conference/mocks-fakes.rst`);
    assert.equal(
      text,
      'Mocks & fakes\n*************\n\n:event: PyCon 2026\n:date: 2026-11-23\n\n| @ada\n| Eve Kask\n\n',
    );
  });

  it('has front matter in Markdown, which is read again as what was meant', () => {
    const { path, text } = made({ 'conference/a.md': md });
    assert.equal(
      text,
      '---\nevent: PyCon 2026\ndate: 2026-11-23\nspeakers:\n  - "@ada"\n  - Eve Kask\n---\n\n# Mocks & fakes\n\n',
    );
    const event = eventOf(entryOf(path, text)!, defaultTalkOptions)!;
    assert.deepEqual(
      [event.title, event.date, event.talks[0]!.speakers],
      ['PyCon 2026', '2026-11-23', ['@ada', 'Eve Kask']],
    );
  });

  it('is read again as one talk of that event in reStructuredText, too', () => {
    const { path, text } = made({ 'conference/a.rst': rst });
    const event = eventOf(entryOf(path, text)!, defaultTalkOptions)!;
    assert.deepEqual([event.title, event.date, event.isOneTalk], ['PyCon 2026', '2026-11-23', true]);
    assert.deepEqual(event.talks[0]!.speakers, ['@ada', 'Eve Kask']);
  });

  for (const title of ['- dash', 'foo_', 'On |this|', '..', '====', '1. first', '::', '# C', '*args', '@ada on X']) {
    for (const [name, like] of Object.entries({ rst, md })) {
      it(`is titled “${title}”, whatever that could be read as (${name})`, () => {
        const { path, text } = made({ [`conference/a.${name}`]: like }, undefined, title);
        const { note } = entryOf(path, text)!;
        assert.deepEqual([note.headings.map((heading) => heading.title), note.links, note.problems], [[title], [], []]);
      });
    }
  }

  it('goes beside the note at hand, in its format, else to where most events are', () => {
    const files = { 'conference/a.md': md, 'conference/b.md': md, 'talks/c.rst': rst, 'how.rst': 'How\n===\n' };
    assert.equal(made(files, 'talks/c.rst').path, `${root}/talks/mocks-fakes.rst`);
    assert.equal(made(files, 'how.rst').path, `${root}/conference/mocks-fakes.md`);
    assert.equal(made(files).path, `${root}/conference/mocks-fakes.md`);
    assert.equal(made({ 'how.rst': 'How\n===\n' }, 'how.rst').path, `${root}/mocks-fakes.rst`);
  });

  it('takes no file that is there', () => {
    const taken = { 'conference/a.rst': rst, 'conference/mocks-fakes.rst': 'X\n=\n' };
    assert.equal(made(taken).path, `${root}/conference/mocks-fakes-2.rst`);
  });

  it('has the line ends of the notes around', () => {
    assert.match(made({ 'conference/a.rst': rst.replaceAll('\n', '\r\n') }).text, /^Mocks & fakes\r\n\*+\r\n\r\n/);
  });
});
