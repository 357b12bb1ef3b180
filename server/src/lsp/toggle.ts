/** Checks to-dos off as the features say, on the texts as they are at this moment. */
import { type ToggleOutcome, toggleTodos } from '../features/toggleTodos.ts';
import type { ServerContext } from './context.ts';
import type { ToggleTodoParams } from './protocol.ts';
import { today } from './today.ts';
import { type CurrentTexts, currentTexts, pathsOf, toChoice } from './todoRequests.ts';

/** An outcome with the notes that its edits belong to. */
export interface Toggle {
  readonly outcome: ToggleOutcome;
  readonly notes: CurrentTexts;
}

/** Reads the notes in question, from the disk where they are not open, and works out what to write. */
export async function toggle(
  { workspace, settings }: Pick<ServerContext, 'workspace' | 'settings'>,
  params: ToggleTodoParams,
): Promise<Toggle> {
  const { done, state, nested } = params;
  const choice = toChoice(params);
  const notes = await currentTexts(workspace, pathsOf(choice));
  const request = {
    ...choice,
    ...(done === undefined ? {} : { done }),
    ...(state === undefined ? {} : { state }),
    ...(nested === undefined ? {} : { nested }),
  };
  const options = { today: params.today ?? today(), doneStamp: settings().doneStamp };
  return { outcome: toggleTodos(request, options, (path) => notes.get(path)), notes };
}
