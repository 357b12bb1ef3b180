/** Random Markdown: pieces of every construct, put together, indented and damaged in ways nobody plans. */
import fc from 'fast-check';
import { damagedBy } from './damagedBy.ts';

/** One line or a few, of every construct, well-formed and not quite. */
const fragments: readonly string[] = [
  '# Title',
  '## Part ##',
  '#nospace',
  'Title\n===',
  'Part\n---',
  '# [a] *b* `c`',
  '***',
  '- - -',
  'text that goes on\nover two lines',
  '    code',
  '```\ncode\n```',
  '~~~ md\n# no',
  '```a`b',
  '> quote',
  '> quote\nlazy',
  '>> deep\n> less',
  '> - [ ] box\n> - [x] [a](b)',
  '- item',
  '- [ ] open\n- [x] done',
  '* a\n  - b\n    - [X] c',
  '+ a\n\n  second paragraph',
  '1. one\n2. two',
  '2) two',
  '-\n  late',
  '-     code in item',
  '- # Title in item',
  '[a]: /url',
  "[b c]: <x y> 'title'",
  '[a]:\n  /url\n  "title\n  goes on"',
  '[d]: x bad title',
  '[^1]: note',
  '[^n]: note\n    goes on\n\n    more',
  '[link](url) [b](<c d> "t") [e]()',
  '[link][a] [a][] [a] [b C][]',
  '[gone][nowhere] [x] [ ] [^1] [^n] [^z]',
  '![image](i.png) ![image][a] ![a]',
  '[a [b](c) d](e) ![f [g](h)](i) [![j](k)](l)',
  '<http://a.org> <me@a.org> <not it>',
  'http://a.org/b. www.a.org, me@a.org; (https://a.org/c_(d))',
  '[http://a.org](b) [http://c.org] [www.d.org',
  '<a href="b">c</a> <img src=d> <a id="e">',
  '<div>\n[a](b)\n</div>',
  '<!-- [a](b) -->',
  '<!--\nTODO: x\n',
  '<script>\n[a](b)\n</script>',
  '<b>\n*x*',
  '| a | [b](c) |\n| - | :-: |\n| `d\\|e` | f',
  'a | b\n--|--',
  '| a |\n| - | - |',
  '$$\n[a](b)\n$$',
  '[[note]] [[note#part|label]] ![[embed]] [[b c]]',
  'text ^id',
  '`code [a](b)` ``two ` `` `open',
  '*em* **strong** _under_ snake_case ~~gone~~ *open',
  '\\[a](b) \\`c\\` &amp; &copy; &#35; \\\\',
  'TODO: text\n<!-- FIXME: comment -->',
  '# To Do\n\n- one\n- two',
  '> [!note]\n> text',
];

/** Characters that break things: marks, odd white space, wide, combining, lone surrogates, NUL. */
const odd: readonly string[] = [
  ...'*_`[]()<>!#-+=~|:\\"\' \t\n&;^$.@/0159ax',
  '\r',
  '\r\n',
  '\n\n',
  '](',
  '][',
  '```',
  '    ',
  '\0',
  '\f',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\u0301',
  '\u00a0',
  '漢',
  '😀',
  'İ',
  'ẞ',
];

const indent = fc.constantFrom('', '', '', '', ' ', '  ', '   ', '    ', '\t', '> ', '- ', '1. ', '     ');
const gap = fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\n\n\n', '\n>\n', ' ');

const indented = fc.tuple(fc.constantFrom(...fragments), indent, fc.boolean()).map(([text, by, each]) => {
  return each || !/^\S/.test(by)
    ? text.replace(/^(?=.)/gm, by)
    : by + text.replace(/\n(?=.)/g, `\n${' '.repeat(by.length)}`);
});

/** A note in which constructs stand beside, below and inside of each other as chance has it. */
export const wellFormed: fc.Arbitrary<string> = fc
  .array(fc.tuple(indented, gap), { maxLength: 10 })
  .map((parts) => parts.flat().join(''));

/** Such a note with characters put in, taken out and put elsewhere. */
export const damaged: fc.Arbitrary<string> = damagedBy(wellFormed, odd);

/** Nothing but the characters that mean something. */
export const noise: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...odd), { maxLength: 60 })
  .map((parts) => parts.join(''));

/** What people put below a To Do title, and what may stand between. */
const todoItems: readonly string[] = [
  '- item',
  '- item over\n  two lines\n\n  and more',
  '* [link](a) first\n  - nested\n    * deeper',
  '1. one\n2. two\n3) three',
  'a paragraph\nof two lines',
  'introduced:\n\n- one\n- two',
  '```\ncode\n```',
  '> quoted',
  '> - quoted item\n> goes on',
  '![image](a.png)',
  '- `code` in it',
  '- *marked* up',
  'TODO: marked',
  '| a |\n| - |\n| b |',
  '<!-- comment -->',
];

/** A To Do section whose items have no boxes. */
export const todoSection: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...todoItems), { maxLength: 8 })
  .map((parts) => ['# To Do', ...parts, ''].join('\n\n'));

/** Any of these. */
export const anyNote: fc.Arbitrary<string> = fc.oneof(wellFormed, damaged, noise);
