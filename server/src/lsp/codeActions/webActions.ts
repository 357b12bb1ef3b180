import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { KnownVerdict } from '../../core/model/webVerdict.ts';
import { say } from '../../core/text/say.ts';
import type { Span } from '../../core/text/span.ts';
import { type WebLink, webLinks } from '../../features/web/webLinks.ts';
import type { ServerContext } from '../context.ts';
import { toRange } from '../convert.ts';
import type { RequestedNote } from '../handle.ts';
import { followRedirectsCommand, recheckLinkCommand, useArchivedCopyCommand } from '../web/webCommands.ts';
import { movedAddress, notesWith, webEdits } from '../web/webEdits.ts';
import { wants } from './kinds.ts';

/** What can be done about the web link at the cursor, by what is known of it. */
export async function webActions(
  context: ServerContext,
  note: RequestedNote,
  params: CodeActionParams,
): Promise<CodeAction[]> {
  if (!wants(params, CodeActionKind.QuickFix) || !context.web.isOn) {
    return [];
  }
  const { lines } = note.entry.note;
  const from = lines.offsetAt(params.range.start);
  const to = lines.offsetAt(params.range.end);
  const touches = ({ start, end }: Span): boolean => start <= to && end >= from;
  const around = webLinks(note.entry.note).filter(({ span, holder }) => touches(span) || touches(holder.span));
  // A link may stand within another one: the one whose address is meant counts.
  const link = around.length === 1 ? around[0] : around.find(({ span }) => touches(span));
  const known = link && context.web.memory.verdict(link.target.url);
  if (link === undefined || known === undefined) {
    return [];
  }
  const range = toRange(lines, link.span);
  const diagnostics = params.context.diagnostics.filter(
    ({ code, range: shown }) =>
      String(code).startsWith('web.') &&
      shown.start.line === range.start.line &&
      shown.start.character === range.start.character,
  );
  const actions = await actionsFor(context, note, link, known, params.textDocument.uri);
  return actions.map((action) => ({ kind: CodeActionKind.QuickFix, diagnostics, ...action }));
}

async function actionsFor(
  context: ServerContext,
  note: RequestedNote,
  link: WebLink,
  known: KnownVerdict,
  uri: string,
): Promise<CodeAction[]> {
  const { url } = link.target;
  const isOk = known.outcome === 'ok' && known.movedTo === undefined && !known.frontPage;
  const actions = await redirectActions(context, note, link, uri);
  if (known.outcome === 'broken' || known.frontPage) {
    actions.push(
      commandAction(say('Replace by archived copy'), useArchivedCopyCommand, { uri, url }, actions.length === 0),
    );
  }
  if (!isOk && /^http:/i.test(url) && known.movedTo === undefined) {
    actions.push(...(await editAction(context, note, link, url.replace(/^http:/i, 'https:'), say('Try https'))));
  }
  if (!isOk) {
    actions.push(commandAction(say('Check this link again'), recheckLinkCommand, { url }));
  }
  return isOk || !context.web.hasClientCommands ? actions : [...actions, ...clientActions(url)];
}

async function redirectActions(
  context: ServerContext,
  note: RequestedNote,
  link: WebLink,
  uri: string,
): Promise<CodeAction[]> {
  const { url } = link.target;
  const to = movedAddress(context, url);
  if (to === undefined) {
    return [];
  }
  const moved = webLinks(note.entry.note).filter(({ target }) => movedAddress(context, target.url) !== undefined);
  const here = await editAction(context, note, link, to, say('Follow the redirect to {0}', to));
  return [
    ...here.map((action) => ({ ...action, isPreferred: true })),
    ...(moved.length > 1
      ? [commandAction(say('Follow all {0} redirects in this note', moved.length), followRedirectsCommand, { uri })]
      : []),
    ...(notesWith(note.snapshot, (each) => each === url).length > 1
      ? [commandAction(say('Follow this redirect in all notes'), followRedirectsCommand, { url })]
      : []),
    commandAction(say('Follow all redirects in all notes'), followRedirectsCommand, {}),
  ];
}

/** Empty where the address cannot stand there. */
async function editAction(
  context: ServerContext,
  { path, snapshot }: RequestedNote,
  { span }: WebLink,
  url: string,
  title: string,
): Promise<CodeAction[]> {
  const { edits, notes } = await webEdits(context, snapshot, [path], (link) =>
    link.span.start === span.start ? url : undefined,
  );
  return edits.length === 0 ? [] : [{ title, edit: context.convert.workspaceEdit(edits, notes.linesOf) }];
}

function commandAction(title: string, command: string, argument: object, isPreferred = false): CodeAction {
  return { title, ...(isPreferred ? { isPreferred } : {}), command: { title, command, arguments: [argument] } };
}

/** What only an editor with our client can do. */
function clientActions(url: string): CodeAction[] {
  const host = URL.parse(url)?.hostname ?? '';
  return [
    {
      title: say('Open in browser'),
      command: { title: say('Open in browser'), command: 'talkNotes.openWebLink', arguments: [url] },
    },
    {
      title: say('Copy address'),
      command: { title: say('Copy address'), command: 'talkNotes.copyWebLink', arguments: [url] },
    },
    ...[url.replace(/#.*$/, ''), host].map((pattern, index): CodeAction => {
      const title = index === 0 ? say('Ignore this link') : say('Ignore all links to {0}', host);
      return { title, command: { title, command: 'talkNotes.ignoreWebLink', arguments: [pattern] } };
    }),
  ];
}
