import { Disposable, type TextEditor, ThemeColor, window, workspace } from 'vscode';
import type { TodoHighlightsResult } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import { isNote } from '../noteLanguages.ts';
import { today } from '../today.ts';
import { rangeOf } from '../wire.ts';

type Kind = TodoHighlightsResult['highlights'][number]['kind'];

const delayInMilliseconds = 250;

/** Marks overdue dates, those of today and priorities in the editors that can be seen. */
export class Highlighter implements Disposable {
  readonly #client: TalkNotesClient;
  /** Bold and underlined as well, since colour alone is not seen by everybody. */
  readonly #types = {
    overdue: window.createTextEditorDecorationType({
      color: new ThemeColor('talkNotes.overdueForeground'),
      fontWeight: 'bold',
      textDecoration: 'underline',
      overviewRulerColor: new ThemeColor('talkNotes.overdueForeground'),
    }),
    dueToday: window.createTextEditorDecorationType({
      color: new ThemeColor('talkNotes.dueTodayForeground'),
      fontWeight: 'bold',
    }),
    highPriority: window.createTextEditorDecorationType({
      color: new ThemeColor('talkNotes.highPriorityForeground'),
      fontWeight: 'bold',
    }),
    mediumPriority: window.createTextEditorDecorationType({
      color: new ThemeColor('talkNotes.mediumPriorityForeground'),
    }),
    lowPriority: window.createTextEditorDecorationType({ color: new ThemeColor('talkNotes.lowPriorityForeground') }),
    cancelled: window.createTextEditorDecorationType({ textDecoration: 'line-through', opacity: '0.7' }),
  } satisfies Record<Kind, unknown>;
  readonly #listeners: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: TalkNotesClient) {
    this.#client = client;
    this.#listeners = Disposable.from(
      window.onDidChangeVisibleTextEditors(() => this.#soon()),
      workspace.onDidChangeTextDocument(({ document }) => isNote(document) && this.#soon()),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('talkNotes.todos') && this.#soon()),
      client.onDidIndex(() => this.#soon()),
    );
    this.#soon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
    for (const type of Object.values(this.#types)) type.dispose();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const editor of window.visibleTextEditors) if (isNote(editor.document)) void this.#mark(editor);
    }, delayInMilliseconds);
  }

  async #mark(editor: TextEditor): Promise<void> {
    const { document } = editor;
    const { version } = document;
    const isOn = workspace.getConfiguration('talkNotes.todos', document).get('highlight', true);
    const uri = document.uri.toString();
    const found = isOn ? await this.#client.todoHighlights({ uri, today: today() }).catch(() => undefined) : undefined;
    // A text that changed meanwhile is marked when its own turn comes.
    if (document.version !== version || (isOn && found === undefined)) return;
    for (const [kind, type] of Object.entries(this.#types)) {
      const ranges = (found?.highlights ?? []).filter((each) => each.kind === kind).map(({ range }) => rangeOf(range));
      editor.setDecorations(type, ranges);
    }
  }
}
