/** `talk-notes annotations`: what is written in the margins. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Annotation } from '../core/model/annotation.ts';
import { CLEAN, type ExitCode } from './exitCode.ts';
import { NoteLoader } from './noteLoader.ts';
import type { Places } from './places.ts';
import type { Shell } from './shell.ts';
import { counted, printable, styled } from './terminal.ts';

/** Prints a line for each annotation of the notes in `places`; resolved ones too, unless only open ones are wanted. */
export async function annotationsCommand(
  shell: Shell,
  places: Places,
  options: { json: boolean; open: boolean },
): Promise<ExitCode> {
  const { terminal } = shell;
  const counts = { open: 0, resolved: 0 };
  await new NoteLoader(shell).visit(places, {
    note(entry) {
      for (const annotation of entry.note.annotations) {
        counts[annotation.state]++;
        if (!options.open || annotation.state === 'open') {
          terminal.out(options.json ? jsonLine(shell, entry, annotation) : textLine(shell, entry, annotation));
        }
      }
    },
  });
  if (!options.json) {
    terminal.out(`${counted(counts.open, 'open annotation')}, ${counts.resolved} resolved.\n`);
  }
  return CLEAN;
}

function textLine(shell: Shell, { path, note }: NoteEntry, annotation: Annotation): string {
  const { remarks, state, phrase, target, span } = annotation;
  const [first] = remarks;
  const { line, character } = note.lines.positionAt((target ?? span).start);
  const place = styled(shell.terminal, 'dim', `${printable(shell.show(path))}:${line + 1}:${character + 1}:`);
  const notes = [
    ...(state === 'resolved' ? ['resolved'] : []),
    ...(target === undefined ? [`detached from “${phrase ?? ''}”`] : []),
    ...(remarks.length > 1 ? [`${remarks.length - 1} more`] : []),
  ];
  const who = [first!.author, first!.date].filter((part) => part !== '').join(', ');
  const about = [who, ...notes].filter((part) => part !== '').join('; ');
  const said = printable(first!.text.replace(/\s+/g, ' '));
  return `${place} ${said}${about === '' ? '' : ` (${printable(about)})`}\n`;
}

function jsonLine(shell: Shell, { path, note }: NoteEntry, annotation: Annotation): string {
  const { remarks, state, phrase, target, span, heading } = annotation;
  const fact = {
    path: shell.show(path),
    line: note.lines.lineAt((target ?? span).start) + 1,
    state,
    detached: target === undefined,
    phrase: phrase ?? null,
    section: note.headings[heading]?.title ?? null,
    remarks,
  };
  return `${JSON.stringify(fact)}\n`;
}
