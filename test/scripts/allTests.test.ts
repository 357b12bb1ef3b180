/** No test is forgotten: each test file is run by something. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const root = join(import.meta.dirname, '../..');

describe('npm test', () => {
  it('runs every test file', () => {
    const { spec } = JSON.parse(readFileSync(join(root, '.mocharc.json'), 'utf8')) as { readonly spec: string[] };
    const run = new Set(spec.flatMap((pattern) => globSync(pattern, { cwd: root })));
    const inVsCode = join('test', 'vscode', 'suite') + sep;
    const all = globSync('test/**/*.test.ts', { cwd: root });
    assert.ok(run.size > 50);
    assert.deepEqual(
      all.filter((file) => !run.has(file) && !file.startsWith(inVsCode)),
      [],
    );
  });
});
