import Mocha from 'mocha';
import { appendTally, tallyVariable } from './tally.ts';

/** Mocha's ordinary report, with the tests that were tried again and why, and the counts added to the file that the environment names. */
export default class TallyReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const repeated: string[] = [];
    runner.on(Mocha.Runner.constants.EVENT_TEST_RETRY, (test: Mocha.Test, error: Error) => {
      repeated.push(`${test.fullTitle()}: ${error.message}`);
    });
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const file = process.env[tallyVariable];
      const { passes, failures, pending } = this.stats;
      for (const why of repeated) Mocha.reporters.Base.consoleLog('  Tried again, having failed once: %s', why);
      if (file) appendTally(file, { passed: passes, failed: failures, skipped: pending });
    });
  }
}
