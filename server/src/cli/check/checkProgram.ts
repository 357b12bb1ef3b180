/** The options of `talk-notes check`, read into what the command takes. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type CheckOptions,
  failureLevels,
  type ReportFormat,
  reportFormats,
  type WebCheckOptions,
} from './checkOptions.ts';

interface Words {
  readonly format: ReportFormat;
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly failOn: CheckOptions['failOn'];
  readonly web?: boolean;
  readonly concurrency: number;
  readonly timeout: number;
  readonly hostGap: number;
  readonly ignore: readonly string[];
  readonly anchors?: boolean;
  readonly allowPrivateHosts?: boolean;
  readonly userAgent?: string;
  /** `false` for `--no-cache`. */
  readonly cache?: string | boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** Adds the options to `command`; `run` is given the paths and what they say. */
export function addCheckOptions(
  command: Command,
  run: (paths: string[], options: CheckOptions) => Promise<void>,
): Command {
  return command
    .addOption(new Option('--format <format>', 'how to print findings').choices(reportFormats).default('text'))
    .option('--json', 'the same as --format json')
    .addOption(
      new Option('--fail-on <severity>', 'the mildest finding that counts').choices(failureLevels).default('warning'),
    )
    .option('--strict', 'the same as --fail-on hint')
    .option('--baseline <file>', 'findings in this file are known and do not count')
    .option('--update-baseline', 'write what is found now into that file')
    .optionsGroup('Web links:')
    .option('--web', 'ask the web whether the pages are there')
    .option('--fix', 'write the new addresses of pages that have moved for good; with --web')
    .option('--dry-run', 'with --fix: print the changes as a diff, and write nothing')
    .option('--ignore <pattern>', 'leave a host or an address alone; * stands for anything (repeatable)', gathered, [])
    .option('--cache [file]', 'remember answers in this file, not in that of the user')
    .option('--no-cache', 'remember nothing, and ask for everything')
    .option('--anchors', 'look for the places in pages that links name')
    .option('--concurrency <number>', 'requests at once, over all hosts', numberFrom(1, 64), 16)
    .option('--timeout <seconds>', 'how long to wait for an answer', numberFrom(1, 600), 20)
    .option('--allow-private-hosts', 'ask hosts of the own network as well')
    .option('--user-agent <text>', 'how to introduce itself')
    .addOption(new Option('--host-gap <milliseconds>').argParser(numberFrom(0, 60_000)).default(1000).hideHelp())
    .action(async (paths: string[], words: Words) => {
      const problem = conflict(words);
      if (problem !== undefined) {
        command.error(`error: ${problem}`);
      }
      await run(paths, readOptions(words));
    });
}

function readOptions(words: Words): CheckOptions {
  const { baseline, fix, dryRun } = words;
  return {
    format: words.json ? 'json' : words.format,
    failOn: words.strict ? 'hint' : words.failOn,
    updateBaseline: words.updateBaseline === true,
    ...(words.web ? { web: webOptions(words) } : {}),
    ...(fix ? { fix: dryRun ? 'diff' : 'write' } : {}),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

function webOptions(words: Words): WebCheckOptions {
  const { cache, userAgent } = words;
  return {
    concurrency: words.concurrency,
    timeoutMs: words.timeout * 1000,
    hostGapMs: words.hostGap,
    ignore: words.ignore,
    fragments: words.anchors === true,
    allowPrivateHosts: words.allowPrivateHosts === true,
    cache: cache === false ? 'none' : typeof cache === 'string' ? { file: cache } : {},
    ...(userAgent === undefined ? {} : { userAgent }),
  };
}

function conflict({ web, fix, dryRun, baseline, updateBaseline }: Words): string | undefined {
  if (fix && !web) {
    return '--fix needs --web: only the web knows where a page has moved to.';
  }
  if (dryRun && !fix) {
    return '--dry-run needs --fix.';
  }
  return updateBaseline && baseline === undefined ? '--update-baseline needs --baseline <file>.' : undefined;
}

function gathered(pattern: string, before: readonly string[]): readonly string[] {
  return [...before, pattern];
}

function numberFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= least && value <= most)) {
      throw new InvalidArgumentError(`It has to be a number from ${least} to ${most}.`);
    }
    return value;
  };
}
