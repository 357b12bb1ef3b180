/** Every construct of reStructuredText, one file of cases for each family; see test/support/noteCases.ts. */
import { rstCases } from '../../support/noteCases.ts';

for (const name of rstCases.files()) {
  rstCases.checkFile(name);
}
