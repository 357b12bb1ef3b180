/** Documents that are open in the editor: kept in step by incremental edits, and passed on to the workspace. */
import { type Connection, type Disposable, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { NotePath } from '../core/text/path.ts';
import { pathToUri, uriToPath } from '../workspace/notePath.ts';
import type { NoteWorkspace } from '../workspace/noteWorkspace.ts';

export class OpenDocuments {
  readonly #documents = new TextDocuments(TextDocument);
  readonly #byPath = new Map<NotePath, TextDocument>();

  /** Starts to follow the editor. `shown` is told of each note that comes into view or goes out of it. */
  listen(connection: Connection, workspace: NoteWorkspace, shown: (path: NotePath) => void): Disposable[] {
    return [
      this.#documents.onDidOpen(({ document }) => {
        this.#withPath(document, (path) => {
          this.#byPath.set(path, document);
          workspace.open(path, document.getText(), document.languageId);
          shown(path);
          void workspace.refreshOutside();
        });
      }),
      this.#documents.onDidChangeContent(({ document }) => {
        this.#withPath(document, (path) => workspace.change(path, document.getText()));
      }),
      this.#documents.onDidSave(() => void workspace.refreshOutside()),
      this.#documents.onDidClose(({ document }) => {
        this.#withPath(document, (path) => {
          if (this.#byPath.get(path) === document) {
            this.#byPath.delete(path);
            workspace.close(path);
            shown(path);
          }
        });
      }),
      this.#documents.listen(connection),
    ];
  }

  /** The URI of `path` in the editor's own spelling where it has the document open: editors compare URIs as text. */
  uri(path: NotePath): string {
    return this.#byPath.get(path)?.uri ?? pathToUri(path);
  }

  /** The version of an open document; `null`, as the protocol has it, for all others. */
  version(path: NotePath): number | null {
    return this.#byPath.get(path)?.version ?? null;
  }

  #withPath(document: TextDocument, act: (path: NotePath) => void): void {
    const path = uriToPath(document.uri);
    if (path !== undefined) {
      act(path);
    }
  }
}
