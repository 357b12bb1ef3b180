/** Sections of the reference notes that are moved and moved back, and given another level and that back. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Snapshot } from '../../server/src/core/index/snapshot.ts';
import { withEdits } from '../../server/src/core/model/edit.ts';
import type { Heading, Note } from '../../server/src/core/model/note.ts';
import type { NotePath } from '../../server/src/core/text/path.ts';
import { editSection, type SectionEdit } from '../../server/src/features/refactorings/editSection.ts';
import { missingCorpus } from '../conformance/shared.ts';
import { readCorpus } from '../support/corpusSnapshot.ts';
import { entryOf } from '../support/workspace.ts';

const COUNT = Number(process.env.RENAMES ?? 100);

function inside({ headings }: Note, heading: Heading): number {
  return headings.filter(({ span }) => span.start > heading.span.start && span.start < heading.sectionEnd).length;
}

describe('sections of the reference notes', function () {
  this.timeout(120_000);
  let snapshot: Snapshot;
  let sections: readonly { readonly path: NotePath; readonly index: number }[];

  before(async function () {
    if (missingCorpus !== undefined) {
      console.log(`    skipped: ${missingCorpus}`);
      this.skip();
    }
    snapshot = await readCorpus();
    const all = [...snapshot.notes.entries()].flatMap(({ path, note }) =>
      note.headings.map((_, index) => ({ path, index })),
    );
    sections = fc.sample(fc.nat(all.length - 1), { numRuns: COUNT, seed: 5 }).map((at) => all[at]!);
  });

  /** The text after the edit; `undefined` where it is refused. */
  function edited(path: NotePath, text: string, title: number, how: SectionEdit): string | undefined {
    const edits = editSection(entryOf(path, text)!, text, title, how);
    return 'refused' in edits ? undefined : withEdits(text, edits.edits);
  }

  const opposites: readonly (readonly [SectionEdit, SectionEdit])[] = [
    ['down', 'up'],
    ['promote', 'demote'],
  ];
  for (const [there, back] of opposites) {
    it(`are as they were after ${there} and ${back}`, () => {
      let made = 0;
      for (const { path, index } of sections) {
        const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
        const { note } = entryOf(path, text)!;
        const heading = note.headings[index]!;
        const after = edited(path, text, heading.titleSpan.start, there);
        if (after === undefined) {
          continue;
        }
        const now = entryOf(path, after)!.note;
        const same =
          there === 'promote' ? [now.headings[index]!] : now.headings.filter(({ title }) => title === heading.title);
        if (there === 'promote' && inside(now, same[0]!) !== inside(note, heading)) {
          // Sections behind it have come to be inside of it, and would go along on the way back.
          continue;
        }
        made++;
        const restored = same.map((each) => edited(path, after, each.titleSpan.start, back));
        assert.ok(restored.includes(text), `${path} ${heading.title}`);
        assert.deepEqual(
          now.headings.map(({ title }) => title).toSorted(),
          note.headings.map(({ title }) => title).toSorted(),
        );
      }
      assert.ok(made > COUNT / 20, `only ${made} of ${COUNT}`);
    });
  }
});
