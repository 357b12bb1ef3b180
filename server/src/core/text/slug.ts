/** Names as parts of addresses. */

/** `name` as web pages have it: in lower case, with hyphens between the words. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
