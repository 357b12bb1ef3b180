/** To-dos that are list items with a checkbox, and everything itemised in a To Do section, paragraphs included. */
import type { TodoState } from '../../../model/todo.ts';
import { boxStates } from '../../checkboxes.ts';
import type { NoteCollector } from '../../noteCollector.ts';
import { partOf, spanIn, type TextRun } from '../../textRun.ts';
import { isWhite } from '../characters.ts';

const COLON = 58;

interface Frame {
  /** The to-do that to-dos in it are nested in, or -1. */
  readonly parent: number;
  /** Paragraphs in it are to-dos of a To Do section. */
  readonly paragraphs: boolean;
  /** What the last paragraph introduced, or -1. */
  introduced: number;
}

export class TodoReader {
  readonly #note: NoteCollector;
  readonly #plain: (run: TextRun) => string;
  readonly #frames: Frame[] = [{ parent: -1, paragraphs: true, introduced: -1 }];
  /** Marker of the item whose text may come next, or -1. */
  #item = -1;

  /** `plain` gives what a reader sees of a run. */
  constructor(note: NoteCollector, plain: (run: TextRun) => string) {
    this.#note = note;
    this.#plain = plain;
  }

  /** A list item starts, whose marker stands at `at`. */
  openItem(at: number): void {
    this.#push(false);
    this.#item = at;
  }

  /** A block starts that holds others. */
  open(type: 'quote' | 'footnote'): void {
    this.#item = -1;
    this.#push(type === 'quote' && this.#top.paragraphs);
  }

  /** The innermost such block ends. */
  close(): void {
    this.#frames.pop();
    this.#item = -1;
  }

  /** Something comes that is no text. */
  other(): void {
    this.#item = -1;
  }

  /** Takes note of the paragraph `run` if it is a to-do; answers where its text starts, behind a checkbox. */
  readText(run: TextRun): number {
    const item = this.#item;
    this.#item = -1;
    if (item >= 0) {
      return this.#readItem(run, item);
    }
    const frame = this.#top;
    frame.introduced = -1;
    if (!this.#note.inTodoSection || !frame.paragraphs) {
      return run.from;
    }
    const box = boxAt(run);
    const todo = this.#add(run, run.from, box, frame.parent);
    if (run.text.charCodeAt(run.to - 1) === COLON && run.text.charCodeAt(run.to - 2) !== COLON) {
      frame.introduced = todo;
    }
    return box === undefined ? run.from : run.from + 3;
  }

  get #top(): Frame {
    return this.#frames[this.#frames.length - 1]!;
  }

  #push(paragraphs: boolean): void {
    const { parent, introduced } = this.#top;
    this.#frames.push({ parent: introduced < 0 ? parent : introduced, paragraphs, introduced: -1 });
  }

  #readItem(run: TextRun, marker: number): number {
    const box = boxAt(run);
    if (box === undefined && !this.#note.inTodoSection) {
      return run.from;
    }
    const frame = this.#frames.pop()!;
    const todo = this.#add(run, marker, box, frame.parent);
    this.#frames.push({ ...frame, parent: todo });
    return box === undefined ? run.from : run.from + 3;
  }

  #add(run: TextRun, start: number, box: TodoState | undefined, parent: number): number {
    const { start: first, end } = spanIn(run, run.from, run.to);
    return this.#note.addTodo({
      kind: box === undefined ? 'section' : 'checkbox',
      state: box ?? 'open',
      text: this.#plain(box === undefined ? run : partOf(run, run.from + 3, run.to)),
      span: { start: start === run.from ? first : start, end },
      markerSpan: { start: first, end: box === undefined ? first : first + 3 },
      parent,
    });
  }
}

/** State of the checkbox that `run` starts with; `undefined` where it starts with none. */
function boxAt({ text, from, to }: TextRun): TodoState | undefined {
  const isBox = from + 3 <= to && text.charCodeAt(from) === 91 && text.charCodeAt(from + 2) === 93;
  const isAlone = from + 3 === to || isWhite(text.charCodeAt(from + 3));
  return isBox && isAlone ? boxStates[text[from + 1]!] : undefined;
}
