import assert from 'node:assert/strict';
import { fileLinkText, webLinkText } from '../../server/src/features/linkText.ts';
import { entryOf } from '../support/workspace.ts';

/** `text` with what stands between its bars replaced by a link, or left where none can be written. */
function linked(path: string, marked: string, what: string | readonly string[]): string {
  const [before = '', selected = '', after = ''] = marked.split('¦');
  const text = before + selected + after;
  const entry = entryOf(path, text)!;
  const selection = { start: before.length, end: before.length + selected.length };
  const written =
    typeof what === 'string' ? webLinkText(entry, text, selection, what) : fileLinkText(entry, text, selection, what);
  return written === undefined ? 'nothing' : before + written + after;
}

const rows: readonly (readonly [path: string, text: string, what: string | readonly string[], linked: string])[] = [
  ['/ws/n.rst', 'See ¦the docs¦.', 'http://a.org/x_', 'See `the docs <http://a.org/x%5F>`__.'],
  ['/ws/n.rst', 'See ¦a `b` <c>¦.', 'http://a.org', 'See `a \\`b\\` \\<c\\> <http://a.org>`__.'],
  ['/ws/n.rst', 'Code::\n\n  ¦text¦\n', 'http://a.org', 'nothing'],
  ['/ws/n.rst', 'See ¦¦.', 'http://a.org', 'nothing'],
  ['/ws/n.md', 'See ¦the [docs]¦.', 'http://a.org', 'See [the \\[docs\\]](http://a.org).'],
  ['/ws/n.md', '```\n¦text¦\n```\n', 'http://a.org', 'nothing'],
  ['/ws/n.rst', 'See ¦¦.', ['/ws/sub/my note.rst'], 'See :doc:`sub/my note`.'],
  ['/ws/sub/n.rst', 'See ¦the plan¦.', ['/ws/a.pdf'], 'See :download:`the plan <../a.pdf>`.'],
  ['/ws/n.rst', 'Text.\n\n¦¦\n', ['/ws/my pic.png'], 'Text.\n\n.. image:: my%20pic.png\n'],
  ['/ws/n.rst', 'Text ¦¦ more.\n', ['/ws/pic.png'], 'Text :download:`pic.png` more.\n'],
  ['/ws/n.rst', '¦¦\r\n', ['/ws/a.rst', '/ws/b.pdf'], ':doc:`a`\r\n:download:`b.pdf`\r\n'],
  ['/ws/n.md', 'See ¦¦.', ['/ws/sub/my note.md'], 'See [my note](sub/my%20note.md).'],
  ['/ws/n.md', '¦¦\n', ['/ws/a(b.png'], '![a(b](a%28b.png)\n'],
];

describe('link text', () => {
  for (const [path, text, what, expected] of rows) {
    it(`${JSON.stringify(text)} and ${String(what)}`, () => assert.equal(linked(path, text, what), expected));
  }
});
