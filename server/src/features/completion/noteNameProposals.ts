/** Names of notes for wiki links: a file's name where only one note has it, else its path. */
import { foldName, namesOf } from '../../core/index/noteNames.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { displayPath } from '../../core/index/workspaceRoot.ts';
import { basename, extname, type NotePath } from '../../core/text/path.ts';
import { noteTitle } from '../sections.ts';
import type { CompletionInput } from './completionInput.ts';
import { MOST_PROPOSALS, type Proposal } from './completionItem.ts';
import { fits } from './fits.ts';

export function noteNameProposals({ snapshot, path, written }: CompletionInput): readonly Proposal[] {
  const proposals: Proposal[] = [];
  for (const entry of snapshot.notes.entries()) {
    const isFitting = entry.path !== path && (written === '' || isNamed(namesOf(entry), entry.path, written));
    const proposal = isFitting
      ? proposalFor(snapshot, entry.path, noteTitle(entry.note, basename(entry.path)))
      : undefined;
    // No wiki link can say the others.
    if (proposal !== undefined && !/[#[\]|]/.test(proposal.label)) {
      proposals.push(proposal);
    }
    if (proposals.length > MOST_PROPOSALS) {
      break;
    }
  }
  return proposals;
}

function isNamed(names: ReadonlySet<string>, path: NotePath, written: string): boolean {
  const wanted = foldName(written);
  for (const name of names) {
    if (fits(name, wanted)) {
      return true;
    }
  }
  return written.includes('/') && fits(path, wanted);
}

function proposalFor(snapshot: Snapshot, path: NotePath, title: string): Proposal {
  const stem = withoutSuffix(basename(path));
  const isOnly = snapshot.notes.notesNamed(foldName(stem)).length <= 1;
  const shown = withoutSuffix(displayPath(snapshot.roots, path));
  return { label: isOnly ? stem : shown, kind: 'note', detail: title === basename(path) ? shown : title };
}

function withoutSuffix(path: NotePath): string {
  return path.slice(0, path.length - extname(path).length);
}
