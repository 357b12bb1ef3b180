/** The places that a page offers to links. */

/** Those of `wanted` that the page `html` has, as `id` or as an anchor's `name`. */
export function findFragments(html: string, wanted: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, quoted, single, bare] of html.matchAll(
    /\b(?:id|name)\s{0,9}=\s{0,9}(?:"([^"<>]{1,512})"|'([^'<>]{1,512})'|([^\s"'<>=]{1,512}))/gi,
  )) {
    names.add(unescaped(quoted ?? single ?? bare ?? ''));
  }
  return new Set(wanted.filter((fragment) => names.has(fragment) || names.has(`user-content-${fragment}`)));
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
