import assert from 'node:assert/strict';
import fc from 'fast-check';
import { basename, dirname, extname, isInside, join, relativePath } from '../../../server/src/core/text/path.ts';

describe('join', () => {
  for (const [folder, relative, expected] of [
    ['/a/b', 'c.rst', '/a/b/c.rst'],
    ['/a/b', './c/./d', '/a/b/c/d'],
    ['/a/b', '../c', '/a/c'],
    ['/a/b', 'c//d/', '/a/b/c/d'],
    ['/a/b', '../../../c', '/c'],
    ['/a/b', '', '/a/b'],
    ['/', 'a', '/a'],
    ['/c:/notes', '../x', '/c:/x'],
    ['scheme://host/a', '../b', 'scheme://host/b'],
    ['scheme://host/a', '../../b', 'scheme://host/b'],
    ['scheme://host', 'a', 'scheme://host/a'],
    ['/a/b', 'x://y', '/a/b/x:/y'],
    ['/a b/ü', '漢.rst', '/a b/ü/漢.rst'],
  ] as const) {
    it(`of ${folder} and ${relative || 'nothing'} is ${expected}`, () =>
      assert.equal(join(folder, relative), expected));
  }
});

describe('dirname and basename', () => {
  for (const [path, folder, name] of [
    ['/a/b.rst', '/a', 'b.rst'],
    ['/a', '/', 'a'],
    ['/', '/', ''],
    ['/c:/a.rst', '/c:', 'a.rst'],
    ['scheme://host/a/b', 'scheme://host/a', 'b'],
    ['scheme://host/a', 'scheme://host/', 'a'],
  ] as const) {
    it(`of ${path} are ${folder} and ${name || 'nothing'}`, () => {
      assert.equal(dirname(path), folder);
      assert.equal(basename(path), name);
    });
  }
});

describe('extname', () => {
  for (const [path, expected] of [
    ['/a/b.rst', '.rst'],
    ['/a/B.RST', '.RST'],
    ['/a/b.tar.gz', '.gz'],
    ['/a.d/b', ''],
    ['/a/.hidden', ''],
    ['/a/b.', '.'],
  ] as const) {
    it(`of ${path} is ${expected || 'nothing'}`, () => assert.equal(extname(path), expected));
  }
});

describe('isInside', () => {
  for (const [path, folder, expected] of [
    ['/a/b', '/a', true],
    ['/a', '/a', true],
    ['/ab', '/a', false],
    ['/a', '/a/b', false],
    ['/a', '/', true],
    ['scheme://host/a', 'scheme://host/', true],
    ['scheme://other/a', 'scheme://host/', false],
  ] as const) {
    it(`is ${expected} of ${path} and ${folder}`, () => assert.equal(isInside(path, folder), expected));
  }
});

describe('relativePath', () => {
  for (const [folder, path, expected] of [
    ['/a/b', '/a/b/c.rst', 'c.rst'],
    ['/a/b', '/a/c/d.rst', '../c/d.rst'],
    ['/a/b', '/x.rst', '../../x.rst'],
    ['/', '/a/b', 'a/b'],
    ['/a/b', '/a/b', '../b'],
    ['scheme://host/a', 'scheme://host/b/c', '../b/c'],
    ['/c:/a', '/c:/b', '../b'],
  ] as const) {
    it(`from ${folder} to ${path} is ${expected}`, () => assert.equal(relativePath(folder, path), expected));
  }

  it('leads to where it came from, once joined', () => {
    const name = fc.constantFrom('a', 'b', 'c d', 'é', 'x.rst');
    const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(fc.constantFrom('', '/c:', 'scheme://host'), path, path, (root, from, to) => {
        assert.equal(join(root + from, relativePath(root + from, root + to)), root + to);
      }),
    );
  });
});
