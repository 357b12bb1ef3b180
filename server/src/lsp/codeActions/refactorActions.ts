import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { Dialect } from '../../core/dialects/dialect.ts';
import type { Refactoring, RefactoringKind } from '../../features/refactorings/refactoring.ts';
import { noteRefactorings, refactorings } from '../../features/refactorings/refactorings.ts';
import type { ServerContext } from '../context.ts';
import type { RequestedNote } from '../handle.ts';
import { ORGANIZE, wants } from './kinds.ts';

const kinds: Record<RefactoringKind, string> = {
  rewrite: CodeActionKind.RefactorRewrite,
  extract: CodeActionKind.RefactorExtract,
  inline: CodeActionKind.RefactorInline,
  organize: ORGANIZE,
};

/** Refactorings of what is selected; those of the whole note where the client asks for such. */
export async function refactorActions(
  { convert, workspace, elsewhere }: ServerContext,
  { path, snapshot, entry }: RequestedNote,
  params: CodeActionParams,
): Promise<CodeAction[]> {
  if (!Object.values(kinds).some((kind) => wants(params, kind))) {
    return [];
  }
  const { lines } = entry.note;
  const selection = { start: lines.offsetAt(params.range.start), end: lines.offsetAt(params.range.end) };
  const request = { snapshot, entry, text: (await workspace.currentText(path))?.text ?? '', selection };
  // Editors ask at every move of the cursor without saying for what: the whole note is read for those who do.
  const ofNote = params.context.only !== undefined && wants(params, ORGANIZE);
  const found = [...refactorings(request), ...(ofNote ? noteRefactorings(request) : [])];
  return found
    .filter(({ kind }) => wants(params, kinds[kind]))
    .filter((each) => !isCommon(entry.dialect, each) || !elsewhere.has(entry.dialect, 'navigation'))
    .flatMap(({ title, kind, changes }) => {
      const edit = convert.noteChanges(changes, (edited) => snapshot.notes.get(edited)?.note.lines);
      return edit === undefined ? [] : [{ title, kind: kinds[kind], edit }];
    });
}

/** What editors offer for their own languages as well. */
function isCommon(dialect: Dialect, { kind, link }: Refactoring): boolean {
  return kind === 'organize' || (link !== undefined && dialect.isEditorsOwn(link));
}
