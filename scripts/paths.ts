import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder: the one with package.json. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where downloaded programs, profiles and screenshots are kept. Ignored by git, safe to delete. */
export const cacheFolder = join(projectRoot, '.vscode-test');
