import assert from 'node:assert/strict';
import { rst } from '../../../server/src/core/dialects/rst/rst.ts';

const read = (text: string) => rst.parse(text, { todoSections: [] });

describe('fields below a title', () => {
  it('say what a note is about, and leave who spoke to be read below them', () => {
    const note = read('Mocks\n=====\n\n:event: PyCon UK\n:Date: 2019-05-03\n:tags: python, tests\n\n@ada\n\nText.\n');
    assert.deepEqual(note.meta, {
      event: 'PyCon UK',
      date: '2019-05-03',
      speakers: [],
      tags: ['python', 'tests'],
      aliases: [],
    });
    assert.equal(note.headings[0]!.lead, '@ada\nText.');
  });

  it('may go on over several lines, and name the speakers', () => {
    const { meta } = read('Mocks\n=====\n\n:speakers: Ada Byron,\n  Eve Kask\n:date:\n:author: Nobody\n');
    assert.deepEqual(meta, { speakers: ['Ada Byron', 'Eve Kask'], tags: [], aliases: [] });
  });

  it('may stand above all titles, as Sphinx has them', () => {
    const { meta, headings } = read(':Date: 2019-05-03\n:tags: python\n\nMocks\n=====\n\n:event: PyCon UK\n');
    assert.deepEqual(meta, { event: 'PyCon UK', date: '2019-05-03', speakers: [], tags: ['python'], aliases: [] });
    assert.equal(headings.length, 1);
  });

  it('tell nothing of the note where they stand elsewhere', () => {
    for (const text of [
      'A\n=\n\n* b\n\n:date: 2019\n',
      'A\n=\n\nB\n-\n\n:date: 2019\n',
      'A\n=\n\n* :date: 2019\n',
      '* :date: 2019\n\nA\n=\n',
      'A\n=\n\n:datum: 2019\n',
    ]) {
      assert.equal(read(text).meta, undefined, text);
    }
  });
});
