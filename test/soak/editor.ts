/** An editor that does what comes to its mind in a folder of notes: types, saves, moves, deletes, checks off. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LspClient } from '../support/lspClient.ts';
import type { Random } from './random.ts';

interface Edit {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly newText: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

interface ToggleResult {
  readonly changes: readonly { readonly uri: string; readonly edits: readonly Edit[] }[];
}

/** What people type in notes, and what they leave half done. */
const snippets = [
  ...[
    '\n\n- [ ] ask about this\n',
    '\nNew title\n=========\n\n',
    ' :doc:`index`',
    ' `a link <other.rst>`_',
    '\n.. _here:\n\n',
  ],
  ...[
    '\n.. note::\n\n   text\n',
    'TODO: look at it',
    '``',
    '[[',
    '\r\n',
    '\t',
    '*',
    '_',
    'é😀',
    '\n  deeper\n',
    '.. |x| replace:: y\n',
  ],
];

export class Editor {
  readonly #folder: string;
  readonly #random: Random;
  readonly #paths: string[];
  readonly #open = new Map<string, TextDocument>();
  readonly #start: () => Promise<LspClient>;
  client: LspClient;
  toggles = 0;
  steps = 0;
  deaths = 0;

  private constructor(
    folder: string,
    paths: readonly string[],
    random: Random,
    start: () => Promise<LspClient>,
    client: LspClient,
  ) {
    this.#folder = folder;
    this.#paths = [...paths];
    this.#random = random;
    this.#start = start;
    this.client = client;
  }

  /** An editor on `paths` of `folder`, with a server that runs. */
  static async on(folder: string, paths: readonly string[], random: Random): Promise<Editor> {
    const start = () => LspClient.start({ folders: [pathToFileURL(folder).href] });
    const client = await start();
    await client.indexReady();
    return new Editor(folder, paths, random, start, client);
  }

  /** Does one thing. */
  async step(): Promise<void> {
    this.steps++;
    const chance = this.#random.below(100);
    if (chance < 60) await this.#type();
    else if (chance < 70) await this.#toggle();
    else if (chance < 80) await this.#closeOne();
    else if (chance < 88) await this.#writeOnDisk();
    else if (chance < 93) await this.#move();
    else if (chance < 96) await this.#remove();
    else await this.#ask();
  }

  /** The server dies as a process that is killed does; the editor starts another, and shows it what is open. */
  async killServer(): Promise<void> {
    this.deaths++;
    const gone = new Promise((resolve) => this.client.process.once('exit', resolve));
    this.client.process.kill('SIGKILL');
    await gone;
    this.client.connection.dispose();
    this.client = await this.#start();
    for (const document of this.#open.values()) {
      await this.client.open(document.uri, document.getText(), document.version);
    }
  }

  /** Saves and closes all that is open. */
  async closeAll(): Promise<void> {
    while (this.#open.size > 0) await this.#closeOne(true);
  }

  async #type(): Promise<void> {
    const document = await this.#openSome();
    if (document === undefined) return;
    const length = document.getText().length;
    const start = this.#random.below(length + 1);
    const end = this.#random.below(4) === 0 ? Math.min(length, start + this.#random.below(60)) : start;
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    await this.#change(document, [{ range, newText: this.#random.pick(snippets) }]);
  }

  async #change(document: TextDocument, edits: readonly Edit[]): Promise<void> {
    const version = document.version + 1;
    const text = TextDocument.applyEdits(document, [...edits]);
    this.#open.set(document.uri, TextDocument.update(document, [{ text }], version));
    await this.client.replace(document.uri, version, text);
  }

  async #toggle(): Promise<void> {
    const document = await this.#openSome();
    if (document === undefined) return;
    const start = { line: this.#random.below(document.lineCount), character: 0 };
    const lines = { uri: document.uri, ranges: [{ start, end: { line: start.line + 20, character: 0 } }] };
    const { changes } = await this.client.request<ToggleResult>('talkNotes/toggleTodo', { lines });
    for (const { uri, edits } of changes) {
      const target = this.#open.get(uri);
      if (target !== undefined) await this.#change(target, edits);
      this.toggles++;
    }
  }

  async #closeOne(save = this.#random.below(2) === 0): Promise<void> {
    const document = [...this.#open.values()].at(0);
    if (document === undefined) return;
    const path = this.#pathOf(document.uri);
    if (save && path !== undefined) {
      const isNew = !existsSync(path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, document.getText());
      await this.client.filesChanged({ uri: document.uri, type: isNew ? 1 : 2 });
    }
    this.#open.delete(document.uri);
    await this.client.close(document.uri);
  }

  async #writeOnDisk(): Promise<void> {
    const path = this.#random.pick(this.#paths);
    if (!existsSync(path)) return;
    const text = readFileSync(path, 'utf8');
    const at = this.#random.below(text.length + 1);
    writeFileSync(path, text.slice(0, at) + this.#random.pick(snippets) + text.slice(at));
    await this.client.filesChanged({ uri: uriOf(path), type: 2 });
  }

  async #move(): Promise<void> {
    const at = this.#random.below(this.#paths.length);
    const from = this.#paths[at] as string;
    if (!existsSync(from) || this.#open.has(uriOf(from))) return;
    const to = join(this.#folder, `moved-${this.#random.below(5)}`, `${this.steps}-${basename(from)}`);
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    this.#paths[at] = to;
    await this.client.filesChanged({ uri: uriOf(from), type: 3 }, { uri: uriOf(to), type: 1 });
  }

  async #remove(): Promise<void> {
    const path = this.#random.pick(this.#paths);
    if (!existsSync(path) || this.#open.has(uriOf(path))) return;
    const text = readFileSync(path);
    rmSync(path);
    await this.client.filesChanged({ uri: uriOf(path), type: 3 });
    // Half of them come back, as after `git checkout`.
    if (this.#random.below(2) === 0) {
      writeFileSync(path, text);
      await this.client.filesChanged({ uri: uriOf(path), type: 1 });
    }
  }

  async #ask(): Promise<void> {
    const document = await this.#openSome();
    if (document === undefined) return;
    await this.client.ask('documentSymbol', document.uri);
    await this.client.request('workspace/symbol', { query: 'talk' });
    await this.client.request('talkNotes/todos', { showDone: true });
  }

  async #openSome(): Promise<TextDocument | undefined> {
    const path = this.#random.pick(this.#paths);
    if (this.#open.size > 8 || !existsSync(path)) return [...this.#open.values()].at(-1);
    const uri = uriOf(path);
    const known = this.#open.get(uri);
    if (known !== undefined) return known;
    const document = TextDocument.create(uri, 'restructuredtext', 1, readFileSync(path, 'utf8'));
    this.#open.set(uri, document);
    await this.client.open(uri, document.getText());
    return document;
  }

  #pathOf(uri: string): string | undefined {
    return this.#paths.find((path) => uriOf(path) === uri);
  }
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
