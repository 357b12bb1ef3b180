/** A folder for tests that is on no disk, and the extension that VS Code reads it with. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Builds the extension below `folder`, with the text files of `from` in it; gives where it is. */
export async function buildMemoryFiles(folder: string, from: string): Promise<string> {
  const extension = join(folder, 'memory-files');
  const names = globSync('**/*.*', { cwd: from });
  const files = Object.fromEntries(
    names.map((name) => [`/notes/${name.replaceAll('\\', '/')}`, readFileSync(join(from, name), 'utf8')]),
  );
  await build({
    entryPoints: [join(import.meta.dirname, 'memoryFiles.ts')],
    outfile: join(extension, 'extension.js'),
    bundle: true,
    format: 'cjs',
    external: ['vscode'],
    define: { FILES: JSON.stringify(files) },
  });
  const manifest = {
    ...{ name: 'memory-files', publisher: 'talk-notes-tests', version: '1.0.0', engines: { vscode: '^1.101.0' } },
    ...{ browser: './extension.js', activationEvents: ['onFileSystem:memory'] },
    capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
  };
  writeFileSync(join(extension, 'package.json'), JSON.stringify(manifest));
  return extension;
}

/** What VS Code opens to see these files. */
export const virtualFolder = 'memory:/notes';
