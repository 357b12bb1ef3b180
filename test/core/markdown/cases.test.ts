/** Every construct of Markdown, one file of cases for each family; see test/support/noteCases.ts. */
import { markdownCases } from '../../support/noteCases.ts';

for (const name of markdownCases.files()) {
  markdownCases.checkFile(name);
}
