/** The command line tool, put together for Node. */
import { defaultParseOptions } from '../core/dialects/dialect.ts';
import { nodeClock } from '../platform/node/clock.ts';
import { nativePath, nodeFileSystem } from '../platform/node/fileSystem.ts';
import { nodeTextFiles } from '../platform/node/textFiles.ts';
import { shownPath } from './places.ts';
import { ProcessTerminal } from './processTerminal.ts';
import { runProgram } from './program.ts';
import { packageVersion } from './version.ts';

const terminal = new ProcessTerminal(process);
const cwd = process.cwd();
process.exitCode = await runProgram(
  {
    terminal,
    fileSystem: nodeFileSystem,
    clock: nodeClock,
    parse: defaultParseOptions,
    files: nodeTextFiles,
    web: async () => {
      const web = await import('../platform/node/web/webPlatform.ts');
      return { openHttpClient: web.openHttpClient, openVerdictFile: web.openVerdictFile, clock: web.nodeLinkClock };
    },
    cwd,
    show: (path) => shownPath(cwd, nativePath(path) ?? path),
  },
  packageVersion(import.meta.dirname),
  process.argv.slice(2),
);
terminal.flush();
