/** The web as Node has it, for the entry points: asking, remembering, and the time. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { LinkClock } from '../../../linkcheck/ports.ts';
import { isPublicAddress } from '../../../linkcheck/publicAddress.ts';
import { nodeClock } from '../clock.ts';
import { type ProxySettings, UndiciClient } from './httpClient.ts';
import { VerdictFile } from './verdictFile.ts';

export const nodeLinkClock: LinkClock = {
  now: nodeClock.now,
  after: nodeClock.after,
  date: () => Date.now(),
  random: () => Math.random(),
};

export interface ClientSettings {
  readonly allowPrivateHosts: boolean;
  readonly proxy?: ProxySettings;
  readonly systemCertificates?: boolean;
}

export function openHttpClient({ allowPrivateHosts, ...settings }: ClientSettings): UndiciClient {
  return new UndiciClient({ ...settings, isAllowedAddress: allowPrivateHosts ? () => true : isPublicAddress });
}

/** What is remembered in the file at `path`; in the user's own cache folder where that is not said. */
export function openVerdictFile(path: string | undefined, warn: (message: string) => void): VerdictFile {
  return new VerdictFile(path ?? join(cacheFolder(), 'talk-notes', 'links.jsonl'), warn);
}

function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) {
    return XDG_CACHE_HOME;
  }
  if (process.platform === 'win32') {
    return LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  }
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}
