import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { cacheFolder, projectRoot } from '../paths.ts';
import { onShutdown } from '../support/shutdown.ts';
import { obtainCodeServer } from './codeServer.ts';
import { installFromFolder } from './installedExtension.ts';
import { makeProfile, quietSettings } from './profile.ts';
import { startVsCodeServer } from './server.ts';
import { showPage } from './showPage.ts';
import { workbenchUrl } from './workbenchUrl.ts';

/** VS Code in the browser keeps what it remembers by its address, so it is started at the same one where that is free. */
const usualPort = 41870;

/** Serves VS Code with the extension on `folder`, for this machine only, until this process is told to stop. */
export async function openInBrowser(folder: string): Promise<void> {
  const main = await obtainCodeServer();
  const home = join(cacheFolder, 'start');
  const profile = await makeProfile(home, quietSettings);
  await installFromFolder(projectRoot, profile);
  const token = randomBytes(24).toString('hex');
  const tokenFile = join(home, 'connection-token');
  await writeFile(tokenFile, token, { mode: 0o600 });
  const server = await startVsCodeServer({
    main,
    profile,
    port: await freePort(usualPort),
    tokenFile,
    trustAll: true,
    mode: 'person',
    env: process.env,
  });
  let stopping = false;
  onShutdown(() => {
    stopping = true;
    return server.stop();
  });
  const url = workbenchUrl({ origin: server.origin, folder, token });
  console.log(`\nVS Code with Talk Notes, on ${folder}:\n\n  ${url}\n\nCtrl+C stops it.`);
  showPage(url);
  const code = await server.exited;
  if (!stopping) throw new Error(`VS Code ended by itself (${code}); see ${profile.serverLog}`);
}

/** The port, if nobody listens on it; else 0, for any. */
function freePort(port: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)));
  });
}
