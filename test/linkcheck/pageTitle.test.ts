import assert from 'node:assert/strict';
import { pageTitle } from '../../server/src/linkcheck/pageTitle.ts';

const cases: readonly (readonly [html: string, title: string | undefined])[] = [
  ['<html><head><title>A page</title>', 'A page'],
  ['<TITLE lang="en">\n  A\n  page </TITLE>', 'A page'],
  ['<title>A &amp; B &#8211; &#x43;&nbsp;&unknown; &lt;d&gt;</title>', 'A & B – C &unknown; <d>'],
  ['<title></title><p>Text', undefined],
  ['<title>never closed', undefined],
  ['<p>no title', undefined],
  ['<subtitle>x</subtitle>', undefined],
  ['<title>&#0;&#xD800;</title>', '&#0;&#xD800;'],
  [`<title>${'word '.repeat(100)}</title>`, `${'word '.repeat(40).trim()} …`],
  [`<title>x${'😀'.repeat(200)}</title>`, `x${'😀'.repeat(99)} …`],
];

describe('the title of a page', () => {
  for (const [html, title] of cases) {
    it(`of ${html.slice(0, 60)}`, () => assert.equal(pageTitle(html), title));
  }

  // Mocha's own time limit is the check.
  for (const piece of ['<title ', '<title>', '&#', '<title x="']) {
    it(`is read in linear time: ${piece}`, () => void pageTitle(piece.repeat((1 << 20) / piece.length)));
  }
});
