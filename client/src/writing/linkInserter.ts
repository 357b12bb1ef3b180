/** Makes links of web addresses that are pasted, and of files that are dropped or pasted. The server writes them. */
import {
  type CancellationToken,
  type DataTransfer,
  Disposable,
  type DocumentDropEdit,
  type DocumentDropEditProvider,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  l10n,
  languages,
  type Position,
  Range,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import type { LinkTextParams, LinkTextResult } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import { rangeOf, wireRange } from '../wire.ts';

/** VS Code's own Markdown does the same for its notes, but for what takes asking the web: the title of a page. */
const language = 'restructuredtext';
const builtIn = 'markdown';
const uriList = 'text/uri-list';
const kind = DocumentDropOrPasteEditKind.Text.append('link', 'talkNotes');
const webPage = /^https?:\/\/\S+$/i;
const address = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i;

export class LinkInserter implements DocumentPasteEditProvider, DocumentDropEditProvider, Disposable {
  readonly #client: TalkNotesClient;
  readonly #registered: Disposable;

  constructor(client: TalkNotesClient) {
    this.#client = client;
    this.#registered = Disposable.from(
      languages.registerDocumentPasteEditProvider([{ language }, { language: builtIn }], this, {
        providedPasteEditKinds: [kind],
        pasteMimeTypes: ['text/plain', uriList],
      }),
      languages.registerDocumentDropEditProvider({ language }, this, {
        providedDropEditKinds: [kind],
        dropMimeTypes: [uriList],
      }),
    );
  }

  async provideDocumentPasteEdits(
    document: TextDocument,
    [range]: readonly Range[],
    data: DataTransfer,
    _context: unknown,
    token: CancellationToken,
  ): Promise<DocumentPasteEdit[] | undefined> {
    const what = range && isEnabled() ? await this.#pasted(range, data) : undefined;
    if (!range || !what || (document.languageId === builtIn && !(what.address && range.isEmpty))) return undefined;
    const { text, edits = [] } = await this.#link(document, range, what, token);
    if (text === undefined) return undefined;
    const paste = new DocumentPasteEdit(text, l10n.t('Insert Link'), kind);
    if (edits.length > 0) {
      paste.additionalEdit = new WorkspaceEdit();
      for (const each of edits) paste.additionalEdit.replace(document.uri, rangeOf(each.range), each.newText);
    }
    return [paste];
  }

  async provideDocumentDropEdits(
    document: TextDocument,
    position: Position,
    data: DataTransfer,
    token: CancellationToken,
  ): Promise<DocumentDropEdit | undefined> {
    const files = filesIn(await data.get(uriList)?.asString());
    if (files.length === 0) return undefined;
    const { text } = await this.#link(document, new Range(position, position), { files }, token);
    return text === undefined ? undefined : { insertText: text, title: l10n.t('Insert Link'), kind };
  }

  dispose(): void {
    this.#registered.dispose();
  }

  async #pasted(range: Range, data: DataTransfer): Promise<Pick<LinkTextParams, 'address' | 'files'> | undefined> {
    const files = filesIn(await data.get(uriList)?.asString());
    if (files.length > 0) return { files };
    const plain = (await data.get('text/plain')?.asString())?.trim() ?? '';
    // At a cursor only a page has a title that could be the link's text.
    return (range.isEmpty ? webPage : address).test(plain) ? { address: plain } : undefined;
  }

  #link(
    document: TextDocument,
    range: Range,
    what: Pick<LinkTextParams, 'address' | 'files'>,
    token: CancellationToken,
  ): Promise<LinkTextResult> {
    return this.#client.linkText({ uri: document.uri.toString(), range: wireRange(range), ...what }, token);
  }
}

function isEnabled(): boolean {
  return workspace.getConfiguration('talkNotes').get('links.paste', true);
}

/** URIs of files in a list of URIs; addresses in the web are left to the editor. */
function filesIn(list: string | undefined): readonly string[] {
  const uris = (list ?? '').split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  return uris.some((uri) => /^https?:/i.test(uri)) ? [] : uris;
}
