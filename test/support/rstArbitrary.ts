/** Random reStructuredText: pieces of every construct, put together, indented and damaged in ways nobody plans. */
import fc from 'fast-check';
import { damagedBy } from './damagedBy.ts';

/** One line or a few, of every construct that the specification names, well-formed and not quite. */
const fragments: readonly string[] = [
  'Title\n=====',
  'Part\n----',
  '====\nOver\n====',
  'Ti*t*le `x`_\n~~~~~~~~~~~~',
  'Short title\n===',
  'Too short title\n=====',
  'タイトル\n========',
  '----------',
  '===',
  'To Do\n=====',
  'TODO\n----',
  'text that goes on\nover two lines',
  'text::',
  '::',
  'text ::',
  '    indented',
  '> quoted\n> literal',
  '- bullet',
  '* [ ] box',
  '- [x] done\n\n  - [-] nested',
  '+ a\n+ b',
  '1. one\n2. two',
  '#. auto',
  '(a) letter',
  'iv) roman',
  'A. Einstein was',
  'term\n   definition',
  'term : classifier\n   definition with link_',
  ':field: body `x`_',
  ':a b: c\n   d',
  '-a  option',
  '--long=ARG  text\n   more link_',
  '/V  dos',
  '| line block\n|   with link_\n  going on',
  '>>> doctest link_\nresult',
  '.. comment link_\n   more',
  '..',
  '..\n   TODO: in a comment',
  '.. _target: http://example.org/a',
  '.. _`a: b`: c.rst',
  '.. _label:',
  '.. _alias: target_',
  '.. _split:\n   http://example.org/\n   long',
  '__ http://anonymous.org',
  '.. __: other.html',
  '.. [1] foot `x`_',
  '.. [#] auto',
  '.. [#name] named',
  '.. [*] star',
  '.. [CIT] citation',
  '.. |sub| replace:: text link_',
  '.. |img| image:: a.png',
  '.. image:: pic.png\n   :target: target_\n   :name: picture',
  '.. figure:: pic.png\n   :alt: x\n\n   Caption link_\n\n   Legend `x`_',
  '.. note:: text link_',
  '.. note::\n\n   - [ ] boxed `x`_',
  '.. todo:: write `x`_\n   :class: done',
  '.. todo::\n\n   more',
  '.. code:: python\n\n   x_ = `y`_',
  '.. unknown:: x_\n\n   y_',
  '.. toctree::\n   :glob:\n\n   a\n   Title <b>\n   c*',
  '.. include:: other.rst',
  '.. topic:: A link_\n\n   text',
  '.. contents:: Here',
  '.. py:function:: f(x_)\n\n   doc_',
  '+---+----+\n| a | b_ |\n+---+----+',
  '+---+---+\n| a_ `x`_|\n+---+---+',
  '==== ====\na    b_\n==== ====\n`x`_ y\n==== ====',
  '=====  =====\n1      2_\n\n3      4\n=====  =====',
  '*em* **strong** ``literal_``',
  'ref_ `phrase ref`_ anonymous__ `phrase anon`__',
  '`text <http://a.org>`_ `text <name_>`_ `t <a\\_>`__',
  '[1]_ [#]_ [*]_ [#name]_ [CIT]_',
  '|sub| |sub|_ |sub|__',
  '_`inline target` x',
  ':doc:`a/b` :ref:`Title <label>` `x`:pep: :what:`ever`',
  'http://a.org/x_y. (https://b.org) <mailto:me@c.org>, me@d.org',
  '"*" (`) \'``\' [|] {*}',
  '\\*no\\* \\`no\\`_ a\\ b_ c\\_',
  '*open **open ``open `open |open _`open',
  'TODO: something (FIXME: else) DONE(me): that',
  '``TODO: no``',
  '@speaker',
];

/** Characters that break things: markup, odd white space, wide, combining, lone surrogates, NUL. */
const odd: readonly string[] = [
  ...'*`_|:<>[]()\\-=~.+#"\' \t\n@/',
  '\r',
  '\r\n',
  '\0',
  '\v',
  '\f',
  '\x1c',
  '\x85',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\u0301',
  '漢',
  '😀',
  '\u200b',
  '\u3000',
  'İ',
];

const indent = fc.constantFrom('', '', '', '', ' ', '  ', '   ', '    ', '\t');
const gap = fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\n\n\n');

const indented = fc.tuple(fc.constantFrom(...fragments), indent).map(([text, by]) => text.replace(/^(?=.)/gm, by));

/** A note in which constructs stand beside, below and inside of each other as chance has it. */
export const wellFormed: fc.Arbitrary<string> = fc
  .array(fc.tuple(indented, gap), { maxLength: 14 })
  .map((parts) => parts.flat().join(''));

/** Notes with characters put in, taken out and put elsewhere. */
export function damage(notes: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return damagedBy(notes, odd);
}

export const damaged: fc.Arbitrary<string> = damage(wellFormed);

/** Nothing but the characters that mean something. */
export const noise: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...odd, ...'abTODO1'), { maxLength: 120 })
  .map((parts) => parts.join(''));

/** What people put below a To Do title, and what may stand between. */
const todoItems: readonly string[] = [
  '- item',
  '- item over\n  two lines\n\n  and more',
  '* `link`_ first\n\n  - nested\n\n    * deeper',
  '1. one\n2. two\n#. three',
  'a paragraph\nof two lines',
  'introduced:\n\n- one\n- two',
  'code::\n\n    x = 1',
  '| a line\n| another\n  going on',
  '   quoted',
  '.. image:: a.png',
  '.. todo:: directive',
  '- .. note:: x',
  'TODO: marked',
  '=== ===\na   b\n=== ===',
];

/** A To Do section whose items have no boxes. */
export const todoSection: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...todoItems), { maxLength: 8 })
  .map((parts) => ['To Do\n=====', ...parts, ''].join('\n\n'));

/** Any of these. */
export const anyNote: fc.Arbitrary<string> = fc.oneof(wellFormed, damaged, noise);
