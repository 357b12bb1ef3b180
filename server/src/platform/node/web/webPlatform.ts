/** The web as Node has it, for the entry points: asking, remembering, and the time. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { HttpClient } from '../../../linkcheck/http.ts';
import type { LinkClock } from '../../../linkcheck/ports.ts';
import { isPublicAddress } from '../../../linkcheck/publicAddress.ts';
import type { WebParts } from '../../../lsp/web/webParts.ts';
import { nodeClock } from '../clock.ts';
import type { UndiciClient } from './httpClient.ts';
import { firstSeen } from './noteHistory.ts';
import type { ProxySettings } from './proxies.ts';
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

/** Loaded with the first question: most sessions ask none. */
export function openHttpClient({
  allowPrivateHosts,
  ...settings
}: ClientSettings): HttpClient & { close(): Promise<void> } {
  const load = async (): Promise<UndiciClient> => {
    const { UndiciClient } = await import('./httpClient.ts');
    return new UndiciClient({ ...settings, isAllowedAddress: allowPrivateHosts ? () => true : isPublicAddress });
  };
  let client: Promise<UndiciClient> | undefined;
  return {
    async request(request, signal) {
      client ??= load();
      try {
        return await (await client).request(request, signal);
      } catch (error) {
        // Nothing is asked behind the back of a proxy that was set wrongly.
        return {
          type: 'failure',
          reason: 'unreachable',
          detail: error instanceof Error ? error.message : String(error),
        };
      }
    },
    async close() {
      await (await client?.catch(() => undefined))?.close();
    },
  };
}

/** What is remembered in the file at `path`; in the user's own cache folder where that is not said. */
export function openVerdictFile(path: string | undefined, warn: (message: string) => void): VerdictFile {
  return new VerdictFile(path ?? join(cacheFolder(), 'talk-notes', 'links.jsonl'), warn);
}

/** All of it, for the server. */
export const nodeWeb: WebParts = { openHttpClient, openVerdictFile, clock: nodeLinkClock, firstSeen };

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
