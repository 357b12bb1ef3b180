/** Checks a list of addresses in a process of its own: what is measured, and what is killed. Argument: `CheckListJob` as JSON. */
import { defaultLinkCheckOptions, type LinkCheckOptions } from '../../../server/src/linkcheck/checkOptions.ts';
import { LinkChecker } from '../../../server/src/linkcheck/linkChecker.ts';
import { planLinks } from '../../../server/src/linkcheck/linkPlan.ts';
import { UndiciClient } from '../../../server/src/platform/node/web/httpClient.ts';
import { VerdictFile } from '../../../server/src/platform/node/web/verdictFile.ts';
import { nodeLinkClock } from '../../../server/src/platform/node/web/webPlatform.ts';

export interface CheckListJob {
  readonly urls: readonly string[];
  /** Where answers are kept; absent for nowhere. */
  readonly file?: string;
  readonly options: Partial<LinkCheckOptions>;
}

export interface CheckListResult {
  readonly milliseconds: number;
  /** Of the process, at its largest. */
  readonly peakMegabytes: number;
  /** By address: outcome and reason. */
  readonly verdicts: Readonly<Record<string, string>>;
}

const { urls, file, options } = JSON.parse(process.argv[2]!) as CheckListJob;
const store = file === undefined ? new Map() : new VerdictFile(file, (message) => console.error(message));
const http = new UndiciClient({ isAllowedAddress: () => true, proxy: { off: true } });
const checker = new LinkChecker({
  ...{ http, clock: nodeLinkClock, store },
  options: { ...defaultLinkCheckOptions, allowPrivateHosts: true, ...options },
});
const verdicts: Record<string, string> = {};
const start = performance.now();
await checker.check(planLinks(urls).links, {
  signal: new AbortController().signal,
  onVerdict: ({ key }, { outcome, reason }) => {
    verdicts[key] = `${outcome} ${reason}`;
  },
});
const result: CheckListResult = {
  milliseconds: performance.now() - start,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  verdicts,
};
await http.close();
console.log(JSON.stringify(result));
