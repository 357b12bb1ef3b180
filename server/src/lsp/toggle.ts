/** Checks to-dos off as the features say, on the texts as they are at this moment. */
import type { NotePath } from '../core/text/path.ts';
import type { CurrentNote } from '../features/noteEdits.ts';
import { type ToggleOutcome, type ToggleRequest, toggleTodos } from '../features/toggleTodos.ts';
import { uriToPath } from '../workspace/notePath.ts';
import type { NoteWorkspace } from '../workspace/noteWorkspace.ts';
import type { ToggleTodoParams } from './protocol.ts';

/** An outcome with the notes that its edits belong to. */
export interface Toggle {
  readonly outcome: ToggleOutcome;
  readonly notes: ReadonlyMap<NotePath, CurrentNote>;
}

/** Reads the notes in question, from the disk where they are not open, and works out what to write. */
export async function toggle(workspace: NoteWorkspace, params: ToggleTodoParams): Promise<Toggle> {
  const request = toRequest(params);
  const paths = new Set([...(request.todos ?? []), ...(request.lines ? [request.lines] : [])].map(({ path }) => path));
  const notes = new Map<NotePath, CurrentNote>();
  for (const path of paths) {
    const note = await workspace.currentText(path);
    if (note !== undefined) {
      notes.set(path, note);
    }
  }
  return { outcome: toggleTodos(request, (path) => notes.get(path)), notes };
}

function toRequest({ todos, lines, done }: ToggleTodoParams): ToggleRequest {
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
    ...(done === undefined ? {} : { done }),
  };
}

function withPath(uri: string): { path: NotePath }[] {
  const path = uriToPath(uri);
  return path === undefined ? [] : [{ path }];
}
