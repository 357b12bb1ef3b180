/** Has docutils read a folder of notes. */
import { execFileSync } from 'node:child_process';
import { type OracleFacts, readOracle } from './shared.ts';

/** docutils' facts about all notes below `folder` whose names end in one of `suffixes`: `.rst,.txt`. */
export function askDocutils(script: string, folder: string, suffixes: string): readonly OracleFacts[] {
  return readOracle(
    execFileSync('/usr/bin/python3', ['-W', 'ignore', script, '--root', folder, '--ext', suffixes, folder], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
}
