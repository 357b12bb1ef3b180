import assert from 'node:assert/strict';
import { ignoreText, isIgnored, readIgnore } from '../../../server/src/core/model/ignore.ts';

const span = { start: 0, end: 0 };

function ignored(comment: string, code: string, target?: string): boolean {
  const read = readIgnore(comment, span);
  return read !== undefined && isIgnored([read], code, target);
}

describe('ignore comments', () => {
  const rows: readonly [comment: string, code: string, target: string | undefined, ignored: boolean][] = [
    ['talk-notes-ignore: link.file-missing', 'link.file-missing', 'a.rst', true],
    ['talk-notes-ignore: link.file-missing', 'link.anchor-missing', 'a.rst', false],
    ['talk-notes-ignore: link.file-missing a.rst', 'link.file-missing', 'a.rst', true],
    ['talk-notes-ignore: link.file-missing a.rst', 'link.file-missing', 'b.rst', false],
    ['talk-notes-ignore: link.file-missing my file.pdf', 'link.file-missing', 'my file.pdf', true],
    ['talk-notes-ignore: heading.invalid, heading.underline-short', 'heading.underline-short', undefined, true],
    ['talk-notes-ignore: web.*', 'web.gone', 'http://a.org', true],
    ['talk-notes-ignore: web.*', 'link.file-missing', 'a', false],
    ['talk-notes-ignore: toybox', 'web.host-missing', 'http://toybox/wiki', true],
    ['talk-notes-ignore: toybox', 'web.host-missing', 'http://toybox:8000/wiki', true],
    ['talk-notes-ignore: toybox', 'web.host-missing', 'http://toybox.org/wiki', false],
    ['talk-notes-ignore: link.example', 'web.gone', 'https://me@link.example/', false],
    ['talk-notes-ignore: web.gone a.example', 'web.gone', 'https://me@A.example/', true],
    ['talk-notes-ignore: http://a.org/b', 'web.gone', 'http://a.org/b', true],
    ['talk-notes-ignore: http://a.org/b', 'web.gone', 'http://a.org/', false],
    ['talk-notes-ignore: My Label', 'link.reference-undefined', 'my label', true],
    ['talk-notes-ignore: a.rst', 'heading.invalid', undefined, false],
    ['talk-notes-ignore:', 'link.file-missing', 'a', false],
    ['another comment', 'link.file-missing', 'a', false],
  ];
  for (const [comment, code, target, expected] of rows) {
    it(`“${comment}” and ${code} ${target ?? ''}`, () => assert.equal(ignored(comment, code, target), expected));
  }

  it('are read back as they are written', () => {
    assert.deepEqual(readIgnore(ignoreText('link.file-missing', 'my file.pdf'), span), {
      span,
      codes: ['link.file-missing'],
      target: 'my file.pdf',
    });
    assert.deepEqual(readIgnore(ignoreText('heading.invalid'), span), { span, codes: ['heading.invalid'] });
  });
});
