import Mocha from 'mocha';
import { appendTally, tallyVariable } from './tally.ts';

/** Mocha's ordinary report, and the counts added to the file that the environment names. */
export default class TallyReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const file = process.env[tallyVariable];
      const { passes, failures, pending } = this.stats;
      if (file) appendTally(file, { passed: passes, failed: failures, skipped: pending });
    });
  }
}
