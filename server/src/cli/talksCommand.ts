/** `talk-notes talks`: the talks of all event notes. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import { defaultTalkOptions, eventOf, type Talk, type TalkEvent } from '../features/talks.ts';
import { CLEAN, type ExitCode } from './exitCode.ts';
import { NoteLoader } from './noteLoader.ts';
import type { Places } from './places.ts';
import type { Shell } from './shell.ts';
import { counted, printable, styled } from './terminal.ts';

/** Prints a line for each talk of the notes in `places`, below its event. */
export async function talksCommand(shell: Shell, places: Places, options: { json: boolean }): Promise<ExitCode> {
  const { terminal } = shell;
  let events = 0;
  let talks = 0;
  await new NoteLoader(shell).visit(places, {
    note(entry) {
      const event = eventOf(entry, defaultTalkOptions);
      if (event === undefined) {
        return;
      }
      events++;
      talks += event.talks.length;
      if (!options.json) {
        terminal.out(`${styled(terminal, 'bold', printable(event.title || shell.show(entry.path)))}\n`);
      }
      for (const talk of event.talks) {
        terminal.out(options.json ? jsonLine(shell, entry, event, talk) : textLine(shell, entry, talk));
      }
    },
  });
  if (!options.json) {
    terminal.out(`${counted(talks, 'talk')} in ${counted(events, 'note')}.\n`);
  }
  return CLEAN;
}

function textLine(shell: Shell, { path, note }: NoteEntry, { title, speakers, heading, openTodos }: Talk): string {
  const { line, character } = note.lines.positionAt(heading.titleSpan.start);
  const place = styled(shell.terminal, 'dim', `${printable(shell.show(path))}:${line + 1}:${character + 1}:`);
  const who = speakers.length === 0 ? '' : ` (${speakers.join(', ')})`;
  const open = openTodos === 0 ? '' : `, ${openTodos} open`;
  return `  ${place} ${printable(title + who + open)}\n`;
}

function jsonLine(shell: Shell, { path, note }: NoteEntry, event: TalkEvent, talk: Talk): string {
  const { title, speakers, heading, openTodos } = talk;
  const line = note.lines.lineAt(heading.titleSpan.start) + 1;
  const fact = { path: shell.show(path), line, event: event.title, title, speakers, level: heading.level, openTodos };
  return `${JSON.stringify(fact)}\n`;
}
