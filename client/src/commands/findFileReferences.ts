import { commands, Location, l10n, Uri, window } from 'vscode';
import type { ShowReferences } from '../../../server/src/lsp/protocol.ts';
import { rangeOf } from '../wire.ts';
import type { Command } from './command.ts';
import { showReferencesCommand } from './commandIds.ts';

/** Lists the links to a file of the explorer, or else to the one in the editor. */
export const findFileReferences: Command = {
  id: 'talkNotes.findFileReferences',
  async run({ client }, ...args) {
    const [clicked] = args;
    const uri = clicked instanceof Uri ? clicked : window.activeTextEditor?.document.uri;
    if (!uri) {
      void window.showInformationMessage(l10n.t('Open a note first.'));
      return;
    }
    const { locations } = await client.fileReferences({ uri: uri.toString() });
    if (locations.length === 0) {
      const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      void window.showInformationMessage(l10n.t('No note links to {0}.', name));
      return;
    }
    // A picture has no editor to peek in: then it is the first note that links to it.
    const isShown = window.activeTextEditor?.document.uri.toString() === uri.toString();
    const [first] = locations;
    await peek(
      isShown
        ? { uri: uri.toString(), position: { line: 0, character: 0 }, locations }
        : { uri: first!.uri, position: first!.range.start, locations },
    );
  },
};

/** Shows the references that a code lens has counted. */
export const showReferences: Command = {
  id: showReferencesCommand,
  async run(_, ...args) {
    await peek(args[0] as ShowReferences);
  },
};

async function peek({ uri, position, locations }: ShowReferences): Promise<void> {
  const at = rangeOf({ start: position, end: position }).start;
  const places = locations.map((place) => new Location(Uri.parse(place.uri), rangeOf(place.range)));
  await commands.executeCommand('editor.action.peekLocations', Uri.parse(uri), at, places, 'peek');
}
