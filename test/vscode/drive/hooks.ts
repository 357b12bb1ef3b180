import type { Context } from 'mocha';
import { openDrives } from './support.ts';

/** Mocha's root hooks: a test that fails leaves a screenshot and the logs behind. */
export const mochaHooks = {
  async afterEach(this: Context): Promise<void> {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest.fullTitle().replace(/\W+/g, '-');
    for (const drive of openDrives) console.log(`What was to be seen: ${await drive.saveFailureReport(name)}`);
  },
};
