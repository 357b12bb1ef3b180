import type { Command, CommandContext } from './command.ts';

export const showResolved: Command = { id: 'talkNotes.showResolvedAnnotations', run: show(true) };
export const hideResolved: Command = { id: 'talkNotes.hideResolvedAnnotations', run: show(false) };

function show(showResolved: boolean) {
  return ({ annotations }: CommandContext): Promise<void> => annotations.setShowResolved(showResolved);
}
