/** README.md as it goes into packages: without what is about a checkout, and with the pictures where they are published. */

const checkoutOnly = /<!-- checkout -->[\s\S]*?<!-- \/checkout -->\n*/g;
const picture = /<!-- picture: (\S+) (.*?) -->/g;

/**
 * A part between `<!-- checkout -->` and `<!-- /checkout -->` is left out. `<!-- picture: NAME TEXT -->` becomes the picture of
 * that name below `pictures`, an address. Galleries show pictures from the web only, and a checkout has none at all, so
 * without an address the marks stay, and nobody sees them.
 */
export function packedReadme(readme: string, pictures?: string): string {
  const plain = readme.replaceAll(checkoutOnly, '');
  return pictures === undefined ? plain : withPictures(plain, pictures);
}

/** Each picture's mark replaced by the picture. */
export function withPictures(readme: string, base: string): string {
  return readme.replaceAll(picture, (_, name: string, text: string) => `![${text}](${base}/${name})`);
}

/** Links to what is not packed, for which `has` is asked, become plain text. */
export function withoutDeadLinks(page: string, has: (path: string) => boolean): string {
  return page.replaceAll(
    /(?<!!)\[([^\]]+)\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g,
    (link: string, text: string, path: string) => (has(path) ? link : text),
  );
}
