import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { wantedFolders } from '../../server/src/core/index/resolve.ts';
import type { Snapshot } from '../../server/src/core/index/snapshot.ts';
import type { Note } from '../../server/src/core/model/note.ts';
import type { Finding } from '../../server/src/features/finding.ts';
import { findings } from '../../server/src/features/findings.ts';
import { quickFixes } from '../../server/src/features/fixes/quickFixes.ts';
import { defaultTalkOptions, eventOf } from '../../server/src/features/talks.ts';
import { todoCounts } from '../../server/src/features/todos/todoCounts.ts';
import { corpusRoot, missingCorpus } from '../conformance/shared.ts';
import { readCorpus } from '../support/corpusSnapshot.ts';

/** What the finding is about: the role or kind of the link, or `target` for an explicit target's value. */
function subject(note: Note, { span }: Finding): string {
  const link = note.links.find(({ targetSpan }) => targetSpan.start === span.start);
  return link === undefined ? 'target' : (link.role ?? link.kind);
}

describe('the reference notes, as they are found wrong', () => {
  let snapshot: Snapshot;
  /** `code subject` of every finding. */
  const counts: Record<string, number> = {};
  const fixed: string[] = [];
  const places: string[] = [];

  before(async function () {
    if (missingCorpus !== undefined) {
      console.log(`    skipped: ${missingCorpus}`);
      this.skip();
    }
    snapshot = await readCorpus();
    for (const entry of snapshot.notes.entries()) {
      const { path, note } = entry;
      const text = readFileSync(path, 'utf8');
      for (const finding of findings(snapshot, path)) {
        const key = `${finding.code} ${subject(note, finding)}`;
        counts[key] = (counts[key] ?? 0) + 1;
        const fixes = quickFixes({ snapshot, entry, text, finding }).filter(({ preferred }) => preferred);
        fixed.push(...fixes.map(({ title }) => title).filter((title) => title.startsWith('Link to ')));
        if (key !== 'target.unused target' && finding.code !== 'link.file-missing') {
          const line = note.lines.lineAt(finding.span.start) + 1;
          places.push(`${path.slice(corpusRoot.length + 1)}:${line} ${finding.message}`);
        }
      }
    }
  });

  it('have the broken links that they really have, and no other fault', () => {
    assert.deepEqual(counts, {
      'link.reference-undefined named-ref': 1,
      'link.file-missing doc': 132,
      'link.file-missing target': 74,
      // `requirements`, which is not among the reference notes.
      'link.file-missing toctree': 1,
      'target.unused target': 70,
    });
    assert.deepEqual(places, ['source/django/model/many_to_many.rst:48 No target “django_conduit” in this note.']);
  });

  it('can be judged without looking outside', () => {
    for (const { path } of snapshot.notes.entries()) {
      assert.deepEqual(wantedFolders(snapshot, path), [], path);
    }
  });

  it('get a quick fix for 35 broken links, one of them to a file that is no note', () => {
    assert.equal(fixed.length, 35);
  });

  it('have 19 open to-dos', () => {
    assert.equal(todoCounts(snapshot, '2026-11-23').open, 19);
  });

  it('have talks in nine notes', () => {
    const events = [...snapshot.notes.entries()].flatMap((entry) => {
      const event = eventOf(entry, defaultTalkOptions);
      return event === undefined ? [] : [`${entry.note.headings[0]!.title}: ${event.talks.length}`];
    });
    assert.deepEqual(events.sort(), [
      'Contacts: 1',
      'Descriptors - The Magic behind python - Raymond Hettinger: 1',
      'DjangoCon.eu: 18',
      'EuroPython 2012: 27',
      'Open Source Testing Tools in Practice - PyCon UK 2008 - Mark Fink: 1',
      'Peloton - Matthew Pontefract - ReThought Solutions: 1',
      'Ted Leung - Sun - PyCon UK 2008 - Challenges for Dynamic Languages - Keynote: 1',
      'Tim Golden - python WMI: 1',
      'py.test - PyCon UK 2008: 1',
    ]);
  });
});
