import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { compareNote, type Difference, subjects } from './compare.ts';
import { corpusRoot, missingCorpus, readOracleFacts } from './shared.ts';

/** A note that docutils' facts speak of and that is not among the reference notes. */
const absent = ['source/python/pip/requirements.rst'];

/** To-dos that the oracle leaves out, since it knows bullets only: paragraphs and lines below a To Do title. */
const ownTodos = [
  [1356, 'Check out the with statement in connection to unit testing...'],
  [
    1358,
    'How about a python contractors cooperative? If interested, contact rob.collins@pythonpro.co.uk. http://pycontract.com',
  ],
  [
    1361,
    'Use mind-maps to help you process information. Not very useful for other people - but will help your own brain.',
  ],
  [1364, 'Check out the Background keyword in Freshen. What is the equivalent in Lettuce?'],
  [1367, 'Read the following:'],
  [1369, 'http://docs.python.org/reference/datamodel.html'],
  [1370, 'http://wiki.python.org/moin/HowTo/Sorting/'],
  [1372, 'Check out https://github.com/inglesp/prescons'],
  [1374, 'Check out django-ztask (should not use Celery apparently)'],
  [1376, 'Check out django-pjax JavaScript library written by some guys from GitHub. Manipulates browser history.'],
  [1379, 'Check out http://discorporate.us/projects/flatland/ Form validation etc...'],
].map(([line, text]) => `source/python/conference/europython-2012.rst:${line} section open ${text}`);

describe('the reference notes, as docutils reads them', () => {
  const totals = { headings: 0, links: 0, targets: 0, tasks: 0 };
  const differences: Difference[] = [];
  const problems: string[] = [];
  const absentNotes: string[] = [];
  let read = 0;

  before(function () {
    if (missingCorpus !== undefined) {
      console.log(`    skipped: ${missingCorpus}`);
      this.skip();
    }
    for (const oracle of readOracleFacts()) {
      const path = `${corpusRoot}/${oracle.file}`;
      if (!existsSync(path)) {
        absentNotes.push(oracle.file);
        continue;
      }
      const comparison = compareNote(readFileSync(path, 'utf8'), oracle);
      read++;
      differences.push(...comparison.differences);
      for (const subject of subjects) {
        totals[subject] += comparison.counts[subject];
      }
      problems.push(...comparison.note.problems.map(({ code }) => `${oracle.file} ${code}`));
    }
  });

  const differencesOf = (subject: string, side: string): string[] =>
    differences.filter((each) => each.subject === subject && each.side === side).map(({ fact }) => fact);

  it('are all there but the one known to be absent', () => {
    assert.deepEqual(absentNotes, absent);
    assert.equal(read, 2061);
  });

  it('have the same headings, with title, level and line', () => {
    assert.equal(totals.headings, 8800);
    assert.deepEqual(differencesOf('headings', 'missing'), []);
    assert.deepEqual(differencesOf('headings', 'extra'), []);
  });

  it('have the same links, with kind, target and line', () => {
    assert.equal(totals.links, 7999);
    assert.deepEqual(differencesOf('links', 'missing'), []);
    assert.deepEqual(differencesOf('links', 'extra'), []);
  });

  it('have the same targets, with kind, name and line', () => {
    assert.equal(totals.targets, 3114);
    assert.deepEqual(differencesOf('targets', 'missing'), []);
    assert.deepEqual(differencesOf('targets', 'extra'), []);
  });

  it('have the to-dos that the oracle lists, and those in paragraphs and line blocks below To Do', () => {
    assert.equal(totals.tasks, 8);
    assert.deepEqual(differencesOf('tasks', 'missing'), []);
    assert.deepEqual(differencesOf('tasks', 'extra'), ownTodos);
  });

  it('have no problem with any title', () => {
    assert.deepEqual(problems, []);
  });
});
