/**
 * Megabytes that nobody writes, each of which would take minutes were a construct read in more than linear time: mocha's
 * own time limit is the check. How fast they are is for the benchmark to say.
 */
import assert from 'node:assert/strict';
import { markdown } from '../../../server/src/core/dialects/markdown/markdown.ts';
import { deep, repeated, SIZE } from '../../support/megabytes.ts';
import { readNote } from '../../support/toggled.ts';

/** Runs of backquotes of ever other lengths. */
function backquotes(): string {
  const runs: string[] = [];
  for (let length = 0, count = 1; length < SIZE; length += count + 2, count++) {
    runs.push('`'.repeat(count), 'a ');
  }
  return runs.join('');
}

const patterns: Readonly<Record<string, string>> = {
  'one long line': repeated('word '),
  'one long word': repeated('a'),
  'blank lines': repeated('\n'),
  'blank lines in a deep list': `${'- '.repeat(1000)}a${repeated('\n')}`,
  CR: repeated('a\r'),
  tabs: repeated('\t'),
  'quote marks': repeated('>'),
  'quote marks with spaces': repeated('> '),
  'quoted lines': repeated('> > > > > > > > a\n'),
  'opening brackets': repeated('['),
  'opening and closing brackets': '['.repeat(SIZE / 2) + ']'.repeat(SIZE / 2),
  'brackets with a definition': `[a]: b\n\n${repeated('[a')}`,
  'links that stay open': repeated('[a](b'),
  'destinations that stay open': repeated('[a](<b'),
  'titles that stay open': repeated('[a](b "c'),
  'labels that stay open': repeated('[a][b'),
  'links in links': `${'['.repeat(SIZE / 8)}a${'](b)'.repeat(SIZE / 8)}`,
  'images in images': `${'!['.repeat(SIZE / 8)}a${'](b)'.repeat(SIZE / 8)}`,
  'wiki links that stay open': repeated('[[a'),
  'footnotes that stay open': `[^a]: b\n\n${repeated('[^a')}`,
  stars: repeated('*a **a '),
  'stars that open and close': repeated('*a_b*c_'),
  tildes: repeated('a~b~~c'),
  'a title of stars': `# ${repeated('*a **a ')}`,
  'a title of many runs': `# ${repeated('a**b_c*')}`,
  backquotes: repeated('`a ``b '),
  'backquotes of all lengths': backquotes(),
  'tags that stay open': repeated('<a b="'),
  'tags of many attributes': repeated('<a b c d '),
  'tags without value': repeated('<b>'),
  'comments that stay open': repeated('a <!-- '),
  'instructions that stay open': repeated('a <? <!A <![CDATA[ '),
  autolinks: repeated('<a:'),
  'mail addresses': repeated('a@b.c '),
  'mail addresses without end': repeated('a@a@'),
  addresses: repeated('http://a.b,'),
  'punctuation behind an address': `http://a.b${repeated('!?.')}x`,
  'character references behind an address': `http://a.b${repeated('&a')}`,
  'addresses in brackets': repeated('[http://a.b `c` '),
  'www in brackets': repeated('"www.a.b [c] '),
  underscores: `www.${repeated('_a')}`,
  'character references': repeated('&amp;&#1'),
  backslashes: repeated('\\'),
  dollars: repeated('$a '),
  'math that stays open': repeated('$$\n\n'),
  'fences that stay open': repeated('```a\n'),
  'fences with a backquote': repeated('```a`\n'),
  'HTML that stays open': repeated('<div>\n'),
  'scripts that stay open': `<script>\n${repeated('<script\n')}`,
  'a block of HTML with open tags': `<div>\n${repeated('<a b\n')}`,
  'a block of HTML with open comments': `<div>\n${repeated('<!--\n')}`,
  definitions: Array.from({ length: 60_000 }, (_, index) => `[a${index}]: b\n`).join(''),
  'definitions and their uses': Array.from({ length: 30_000 }, (_, index) => `[a${index}]: b\n\n[a${index}]\n`).join(
    '',
  ),
  'definitions that stay open': repeated('[a]: b "c\n'),
  'definitions without destination': repeated('[a]:\n'),
  'long labels': repeated(`[${'a'.repeat(998)}`),
  'front matter that never ends': `---\n${repeated('a: b\n')}`,
  'front matter of wanted fields': `---\n${repeated('title: "b"\n')}---\n`,
  titles: repeated('# Title\n'),
  'titles of one line and its underline': repeated('Title\n===\n'),
  'a long title': `# ${repeated('a ')}`,
  'a title of many lines': `${repeated('a\n')}===`,
  'closing marks': repeated('# a #\n'),
  'breaks that are none': repeated('* '),
  'breaks that end in a letter': `${repeated('* ')}a`,
  'bullets on one line': repeated('- '),
  'enumerators on one line': repeated('1. '),
  'deep lists': deep('- a', 2),
  'deep quotes': Array.from({ length: 1400 }, (_, index) => `${'>'.repeat(index)}a\n\n`).join(''),
  'lazy lines': `> a\n${repeated('b\n')}`,
  'to-dos': `# To Do\n\n${repeated('- [ ] a\n')}`,
  'markers in one paragraph': repeated('TODO: a\n'),
  'markers with open owners': repeated('TODO(a '),
  'markers beside code': repeated('`a` TODO: b '),
  'a table of many rows': `| a |\n| - |\n${repeated('| b |\n')}`,
  'a table of many columns': `${'|a'.repeat(SIZE / 8)}|\n${'|-'.repeat(SIZE / 8)}|\n${'|b'.repeat(SIZE / 8)}|\n`,
  'rows that are no table': repeated('|-|-\n'),
  'block ids': repeated('a ^b\n\n'),
};

describe('a megabyte of Markdown:', () => {
  for (const [name, text] of Object.entries(patterns)) {
    it(name, () => {
      assert.equal(readNote(text, markdown).lines.length, text.length);
    });
  }
});
