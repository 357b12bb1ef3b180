import assert from 'node:assert/strict';
import { join } from 'node:path';
import { linksInto, usesOf } from '../../server/src/core/index/backlinks.ts';
import { type Definition, definitionsOf } from '../../server/src/core/index/definition.ts';
import { resolve } from '../../server/src/core/index/resolve.ts';
import type { Snapshot } from '../../server/src/core/index/snapshot.ts';
import { targetUses } from '../../server/src/core/index/targetUses.ts';
import { thingsAt } from '../../server/src/core/index/thingAt.ts';
import type { NotePath } from '../../server/src/core/text/path.ts';
import { corpusRoot, missingCorpus } from '../conformance/shared.ts';
import { readCorpus } from '../support/corpusSnapshot.ts';

const leadsSomewhere = new Set(['url', 'note', 'file', 'anchor', 'ambiguous', 'case-mismatch', 'missing-fragment']);

/** What stays the same of a definition for as long as its snapshot does. */
function keyOf(definition: Definition): string {
  switch (definition.type) {
    case 'anchor':
      return `${definition.path} anchor ${definition.anchor.span.start}`;
    case 'heading':
      return `${definition.path} heading ${definition.heading.span.start}`;
    case 'file':
      return definition.path;
    case 'url':
      return definition.url;
  }
}

const samples = join(import.meta.dirname, '../../samples');

walkThrough('the samples', { folder: samples, places: 40, links: 10 });
walkThrough('the reference notes', { folder: corpusRoot, places: 9000, links: 2000, missing: missingCorpus });

interface Walk {
  readonly folder: string;
  /** So many different places at least are led to, and so many links lead to other notes. */
  readonly places: number;
  readonly links: number;
  /** Why the notes are not there. */
  readonly missing?: string | undefined;
}

function walkThrough(name: string, walk: Walk): void {
  describe(`${name}, as they are walked through`, () => walked(walk));
}

function walked({ folder, places: mostPlaces, links: mostLinks, missing: reason }: Walk): void {
  let snapshot: Snapshot;
  /** Each place that is led to, with the uses that lead there. */
  const found = new Map<string, { readonly definition: Definition; readonly uses: string[] }>();

  before(async function () {
    if (reason !== undefined) {
      console.log(`    skipped: ${reason}`);
      this.skip();
    }
    snapshot = await readCorpus(folder);
  });

  it('lead from every link that can be followed to something that is there', () => {
    for (const { path, note } of snapshot.notes.entries()) {
      for (const { target, span } of targetUses(note)) {
        const definitions = definitionsOf(snapshot, path, target);
        const { type } = resolve(snapshot, path, target);
        assert.equal(definitions.length > 0 || !leadsSomewhere.has(type), true, `${path} ${span.start} ${type}`);
        for (const definition of definitions) {
          assert.ok(isThere(definition), `${path} ${span.start}`);
          const known = found.get(keyOf(definition)) ?? { definition, uses: [] };
          found.set(keyOf(definition), known);
          known.uses.push(`${path} ${span.start}`);
        }
      }
    }
    assert.ok(found.size > mostPlaces, String(found.size));
  });

  it('have each of these links among the uses of its place, and no use that does not lead there', () => {
    let count = 0;
    for (const { definition, uses } of found.values()) {
      if (definition.type === 'url') {
        // Each looks at all notes, so only a share of them is tried.
        count++;
        if (count % 50 !== 0) {
          continue;
        }
      }
      const places = usesOf(snapshot, [definition]).map(({ path, span }) => `${path} ${span.start}`);
      const isWhole = definition.type !== 'file';
      const missing = uses.filter((use) => !places.includes(use));
      assert.deepEqual(missing, [], keyOf(definition));
      if (isWhole) {
        assert.equal(new Set(places).size, new Set(uses).size, keyOf(definition));
      }
    }
  }).timeout(120_000);

  it('have links from other notes, each of which leads into the note', () => {
    let links = 0;
    for (const { path } of snapshot.notes.entries()) {
      for (const use of linksInto(snapshot, path)) {
        links++;
        assert.notEqual(use.path, path);
        assert.ok(definitionsOf(snapshot, use.path, use.target).some((each) => pathOf(each) === path));
      }
    }
    assert.ok(links > mostLinks, String(links));
  });

  it('have each link and each title at its own place', () => {
    for (const { path, note } of snapshot.notes.entries()) {
      for (const link of note.links) {
        const things = thingsAt(snapshot, path, link.span.start);
        assert.ok(
          things.some((thing) => thing.type === 'use' && thing.use.holder === link),
          `${path} ${link.span.start}`,
        );
      }
      for (const heading of note.headings) {
        const things = thingsAt(snapshot, path, heading.titleSpan.start);
        const isIt = things.some(
          (thing) =>
            thing.type === 'definition' && 'heading' in thing.definition && thing.definition.heading === heading,
        );
        assert.ok(isIt, `${path} ${heading.span.start}`);
      }
    }
  });

  function isThere(definition: Definition): boolean {
    switch (definition.type) {
      case 'url':
        return true;
      case 'file':
        return (
          snapshot.notes.get(definition.path) !== undefined ||
          ['file', 'folder'].includes(snapshot.files.lookup(definition.path).state)
        );
      case 'anchor':
        return snapshot.notes.get(definition.path)!.note.anchors.includes(definition.anchor);
      case 'heading':
        return snapshot.notes.get(definition.path)!.note.headings.includes(definition.heading);
    }
  }

  function pathOf(definition: Definition): NotePath | undefined {
    return definition.type === 'url' ? undefined : definition.path;
  }
}
