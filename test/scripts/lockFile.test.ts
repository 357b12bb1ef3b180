/** That `npm ci` can work from the lock file, on every system. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe('package-lock.json', () => {
  it('names packages of other systems, too, which a registry that lacks them makes npm leave out', () => {
    const file = join(import.meta.dirname, '../../package-lock.json');
    const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Locked> };
    const wanted = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => [`${at}/node_modules/${name}`, `node_modules/${name}`]),
    );
    assert.ok(wanted.length > 0);
    assert.deepEqual(
      wanted.filter((places) => places.every((place) => packages[place.replace(/^\//, '')] === undefined)),
      [],
      'complete the lock file with `npm install --package-lock-only` at a registry that has them',
    );
  });
});
