import {
  type Disposable,
  type Range,
  type Selection,
  type Tab,
  TabInputText,
  type TextDocument,
  TextEditorRevealType,
  ThemeColor,
  type ViewColumn,
  window,
} from 'vscode';
import type { TalkEntry } from '../../../server/src/lsp/protocol.ts';
import { rangeOf } from '../wire.ts';
import { jump } from './jump.ts';

const delayInMilliseconds = 80;

/** Where the user was before the first preview. */
interface Origin {
  readonly document: TextDocument;
  readonly viewColumn: ViewColumn | undefined;
  readonly selections: readonly Selection[];
  readonly visible: Range | undefined;
  readonly wasPreview: boolean;
}

/** Shows talks in the editor, one after the other, without taking the keyboard, and can go back to the start. */
export class TalkPreview implements Disposable {
  readonly #origin = currentOrigin();
  readonly #openBefore = new Set(textTabs().map(({ uri }) => uri));
  readonly #highlight = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    isWholeLine: true,
  });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #showing: Promise<void> = Promise.resolve();
  #hasShown = false;

  /** Whether the editor is somewhere else by now than it was at the start. */
  get hasShown(): boolean {
    return this.#hasShown;
  }

  /** Shows the talk soon, unless another one comes first. */
  show(talk: TalkEntry): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#showing = this.#showing.then(() => this.#showNow(talk)).catch(() => undefined);
    }, delayInMilliseconds);
  }

  /** What was to be shown soon is not. */
  cancel(): void {
    clearTimeout(this.#timer);
  }

  /** No preview comes after this has resolved. */
  async end(): Promise<void> {
    this.cancel();
    await this.#showing;
  }

  /** Back to where the user was; notes that only the preview had opened are closed. */
  async goBack(): Promise<void> {
    if (!this.#hasShown) return;
    const origin = this.#origin;
    if (origin) {
      const options = {
        preview: origin.wasPreview,
        ...(origin.viewColumn === undefined ? {} : { viewColumn: origin.viewColumn }),
      };
      const editor = await window.showTextDocument(origin.document, options);
      editor.selections = origin.selections;
      if (origin.visible) editor.revealRange(origin.visible, TextEditorRevealType.AtTop);
    }
    const opened = textTabs().filter(({ tab, uri }) => tab.isPreview && !this.#openBefore.has(uri));
    await window.tabGroups.close(opened.map(({ tab }) => tab));
  }

  dispose(): void {
    this.cancel();
    this.#highlight.dispose();
  }

  async #showNow(talk: TalkEntry): Promise<void> {
    this.#hasShown = true;
    const editor = await jump(talk.uri, talk.range, { preview: true, preserveFocus: true });
    editor.setDecorations(this.#highlight, [rangeOf(talk.range)]);
  }
}

function currentOrigin(): Origin | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  return {
    document: editor.document,
    viewColumn: editor.viewColumn,
    selections: editor.selections,
    visible: editor.visibleRanges[0],
    wasPreview: window.tabGroups.activeTabGroup.activeTab?.isPreview ?? false,
  };
}

function textTabs(): { readonly tab: Tab; readonly uri: string }[] {
  return window.tabGroups.all.flatMap((group) =>
    group.tabs.flatMap((tab) => (tab.input instanceof TabInputText ? [{ tab, uri: tab.input.uri.toString() }] : [])),
  );
}
