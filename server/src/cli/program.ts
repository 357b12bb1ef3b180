/** The commands and options of `talk-notes`. */
import { Command, CommanderError } from 'commander';
import { addCheckOptions } from './check/checkProgram.ts';
import { type ExitCode, NOT_RUN } from './exitCode.ts';
import { locate, type Places } from './places.ts';
import type { Shell } from './shell.ts';
import { complain } from './terminal.ts';

type Run = (places: Places) => Promise<ExitCode>;

/** Runs the command that `words` spell; the exit code it ended with. */
export async function runProgram(shell: Shell, version: string, words: readonly string[]): Promise<number> {
  let code: ExitCode = NOT_RUN;
  const start = async (paths: readonly string[], run: Run): Promise<void> => {
    code = await runOn(shell, paths, run);
  };
  try {
    await program(shell, version, start).parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? 0 : NOT_RUN;
    }
    throw error;
  }
}

/** Commands are loaded when they are asked for: most of a short run is loading. */
function program(shell: Shell, version: string, start: (paths: readonly string[], run: Run) => Promise<void>): Command {
  const top = new Command('talk-notes')
    .description('Talks, links and to-dos in plain-text conference notes.')
    .version(version)
    .showHelpAfterError('Run talk-notes --help to see what there is.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => shell.terminal.out(text), writeErr: (text) => shell.terminal.err(text) });
  const json = ['--json', 'print one line of JSON for each'] as const;

  onPaths(top, 'index', 'Show the titles, links, targets and to-dos of notes.')
    .option(...json)
    .action(async (paths: string[], { json = false }: { json?: boolean }) => {
      const { indexCommand } = await import('./indexCommand.ts');
      await start(paths, (places) => indexCommand(shell, places, { json }));
    });
  const check = onPaths(top, 'check', 'Find broken links and other faults. Exits with 1 if there are any.');
  addCheckOptions(check.exitOverride(), async (paths, options) => {
    const { checkCommand } = await import('./check/checkCommand.ts');
    await start(paths, (places) => checkCommand(shell, places, options));
  });
  onPaths(top, 'todos', 'List to-dos, open and done.')
    .option(...json)
    .action(async (paths: string[], { json = false }: { json?: boolean }) => {
      const { todosCommand } = await import('./todosCommand.ts');
      await start(paths, (places) => todosCommand(shell, places, { json }));
    });
  onPaths(top, 'talks', 'List the talks of event notes, with their speakers.')
    .option(...json)
    .action(async (paths: string[], { json = false }: { json?: boolean }) => {
      const { talksCommand } = await import('./talksCommand.ts');
      await start(paths, (places) => talksCommand(shell, places, { json }));
    });
  onPaths(top, 'annotations', 'List what is written in the margins of notes, open and resolved.')
    .option(...json)
    .option('--open', 'leave out what is resolved')
    .action(async (paths: string[], { json = false, open = false }: { json?: boolean; open?: boolean }) => {
      const { annotationsCommand } = await import('./annotationsCommand.ts');
      await start(paths, (places) => annotationsCommand(shell, places, { json, open }));
    });
  return top;
}

function onPaths(top: Command, name: string, description: string): Command {
  return top.command(name).description(description).argument('<path...>', 'notes, or folders of notes');
}

async function runOn(shell: Shell, paths: readonly string[], run: Run): Promise<ExitCode> {
  const places = await locate(shell.fileSystem, shell.cwd, paths);
  if ('folders' in places) {
    return run(places);
  }
  for (const complaint of places) {
    complain(shell.terminal, complaint);
  }
  return NOT_RUN;
}
