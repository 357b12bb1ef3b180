import { Disposable, DocumentLink, EventEmitter, l10n, languages, Range, Uri, window, workspace } from 'vscode';
import type { TalkEntry } from '../../../server/src/lsp/protocol.ts';

/** Plain text, since whatever has a note's language is read as a note. */
const pageScheme = 'talk-notes-page';
const indent = '  ';

interface Line {
  readonly text: string;
  /** Where a click on it leads. */
  readonly talk?: TalkEntry;
}

/** Pages that list all talks of a speaker, by event. They are made when asked for, are no files and cannot be changed. */
export class SpeakerPages implements Disposable {
  readonly #pages = new Map<string, readonly Line[]>();
  readonly #changes = new EventEmitter<Uri>();
  readonly #registered: Disposable;

  constructor() {
    this.#registered = Disposable.from(
      this.#changes,
      workspace.registerTextDocumentContentProvider(pageScheme, {
        onDidChange: this.#changes.event,
        provideTextDocumentContent: (uri) =>
          this.#lines(uri)
            .map(({ text }) => `${text}\n`)
            .join(''),
      }),
      languages.registerDocumentLinkProvider(
        { scheme: pageScheme },
        {
          provideDocumentLinks: ({ uri }) =>
            this.#lines(uri).flatMap(({ text, talk }, line) => linkOf(line, text, talk)),
        },
      ),
      workspace.onDidCloseTextDocument(({ uri }) => this.#pages.delete(uri.toString())),
    );
  }

  /** Shows the page of `speaker`, as it is now. */
  async show(speaker: string, talks: readonly TalkEntry[]): Promise<void> {
    const uri = Uri.from({ scheme: pageScheme, path: `/${speaker.replaceAll('/', '∕')}` });
    this.#pages.set(uri.toString(), pageLines(speaker, talks));
    this.#changes.fire(uri);
    await window.showTextDocument(await workspace.openTextDocument(uri));
  }

  dispose(): void {
    this.#registered.dispose();
  }

  #lines(uri: Uri): readonly Line[] {
    return this.#pages.get(uri.toString()) ?? [];
  }
}

function pageLines(speaker: string, talks: readonly TalkEntry[]): readonly Line[] {
  const count = talks.length === 1 ? l10n.t('1 talk') : l10n.t('{0} talks', talks.length);
  const events = new Map<string, TalkEntry[]>();
  for (const talk of talks) events.set(talk.event, [...(events.get(talk.event) ?? []), talk]);
  const lines: Line[] = [{ text: speaker }, { text: count }];
  for (const [event, own] of [...events].toSorted(([a], [b]) => a.localeCompare(b))) {
    lines.push({ text: '' }, { text: event });
    lines.push(...own.map((talk) => ({ text: `${indent}${talk.title}`, talk })));
  }
  return lines;
}

function linkOf(line: number, text: string, talk: TalkEntry | undefined): DocumentLink[] {
  if (!talk) return [];
  const { start } = talk.range;
  const target = Uri.parse(talk.uri).with({ fragment: `L${start.line + 1},${start.character + 1}` });
  return [new DocumentLink(new Range(line, indent.length, line, text.length), target)];
}
