/** `talk-notes todos`: all to-dos, open and done. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import { CLEAN, type ExitCode } from './exitCode.ts';
import { NoteLoader } from './noteLoader.ts';
import type { Places } from './places.ts';
import type { Shell } from './shell.ts';
import { printable, styled } from './terminal.ts';

const boxes = { open: '[ ]', done: '[x]', cancelled: '[-]' };

/** Prints a line for each to-do of the notes in `places`. */
export async function todosCommand(shell: Shell, places: Places, options: { json: boolean }): Promise<ExitCode> {
  const { terminal } = shell;
  const counts = { open: 0, done: 0, cancelled: 0 };
  await new NoteLoader(shell).visit(places, {
    note(entry) {
      entry.note.todos.forEach((todo, index) => {
        counts[todo.state]++;
        terminal.out(options.json ? jsonLine(shell, entry, index) : textLine(shell, entry, index));
      });
    },
  });
  if (!options.json) {
    terminal.out(`${counts.open} open, ${counts.done + counts.cancelled} done.\n`);
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
  const { kind, text, state, span, heading } = note.todos[index]!;
  const fact = {
    path: shell.show(path),
    line: note.lines.lineAt(span.start) + 1,
    kind,
    done: state !== 'open',
    text,
    section: note.headings[heading]?.title ?? null,
  };
  return `${JSON.stringify(fact)}\n`;
}
