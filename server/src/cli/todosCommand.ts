/** `talk-notes todos`: all to-dos, open and done. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import { fieldValue, isUndone, type TodoFieldKind, type TodoState, todoTitle } from '../core/model/todo.ts';
import { CLEAN, type ExitCode } from './exitCode.ts';
import { NoteLoader } from './noteLoader.ts';
import type { Places } from './places.ts';
import type { Shell } from './shell.ts';
import { printable, styled } from './terminal.ts';

const boxes: Readonly<Record<TodoState, string>> = {
  open: '[ ]',
  'in-progress': '[/]',
  done: '[x]',
  cancelled: '[-]',
};

/** What `--json` calls each field. */
const fieldNames: readonly (readonly [string, TodoFieldKind])[] = [
  ['due', 'due'],
  ['start', 'start'],
  ['scheduled', 'scheduled'],
  ['doneOn', 'done'],
  ['priority', 'priority'],
  ['recurrence', 'recurrence'],
];

/** Prints a line for each to-do of the notes in `places`. */
export async function todosCommand(shell: Shell, places: Places, options: { json: boolean }): Promise<ExitCode> {
  const { terminal } = shell;
  const counts = { open: 0, done: 0 };
  await new NoteLoader(shell).visit(places, {
    note(entry) {
      entry.note.todos.forEach((todo, index) => {
        counts[isUndone(todo) ? 'open' : 'done']++;
        terminal.out(options.json ? jsonLine(shell, entry, index) : textLine(shell, entry, index));
      });
    },
  });
  if (!options.json) {
    terminal.out(`${counts.open} open, ${counts.done} done.\n`);
  }
  return CLEAN;
}

function textLine(shell: Shell, { path, note }: NoteEntry, index: number): string {
  const { text, state, span } = note.todos[index]!;
  const { line, character } = note.lines.positionAt(span.start);
  const place = styled(shell.terminal, 'dim', `${printable(shell.show(path))}:${line + 1}:${character + 1}:`);
  return `${place} ${boxes[state]} ${printable(text)}\n`;
}

function jsonLine(shell: Shell, { path, note }: NoteEntry, index: number): string {
  const todo = note.todos[index]!;
  const { kind, text, state, span, heading, metadata } = todo;
  const fact = {
    path: shell.show(path),
    line: note.lines.lineAt(span.start) + 1,
    kind,
    done: !isUndone(todo),
    text,
    section: note.headings[heading]?.title ?? null,
    state,
    title: todoTitle(todo),
    ...Object.fromEntries(fieldNames.map(([name, field]) => [name, fieldValue(todo, field) ?? null])),
    people: metadata?.people ?? [],
    tags: metadata?.tags ?? [],
  };
  return `${JSON.stringify(fact)}\n`;
}
