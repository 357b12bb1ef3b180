/** Everything that can be done with what is selected, without changing what the note says. */
import { say } from '../../core/text/say.ts';
import { linkRefactorings } from './linkRefactorings.ts';
import { organizeDefinitions } from './organizeDefinitions.ts';
import { ownRefactoring, type Refactoring, type RefactoringRequest } from './refactoring.ts';
import { shiftLevels } from './sectionLevels.ts';
import { sectionStart } from './sectionSpan.ts';
import { sectionToNote } from './sectionToNote.ts';

/** Refactorings of the link or the title that is selected. */
export function refactorings(request: RefactoringRequest): readonly Refactoring[] {
  const { entry, selection } = request;
  const { headings } = entry.note;
  const index = headings.findIndex(
    ({ span }, at) => sectionStart(entry.note, at) <= selection.start && selection.end <= span.end,
  );
  return index < 0
    ? linkRefactorings(request)
    : [...linkRefactorings(request), ...levels(request, index), ...sectionToNote(request, index)];
}

/** Those of the note as a whole, for when the user asks for them. */
export function noteRefactorings(request: RefactoringRequest): readonly Refactoring[] {
  return organizeDefinitions(request);
}

function levels(request: RefactoringRequest, index: number): readonly Refactoring[] {
  return ([-1, 1] as const).flatMap((by) => {
    const edits = shiftLevels(request.entry, request.text, index, by);
    const title = by < 0 ? say('Promote the section') : say('Demote the section');
    return 'refused' in edits ? [] : ownRefactoring(request, title, 'rewrite', edits);
  });
}
