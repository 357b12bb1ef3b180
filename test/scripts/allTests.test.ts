/** No test is forgotten: each test file is run by something. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const root = join(import.meta.dirname, '../..');

describe('npm test', () => {
  it('runs every test file', () => {
    const { spec, ignore } = JSON.parse(readFileSync(join(root, '.mocharc.json'), 'utf8')) as Record<string, string[]>;
    const found = (patterns: readonly string[] = []) =>
      new Set(patterns.flatMap((pattern) => globSync(pattern, { cwd: root })));
    const left = found(ignore);
    const run = new Set([...found(spec)].filter((file) => !left.has(file)));
    const inVsCode = join('test', 'vscode', 'suite') + sep;
    const all = globSync('test/**/*.test.ts', { cwd: root });
    assert.ok(run.size > 50);
    assert.deepEqual(
      all.filter((file) => !run.has(file) && !file.startsWith(inVsCode)),
      [],
    );
  });
});
