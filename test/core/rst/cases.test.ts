/** Every construct of reStructuredText, one file of cases for each family; see test/support/rstCases.ts. */
import { caseFiles, checkCases } from '../../support/rstCases.ts';

for (const name of caseFiles()) {
  checkCases(name);
}
