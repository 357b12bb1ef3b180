/** Between requests about to-dos and the features that answer them: the notes they mean, and the edits that come of it. */
import type { NotePath } from '../core/text/path.ts';
import type { CurrentNote } from '../features/noteEdits.ts';
import type { CheckedEdits, TodoChoice } from '../features/todos/chooseTodos.ts';
import { uriToPath } from '../workspace/notePath.ts';
import type { NoteWorkspace } from '../workspace/noteWorkspace.ts';
import type { ServerContext } from './context.ts';
import { toTextEdit } from './convert.ts';
import type { TodoChoiceParams, ToggleEdit } from './protocol.ts';

export type CurrentTexts = ReadonlyMap<NotePath, CurrentNote>;

/** Notes as they are at this moment, from the disk where they are not open; without those that cannot be read. */
export async function currentTexts(workspace: NoteWorkspace, paths: Iterable<NotePath>): Promise<CurrentTexts> {
  const notes = new Map<NotePath, CurrentNote>();
  for (const path of new Set(paths)) {
    const note = await workspace.currentText(path);
    if (note !== undefined) {
      notes.set(path, note);
    }
  }
  return notes;
}

export function toChoice({ todos, lines }: TodoChoiceParams): TodoChoice {
  const path = lines && uriToPath(lines.uri);
  return {
    ...(todos === undefined
      ? {}
      : { todos: todos.flatMap(({ uri, ...todo }) => withPath(uri).map((found) => ({ ...found, ...todo }))) }),
    ...(lines === undefined || path === undefined
      ? {}
      : {
          lines: {
            path,
            ranges: lines.ranges.map(({ start, end }) => ({ startLine: start.line, endLine: end.line })),
          },
        }),
  };
}

export function pathsOf({ todos = [], lines }: TodoChoice): readonly NotePath[] {
  return [...todos, ...(lines === undefined ? [] : [lines])].map(({ path }) => path);
}

/** The edits as the client gets them. */
export function wireChanges(
  { documents }: Pick<ServerContext, 'documents'>,
  changes: readonly CheckedEdits[],
  notes: CurrentTexts,
): ToggleEdit[] {
  return changes.flatMap(({ path, edits, expected }) => {
    const lines = notes.get(path)?.entry.note.lines;
    return lines === undefined
      ? []
      : [
          {
            uri: documents.uri(path),
            version: documents.version(path),
            edits: edits.map((edit) => toTextEdit(lines, edit)),
            expected,
          },
        ];
  });
}

function withPath(uri: string): { path: NotePath }[] {
  const path = uriToPath(uri);
  return path === undefined ? [] : [{ path }];
}
