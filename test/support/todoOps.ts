/** Operations on to-dos as a person means them, carried out on texts. */
import { defaultParseOptions } from '../../server/src/core/dialects/dialect.ts';
import type { Todo } from '../../server/src/core/model/todo.ts';
import type { CurrentNote } from '../../server/src/features/noteEdits.ts';
import type { CheckedEdits } from '../../server/src/features/todos/chooseTodos.ts';
import type { TodoRef } from '../../server/src/features/treeRow.ts';
import { entryOf } from './workspace.ts';

export type Texts = Readonly<Record<string, string>>;

export const moveOptions = {
  ...defaultParseOptions,
  doneSection: 'Done',
};

/** Notes as they read, by path. */
export function currentOf(texts: Texts): (path: string) => CurrentNote | undefined {
  return (path) => {
    const text = texts[path];
    const entry = text === undefined ? undefined : entryOf(path, text);
    return text === undefined || entry === undefined ? undefined : { text, entry };
  };
}

/** The texts after `changes`. */
export function applied(texts: Texts, changes: readonly CheckedEdits[]): Texts {
  const after = { ...texts };
  for (const { path, edits } of changes) {
    let text = texts[path]!;
    let end = Number.POSITIVE_INFINITY;
    for (const { span, text: put } of [...edits].reverse()) {
      if (span.end > end || span.start > span.end) {
        throw new Error(`edits of ${path} overlap or are out of order`);
      }
      end = span.start;
      text = text.slice(0, span.start) + put + text.slice(span.end);
    }
    after[path] = text;
  }
  return after;
}

/** What names the to-do whose title starts with `title`. */
export function refOf(texts: Texts, path: string, fits: string | ((todo: Todo) => boolean)): TodoRef {
  const note = entryOf(path, texts[path]!)!.note;
  const isIt = typeof fits === 'string' ? ({ text }: Todo) => text.startsWith(fits) : fits;
  const todo = note.todos.find(isIt);
  if (todo === undefined) {
    throw new Error(`no to-do ${String(fits)} in ${path}`);
  }
  return { path, id: '', line: note.lines.lineAt(todo.span.start), text: todo.text };
}
