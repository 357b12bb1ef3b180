/** What a platform brings for the web. */
import type { NotePath } from '../../core/text/path.ts';
import type { HttpClient } from '../../linkcheck/http.ts';
import type { LinkClock, VerdictStore } from '../../linkcheck/ports.ts';

export interface WebClientSettings {
  readonly allowPrivateHosts: boolean;
  readonly systemCertificates: boolean;
  readonly proxy: { readonly proxy?: string; readonly noProxy?: readonly string[]; readonly off?: boolean };
}

/** A store that others write as well. */
export type SharedStore = VerdictStore & {
  /** Takes in what they wrote; `true` where that was something. */
  refresh(): boolean;
};

export interface WebParts {
  openHttpClient(settings: WebClientSettings): HttpClient & { close(): Promise<void> };
  openVerdictFile(file: string | undefined, warn: (message: string) => void): SharedStore;
  readonly clock: LinkClock;
  /** When the note first came to be, as `YYYYMMDD`: by its history, else by its file. */
  firstSeen(path: NotePath): Promise<string | undefined>;
}
