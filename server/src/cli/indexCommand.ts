/** `talk-notes index`: what stands in notes. */

import type { Note } from '../core/model/note.ts';
import type { NotePath } from '../core/text/path.ts';
import { CLEAN, type ExitCode } from './exitCode.ts';
import { factsOf } from './facts.ts';
import { NoteLoader } from './noteLoader.ts';
import type { Places } from './places.ts';
import type { Shell } from './shell.ts';
import { counted, printable, styled } from './terminal.ts';

/** Prints each note as it is read: a line of JSON, or its counts. */
export async function indexCommand(shell: Shell, places: Places, options: { json: boolean }): Promise<ExitCode> {
  const { terminal } = shell;
  let notes = 0;
  await new NoteLoader(shell).visit(places, {
    note({ path, note }) {
      notes++;
      terminal.out(
        options.json ? `${JSON.stringify(factsOf(note, path, shell.show(path)))}\n` : summary(shell, path, note),
      );
    },
  });
  if (!options.json) {
    terminal.out(`${counted(notes, 'note')}\n`);
  }
  return CLEAN;
}

function summary(shell: Shell, path: NotePath, note: Note): string {
  const title = printable(note.headings[0]?.title ?? '');
  const counts = [
    counted(note.headings.length, 'title'),
    counted(note.links.length, 'link'),
    counted(note.anchors.length, 'target'),
    counted(note.todos.length, 'to-do'),
  ];
  const name = styled(shell.terminal, 'bold', printable(shell.show(path)));
  return `${name}  ${title}  ${styled(shell.terminal, 'dim', counts.join(', '))}\n`;
}
