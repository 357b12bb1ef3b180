/** README.md as it goes into packages: without what is about a checkout, and with the pictures that were made. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const checkoutOnly = /<!-- checkout -->[\s\S]*?<!-- \/checkout -->\n*/g;
const picture = /<!-- picture: (\S+) (.*?) -->/g;

/**
 * A part between `<!-- checkout -->` and `<!-- /checkout -->` is left out. `<!-- picture: NAME TEXT -->` becomes that picture
 * where `pictures` has it: in a checkout there is none, so that README.md has no dead link there.
 */
export function packedReadme(readme: string, pictures: string): string {
  return readme
    .replaceAll(checkoutOnly, '')
    .replaceAll(picture, (mark: string, name: string, text: string) =>
      existsSync(join(pictures, name)) ? `![${text}](docs/pictures/${name})` : mark,
    );
}
