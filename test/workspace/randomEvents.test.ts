/** Whatever happens on the disk and in the editor, the index is in the end what a fresh scan would give. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isInside } from '../../server/src/core/text/path.ts';
import type { FileEvent } from '../../server/src/workspace/eventBurst.ts';
import { type Harness, harness, note } from '../support/workspaceHarness.ts';

const folders = ['/w', '/w/a', '/w/a/b', '/w/c', '/w/_build'];
const names = ['x.rst', 'y.md', 'pic.png', '.gitignore', 'CACHEDIR.TAG'];
const places = folders.flatMap((folder) => [folder, ...names.map((name) => `${folder}/${name}`)]);
const rules = ['x.rst\n', '*.md\n', 'b/\n', '!x.rst\n', '/a\n', ''];

/** One thing that happens at a time; gives the events that a watcher sends of it. */
type Step = (made: Harness, at: number) => readonly FileEvent[] | Promise<readonly FileEvent[]>;

const folder = fc.constantFrom(...folders);
const innerFolder = fc.constantFrom(...folders.slice(1));
const file = fc.tuple(folder, fc.constantFrom(...names)).map(([inside, name]) => `${inside}/${name}`);

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: fc.tuple(file, fc.constantFrom(...rules)).map(([path, rule]) => write(path, rule)) },
    { weight: 4, arbitrary: file.map(remove) },
    { weight: 2, arbitrary: folder.map(remove) },
    { weight: 2, arbitrary: fc.tuple(innerFolder, innerFolder).map(([from, to]) => rename(from, to)) },
    { weight: 2, arbitrary: file.map(open) },
    { weight: 2, arbitrary: file.map(close) },
    { weight: 4, arbitrary: fc.constant<Step>(settle) },
  ),
  { maxLength: 25 },
);

function write(path: string, rule: string): Step {
  return named(`write ${path} ${JSON.stringify(rule)}`, ({ files }, at) => {
    const isNew = files.stat(path) === 'missing';
    const shown = newFolder(files, path) ?? path;
    files.write(path, path.endsWith('.gitignore') ? rule : note(`Note ${at}`));
    return [{ path: shown, type: isNew ? 'created' : 'changed' }];
  });
}

function remove(path: string): Step {
  return named(`remove ${path}`, ({ files }) => {
    if (files.stat(path) === 'missing') return [];
    files.remove(path);
    return [{ path, type: 'deleted' }];
  });
}

function rename(from: string, to: string): Step {
  return named(`rename ${from} ${to}`, ({ files }) => {
    if (files.stat(from) === 'missing' || files.stat(to) !== 'missing' || isInside(to, from)) return [];
    const shown = newFolder(files, to) ?? to;
    files.rename(from, to);
    return [
      { path: from, type: 'deleted' },
      { path: shown, type: 'created' },
    ];
  });
}

function open(path: string): Step {
  return named(`open ${path}`, ({ workspace }, at) => {
    workspace.open(path, note(`Buffer ${at}`));
    return [];
  });
}

function close(path: string): Step {
  return named(`close ${path}`, ({ workspace }) => {
    workspace.close(path);
    return [];
  });
}

async function settle({ workspace, clock }: Harness): Promise<[]> {
  clock.advance(2000);
  await workspace.whenSettled();
  return [];
}

/** What a counterexample is printed by. */
function named(name: string, step: Step): Step {
  return Object.assign(step, { [fc.toStringMethod]: () => name });
}

/** Watchers name the outermost folder that is new, and not all that is in it. */
function newFolder(files: Harness['files'], path: string): string | undefined {
  return folders.find((each) => isInside(path, each) && files.stat(each) === 'missing');
}

function indexOf({ workspace }: Harness): readonly string[] {
  const entries = [...workspace.snapshot.notes.entries()];
  return entries.map((entry) => `${entry.path}: ${entry.note.headings[0]?.title}`).sort();
}

/** What is known of each place; of folders that nobody needs, perhaps nothing. */
function knownOf({ workspace }: Harness): ReadonlyMap<string, string> {
  const { files } = workspace.snapshot;
  const all = places.map((path) => [path, files.lookup(path).state] as const);
  return new Map(all.filter(([, state]) => state !== 'unknown'));
}

describe('random file events', () => {
  it('leave the index as a fresh scan has it', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const made = harness({ '/w/x.rst': note('X') });
        await made.configure();
        for (const [at, step] of all.entries()) {
          made.workspace.filesChanged(await step(made, at));
        }
        await settle(made);
        const index = indexOf(made);
        const known = knownOf(made);
        await made.configure();
        assert.deepEqual(index, indexOf(made));
        for (const [path, state] of knownOf(made)) {
          assert.equal(known.get(path) ?? state, state, path);
        }
      }),
      { numRuns: 300 },
    );
  });
});
