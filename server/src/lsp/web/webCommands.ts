/** What the light bulb at a web link does when it takes more than an edit that is known beforehand. */

import { MessageType } from 'vscode-languageserver';
import { say } from '../../core/text/say.ts';
import type { ServerContext } from '../context.ts';
import { tell } from '../tell.ts';
import { archivedAddress, movedAddress, notesWith, type WebEdits, webEdits } from './webEdits.ts';

/** Argument: `{ uri?, url? }`: of one note, or of all; of one address, or of all. */
export const followRedirectsCommand = 'talkNotes.server.followRedirects';
/** Argument: `{ uri, url }`. */
export const useArchivedCopyCommand = 'talkNotes.server.useArchivedCopy';
/** Argument: `{ url }`. */
export const recheckLinkCommand = 'talkNotes.server.recheckLink';

export const webCommands = [followRedirectsCommand, useArchivedCopyCommand, recheckLinkCommand];

interface WebArgument {
  readonly uri?: string;
  readonly url?: string;
}

export async function runWebCommand(context: ServerContext, command: string, argument: WebArgument): Promise<void> {
  switch (command) {
    case followRedirectsCommand:
      return followRedirects(context, argument);
    case useArchivedCopyCommand:
      return applyArchivedCopy(context, argument);
    case recheckLinkCommand:
      await context.web.check(argument.url === undefined ? [] : [argument.url], { force: true });
  }
}

async function followRedirects(context: ServerContext, { uri, url }: WebArgument): Promise<void> {
  const { workspace, handle } = context;
  const isWanted = (each: string): boolean =>
    (url === undefined || each === url) && movedAddress(context, each) !== undefined;
  const note = uri === undefined ? undefined : handle.find(uri);
  const snapshot = note?.snapshot ?? workspace.snapshot;
  const paths = note === undefined ? notesWith(snapshot, isWanted) : [note.path];
  const found = await webEdits(context, snapshot, paths, ({ target }) =>
    isWanted(target.url) ? movedAddress(context, target.url) : undefined,
  );
  await apply(context, found, say('Follow redirects'));
}

async function applyArchivedCopy(context: ServerContext, { uri = '', url = '' }: WebArgument): Promise<void> {
  const { connection, handle } = context;
  const note = handle.find(uri);
  if (note === undefined) {
    return;
  }
  const copy = await archivedAddress(context, note.path, url, new AbortController().signal);
  if (typeof copy === 'string') {
    const message =
      copy === 'none'
        ? say('The archive has no copy of this page.')
        : say('The archive did not answer. Try again later.');
    tell(connection, message, MessageType.Warning);
    return;
  }
  const found = await webEdits(context, note.snapshot, [note.path], ({ target }) =>
    target.url === url ? copy.url : undefined,
  );
  await apply(context, found, say('Use archived copy'));
}

async function apply({ connection, client, convert }: ServerContext, { edits, notes }: WebEdits, label: string) {
  if (edits.length === 0) {
    tell(connection, say('There is no link to change, or its new address cannot stand there.'), MessageType.Warning);
  } else if (client.applyEdit) {
    await connection.workspace.applyEdit({ label, edit: convert.workspaceEdit(edits, notes.linesOf) });
  }
}
