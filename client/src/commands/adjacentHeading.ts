import { l10n } from 'vscode';
import type { AdjacentTalkParams } from '../../../server/src/lsp/protocol.ts';
import { goToAdjacent } from './adjacentTalk.ts';
import type { Command, CommandContext } from './command.ts';

export const nextHeading: Command = { id: 'talkNotes.nextHeading', run: (context) => goTo('next', context) };

export const previousHeading: Command = {
  id: 'talkNotes.previousHeading',
  run: (context) => goTo('previous', context),
};

function goTo(direction: AdjacentTalkParams['direction'], context: CommandContext): Promise<void> {
  const end = direction === 'next' ? l10n.t('This is the last heading.') : l10n.t('This is the first heading.');
  return goToAdjacent({ direction, among: 'headings' }, end, context);
}
