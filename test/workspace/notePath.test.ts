import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isOnDisk, pathToUri, uriToPath } from '../../server/src/workspace/notePath.ts';

describe('notePath', () => {
  const spellings: readonly [uri: string, path: string, back: string][] = [
    ['file:///home/me/a.rst', '/home/me/a.rst', 'file:///home/me/a.rst'],
    ['file:///c:/notes/a.rst', '/c:/notes/a.rst', 'file:///c%3A/notes/a.rst'],
    ['file:///C:/notes/a.rst', '/c:/notes/a.rst', 'file:///c%3A/notes/a.rst'],
    ['file:///C%3A/notes/a.rst', '/c:/notes/a.rst', 'file:///c%3A/notes/a.rst'],
    ['FILE:///home/a.rst', '/home/a.rst', 'file:///home/a.rst'],
    ['file://Server/share/a.rst', 'file://server/share/a.rst', 'file://server/share/a.rst'],
    ['file:///a%20b/%23%25.rst', '/a b/#%.rst', 'file:///a%20b/%23%25.rst'],
    ['file:///a b/%', '/a b/%', 'file:///a%20b/%25'],
    ['file:///%E6%97%A5%E6%9C%AC/%F0%9F%98%80.rst', '/日本/😀.rst', 'file:///%E6%97%A5%E6%9C%AC/%F0%9F%98%80.rst'],
    ['file:///notes/', '/notes', 'file:///notes'],
    ['file:///notes/../a//b.rst', '/a/b.rst', 'file:///a/b.rst'],
    ['file:///', '/', 'file:///'],
    ['untitled:Untitled-1', 'untitled://./Untitled-1', 'untitled:Untitled-1'],
    ['untitled:/home/a.rst', 'untitled:///home/a.rst', 'untitled:/home/a.rst'],
    ['vscode-remote://ssh/home/a.rst', 'vscode-remote://ssh/home/a.rst', 'vscode-remote://ssh/home/a.rst'],
  ];
  for (const [uri, path, back] of spellings) {
    it(`reads ${uri}`, () => {
      assert.equal(uriToPath(uri), path);
      assert.equal(pathToUri(path), back);
    });
  }

  it('keeps versions of one file apart', () => {
    const head = 'git:/home/a.rst?%7B%22ref%22%3A%22HEAD%22%7D';
    const index = 'git:/home/a.rst?%7B%22ref%22%3A%22~%22%7D';
    assert.notEqual(uriToPath(head), uriToPath(index));
    assert.equal(pathToUri(uriToPath(head) ?? ''), head);
    assert.equal(pathToUri(uriToPath(index) ?? ''), index);
  });

  it('says what is no URI', () => {
    for (const text of ['', 'a.rst', '/home/a.rst', 'a b:c', 'file:////x']) {
      assert.equal(uriToPath(text), undefined, text);
    }
  });

  it('tells files from other documents', () => {
    assert.equal(isOnDisk('/home/a.rst'), true);
    assert.equal(isOnDisk('file://server/share/a.rst'), true);
    assert.equal(isOnDisk('untitled://./Untitled-1'), false);
  });

  it('brings every path back', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/^\.{0,2}$|\//.test(text));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        const path = `/home/${names.join('/')}`;
        assert.equal(uriToPath(pathToUri(path)), path);
      }),
    );
  });
});
