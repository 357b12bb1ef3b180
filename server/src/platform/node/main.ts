/** Entry point of the server as a process of its own. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../../lsp/server.ts';
import { nodeClock } from './clock.ts';
import { settleEngine } from './engine.ts';
import { nodeFileSystem } from './fileSystem.ts';
import { exitWithParent } from './parentWatch.ts';
import { nodeWeb } from './web/webPlatform.ts';

const help = `Usage: talk-notes-server --stdio

Language server for talk notes in reStructuredText. An editor starts it and speaks the Language Server Protocol with it.

  --stdio         speak over standard input and output
  --node-ipc      speak over the IPC channel of a Node parent
  --socket=PORT   connect to a port of this machine
  --pipe=NAME     connect to a named pipe
  --version       print the version
  --help          print this
`;

settleEngine();

const arguments_ = process.argv.slice(2);
const home = packageFolder(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };

if (arguments_.includes('--version')) {
  console.log(version);
} else if (
  arguments_.includes('--help') ||
  !arguments_.some((each) => /^--(stdio|node-ipc|socket|pipe)\b/.test(each))
) {
  console.log(help);
  process.exitCode = arguments_.includes('--help') ? 0 : 2;
} else {
  // Over IPC nothing else tells that the parent is gone.
  process.on('disconnect', () => process.exit(1));
  startServer(createConnection(ProposedFeatures.all), {
    fileSystem: nodeFileSystem,
    clock: nodeClock,
    version,
    findingsHelp: pathToFileURL(join(home, 'docs', 'findings')).href,
    web: nodeWeb,
    watchParent: exitWithParent,
  });
}

/** Both the sources and the bundle lie below it. */
function packageFolder(from: string): string {
  return existsSync(join(from, 'package.json')) || from === dirname(from) ? from : packageFolder(dirname(from));
}
