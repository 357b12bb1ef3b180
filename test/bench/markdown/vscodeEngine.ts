/**
 * A process of its own that does with VS Code's own Markdown engine what its Markdown extension does with it, without
 * the way between processes. `node vscodeEngine.ts FOLDER LARGE-NOTE`
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { CancellationToken, Emitter, type Event } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createLanguageService,
  DiagnosticLevel,
  type DiagnosticOptions,
  githubSlugifier,
  type IMdParser,
  type ITextDocument,
  type IWorkspace,
  LogLevel,
} from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';
import { EDITS, type EngineResult, editedText, peakOfThisProcess } from './engineResult.ts';
import { markdownPaths } from './markdownNotes.ts';

/** Files read at once, as in VS Code's own workspace. */
const CONCURRENCY = 20;

/** Documents are read once and kept, as VS Code keeps them. */
class DiskWorkspace implements IWorkspace {
  readonly workspaceFolders: readonly URI[];
  readonly #documents = new Map<string, ITextDocument>();
  readonly #paths: readonly string[];
  readonly #changes = new Emitter<ITextDocument>();
  readonly onDidChangeMarkdownDocument = this.#changes.event;
  readonly onDidCreateMarkdownDocument: Event<ITextDocument> = new Emitter<ITextDocument>().event;
  readonly onDidDeleteMarkdownDocument: Event<URI> = new Emitter<URI>().event;

  constructor(folder: string) {
    this.workspaceFolders = [URI.file(folder)];
    this.#paths = markdownPaths(folder);
  }

  async getAllMarkdownDocuments(): Promise<Iterable<ITextDocument>> {
    const paths = this.#paths[Symbol.iterator]();
    const readOn = async (): Promise<void> => {
      for (const path of paths) {
        await this.openMarkdownDocument(URI.file(path));
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, readOn));
    return this.#documents.values();
  }

  hasMarkdownDocument(resource: URI): boolean {
    return this.#documents.has(resource.toString());
  }

  async openMarkdownDocument(resource: URI): Promise<ITextDocument | undefined> {
    const uri = resource.toString();
    const known = this.#documents.get(uri);
    if (known !== undefined || !/\.(?:md|markdown)$/i.test(resource.path)) {
      return known;
    }
    const text = await readFile(resource.fsPath, 'utf8').catch(() => undefined);
    return text === undefined ? undefined : this.#keep(TextDocument.create(uri, 'markdown', 1, text));
  }

  async stat(resource: URI): Promise<{ isDirectory: boolean } | undefined> {
    const found = await stat(resource.fsPath).catch(() => undefined);
    return found && { isDirectory: found.isDirectory() };
  }

  async readDirectory(resource: URI): Promise<Iterable<readonly [string, { isDirectory: boolean }]>> {
    const items = await readdir(resource.fsPath, { withFileTypes: true });
    return items.map((item) => [item.name, { isDirectory: item.isDirectory() }]);
  }

  /** The editor has the document open, with this text. */
  change(uri: string, version: number, text: string): ITextDocument {
    const document = this.#keep(TextDocument.create(uri, 'markdown', version, text));
    this.#changes.fire(document);
    return document;
  }

  #keep(document: ITextDocument): ITextDocument {
    this.#documents.set(document.uri, document);
    return document;
  }
}

const everything: DiagnosticOptions = {
  validateReferences: DiagnosticLevel.warning,
  validateFragmentLinks: DiagnosticLevel.warning,
  validateFileLinks: DiagnosticLevel.warning,
  validateMarkdownFileLinkFragments: DiagnosticLevel.warning,
  validateUnusedLinkDefinitions: DiagnosticLevel.hint,
  validateDuplicateLinkDefinitions: DiagnosticLevel.warning,
  ignoreLinks: [],
};

const [folder = '', large = ''] = process.argv.slice(2);
const never = CancellationToken.None;
const start = performance.now();
const markdownIt = new MarkdownIt({ html: true });
const parser: IMdParser = {
  slugifier: githubSlugifier,
  tokenize: async (document) => markdownIt.parse(document.getText(), {}),
};
const workspace = new DiskWorkspace(folder);
const service = createLanguageService({ workspace, parser, logger: { level: LogLevel.Off, log: () => {} } });
const symbols = await service.getWorkspaceSymbols('', never);
const documents = [...(await workspace.getAllMarkdownDocuments())];
let problems = 0;
for (const document of documents) {
  problems += (await service.computeDiagnostics(document, everything, never)).length;
}
const cold = performance.now() - start;
const peak = peakOfThisProcess();

const uri = URI.file(join(folder, 'bench-note.md')).toString();
const text = await readFile(large, 'utf8');
const edits: number[] = [];
for (let edit = 0; edit < EDITS; edit++) {
  const written = editedText(text, edit);
  const sent = performance.now();
  const document = workspace.change(uri, edit + 1, written);
  await service.getDocumentSymbols(document, { includeLinkDefinitions: true }, never);
  await service.computeDiagnostics(document, everything, never);
  edits.push(performance.now() - sent);
}
const result: EngineResult = { cold, notes: documents.length, symbols: symbols.length, problems, peak, edits };
console.log(JSON.stringify(result));
