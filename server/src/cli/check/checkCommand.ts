/** `talk-notes check`: broken links, and what else is wrong in notes. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import type { Finding } from '../../features/finding.ts';
import { findings } from '../../features/findings.ts';
import { CLEAN, type ExitCode, FINDINGS, NOT_RUN } from '../exitCode.ts';
import type { Places } from '../places.ts';
import type { Shell } from '../shell.ts';
import { complain } from '../terminal.ts';
import { Baseline } from './baseline.ts';
import { type CheckOptions, counts } from './checkOptions.ts';
import { fixMovedLinks } from './fixMovedLinks.ts';
import { isAsked, loadSnapshot } from './loadSnapshot.ts';
import { openReport } from './report.ts';
import { askWeb, foreignCache, type WebRun } from './webRun.ts';

/** Prints the findings of the notes in `places`, and tells by its exit code whether there are any that count. */
export async function checkCommand(shell: Shell, places: Places, options: CheckOptions): Promise<ExitCode> {
  const baseline = options.baseline === undefined ? undefined : await Baseline.open(shell, options.baseline);
  if (typeof baseline === 'string') {
    complain(shell.terminal, baseline);
    return NOT_RUN;
  }
  const foreign = options.web && (await foreignCache(shell, options.web));
  if (foreign !== undefined) {
    shell.terminal.err(`talk-notes: ${foreign}\n`);
    return NOT_RUN;
  }
  const snapshot = await loadSnapshot(shell, places);
  const entries = [...snapshot.notes.entries()].filter(({ path }) => isAsked(places, path));
  const web = options.web && (await askWeb(shell, entries, options.web));
  if (options.fix === 'diff' && web !== undefined) {
    await fixMovedLinks(shell, entries, web, 'diff');
    return CLEAN;
  }
  const fixes =
    options.fix === 'write' && web !== undefined ? await fixMovedLinks(shell, entries, web, 'write') : undefined;
  // What was mended is found no more.
  const mended: Snapshot = { ...snapshot, notes: snapshot.notes.with(fixes?.changes ?? []) };
  const all = entries.flatMap(({ path }) => {
    const entry = mended.notes.get(path);
    return entry === undefined ? [] : [{ entry, found: findings(mended, path, undefined, web?.knowledge) }];
  });
  if (options.updateBaseline && baseline !== undefined) {
    return updateBaseline(shell, baseline, all, options);
  }
  const counting = report(shell, all, options, baseline, web, fixes?.links ?? 0);
  return counting > 0 ? FINDINGS : CLEAN;
}

interface NoteFindings {
  readonly entry: NoteEntry;
  readonly found: readonly Finding[];
}

/** Prints everything; gives how many findings count. */
function report(
  shell: Shell,
  all: readonly NoteFindings[],
  options: CheckOptions,
  baseline: Baseline | undefined,
  web: WebRun | undefined,
  fixed: number,
): number {
  const output = openReport(shell, options.format);
  let counting = 0;
  let known = 0;
  for (const { entry, found } of all) {
    for (const finding of found) {
      const matters = counts(options, finding.severity);
      const isKnown = matters && baseline?.has(entry, finding) === true;
      counting += Number(matters && !isKnown);
      known += Number(isKnown);
      output.finding(entry, finding, matters && !isKnown);
    }
  }
  output.end({ notes: all.length, counting, known, fixed, ...(web === undefined ? {} : { web: web.summary }) });
  return counting;
}

async function updateBaseline(
  shell: Shell,
  baseline: Baseline,
  all: readonly NoteFindings[],
  options: CheckOptions,
): Promise<ExitCode> {
  const counting = all.flatMap(({ entry, found }) =>
    found.filter(({ severity }) => counts(options, severity)).map((finding) => ({ entry, finding })),
  );
  const problem = await baseline.write(counting);
  complain(shell.terminal, problem ?? `${counting.length} findings are known from now on.`);
  return problem === undefined ? CLEAN : NOT_RUN;
}
