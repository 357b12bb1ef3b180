import assert from 'node:assert/strict';
import { fileLinkText, webLinkText } from '../../server/src/features/linkText.ts';
import { appliedEdits } from '../../server/src/features/todos/movedBack.ts';
import { entryOf } from '../support/workspace.ts';

/** `text` with what stands between its bars replaced by a link, or left where none can be written. */
function linked(path: string, marked: string, what: string | readonly string[], title?: string): string {
  const [before = '', selected = '', after = ''] = marked.split('¦');
  const text = before + selected + after;
  const entry = entryOf(path, text)!;
  const selection = { start: before.length, end: before.length + selected.length };
  if (typeof what !== 'string') {
    const written = fileLinkText(entry, text, selection, what);
    return written === undefined ? 'nothing' : before + written + after;
  }
  const link = webLinkText(entry, text, selection, what, title);
  const edits = link && [...link.edits, { span: selection, text: link.text }];
  return edits === undefined
    ? 'nothing'
    : appliedEdits(
        text,
        edits.toSorted((a, b) => a.span.start - b.span.start),
      );
}

const rows: readonly (readonly [path: string, text: string, what: string | readonly string[], linked: string])[] = [
  [
    '/ws/n.rst',
    '`x <http://x.org>`_\n\nSee ¦the docs¦.',
    'http://a.org/x_',
    '`x <http://x.org>`_\n\nSee `the docs <http://a.org/x%5F>`__.',
  ],
  [
    '/ws/n.rst',
    '`x <http://x.org>`_\n\nSee ¦a `b` <c>¦.',
    'http://a.org',
    '`x <http://x.org>`_\n\nSee `a \\`b\\` \\<c\\> <http://a.org>`__.',
  ],
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

/** What is pasted at a cursor, where the page at `http://a.org` is titled “The page”. */
const titled: readonly (readonly [path: string, text: string, linked: string])[] = [
  ['/ws/n.rst', 'See ¦¦.\n', 'See `The page`_.\n\n.. _`The page`: http://a.org\n'],
  ['/ws/n.rst', '¦¦', '`The page`_\n\n.. _`The page`: http://a.org\n'],
  [
    '/ws/n.rst',
    'See ¦¦.\r\n\r\n.. _x: http://x.org\r\n',
    'See `The page`_.\r\n\r\n.. _x: http://x.org\r\n.. _`The page`: http://a.org\r\n',
  ],
  [
    '/ws/n.rst',
    'The page\n========\n\n¦¦\n',
    'The page\n========\n\n`The page <The page 2_>`__\n\n.. _`The page 2`: http://a.org\n',
  ],
  ['/ws/n.rst', 'See ¦¦ and x_.\n\n.. _x: http://a.org\n', 'See `The page <x_>`__ and x_.\n\n.. _x: http://a.org\n'],
  ['/ws/n.rst', '`x <http://x.org>`_\n\n¦¦\n', '`x <http://x.org>`_\n\n`The page <http://a.org>`__\n'],
  ['/ws/n.rst', '.. _x: http://x.org\n\n¦¦\n', '.. _x: http://x.org\n.. _`The page`: http://a.org\n\n`The page`_\n'],
  ['/ws/n.rst', '::\n\n  ¦¦\n', 'nothing'],
  ['/ws/n.md', 'See ¦¦.\n', 'See [The page](http://a.org).\n'],
  [
    '/ws/n.md',
    'See ¦¦ and [x].\n\n[x]: http://x.org\n',
    'See [The page] and [x].\n\n[x]: http://x.org\n[The page]: http://a.org\n',
  ],
  ['/ws/n.md', '```\n¦¦\n```\n', 'nothing'],
];

describe('link text', () => {
  for (const [path, text, expected] of titled) {
    it(`${JSON.stringify(text)} and a page with a title (${path})`, () => {
      assert.equal(linked(path, text, 'http://a.org', 'The page'), expected);
    });
  }

  it('has a label that is selected at the note’s end, too', () => {
    assert.equal(
      linked('/ws/n.rst', 'See ¦the docs¦.\n', 'http://a.org/x_', 'The page'),
      'See `the docs`_.\n\n.. _`the docs`: http://a.org/x%5F\n',
    );
  });

  for (const [path, text, what, expected] of rows) {
    it(`${JSON.stringify(text)} and ${String(what)}`, () => assert.equal(linked(path, text, what), expected));
  }
});
