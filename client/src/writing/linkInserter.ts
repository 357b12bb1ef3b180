/** Makes links of web addresses that are pasted over text, and of files that are dropped or pasted. The server writes them. */
import {
  type DataTransfer,
  Disposable,
  type DocumentDropEdit,
  type DocumentDropEditProvider,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  languages,
  type Position,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { LinkTextParams } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import { wireRange } from '../wire.ts';

/** VS Code's own Markdown does the same for its notes. */
const language = 'restructuredtext';
const uriList = 'text/uri-list';
const kind = DocumentDropOrPasteEditKind.Text.append('link', 'talkNotes');
const address = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i;

export class LinkInserter implements DocumentPasteEditProvider, DocumentDropEditProvider, Disposable {
  readonly #client: TalkNotesClient;
  readonly #registered: Disposable;

  constructor(client: TalkNotesClient) {
    this.#client = client;
    this.#registered = Disposable.from(
      languages.registerDocumentPasteEditProvider({ language }, this, {
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
  ): Promise<DocumentPasteEdit[] | undefined> {
    const what = range && isEnabled() ? await this.#pasted(range, data) : undefined;
    const text = range && what && (await this.#text(document, range, what));
    return text === undefined ? undefined : [new DocumentPasteEdit(text, 'Insert Link', kind)];
  }

  async provideDocumentDropEdits(
    document: TextDocument,
    position: Position,
    data: DataTransfer,
  ): Promise<DocumentDropEdit | undefined> {
    const files = filesIn(await data.get(uriList)?.asString());
    const text = files.length === 0 ? undefined : await this.#text(document, new Range(position, position), { files });
    return text === undefined ? undefined : { insertText: text, title: 'Insert Link', kind };
  }

  dispose(): void {
    this.#registered.dispose();
  }

  /** An address counts only where it takes the place of text: else it is a link already. */
  async #pasted(range: Range, data: DataTransfer): Promise<Pick<LinkTextParams, 'address' | 'files'> | undefined> {
    const files = filesIn(await data.get(uriList)?.asString());
    if (files.length > 0) return { files };
    const plain = (await data.get('text/plain')?.asString())?.trim() ?? '';
    return !range.isEmpty && address.test(plain) ? { address: plain } : undefined;
  }

  async #text(
    document: TextDocument,
    range: Range,
    what: Pick<LinkTextParams, 'address' | 'files'>,
  ): Promise<string | undefined> {
    const result = await this.#client.linkText({ uri: document.uri.toString(), range: wireRange(range), ...what });
    return result.text;
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
