/** The block without blocks in it that is being read, and the parts that such blocks make. */
import type { Fold } from '../../../model/note.ts';
import { offsetIn, partOf, type TextRun } from '../../textRun.ts';
import type { Part } from '../part.ts';
import { CODE_INDENT, type Cursor } from './cursor.ts';
import { type Definition, readDefinition } from './definition.ts';
import { endsHtml } from './htmlBlock.ts';
import { type Leaf, NO_LEAF, PARAGRAPH } from './leaf.ts';
import type { LeafStart } from './leafStart.ts';
import { closesFence, isUnderline, trimmedEnd } from './lineShapes.ts';
import { closesMath } from './math.ts';
import { Paragraph } from './paragraph.ts';
import { delimiterColumns, rowCells } from './table.ts';

const COMMENT = '<!--';
const OPAQUE: Part = { type: 'opaque' };

/** What the block pass tells besides parts, as soon as it knows. */
export interface BlockSink {
  /** The definition that starts at `at` in `run`. */
  definition(run: TextRun, at: number, definition: Definition): void;
  footnote(start: number, labelFrom: number, labelTo: number, end: number): void;
  fold(start: number, end: number, kind: Fold['kind']): void;
}

export class LeafReader {
  readonly #cursor: Cursor;
  readonly #parts: Part[];
  readonly #sink: BlockSink;
  readonly #paragraph: Paragraph;
  #leaf: Leaf = NO_LEAF;

  /** Reads at `cursor`; adds to `parts`. */
  constructor(cursor: Cursor, parts: Part[], sink: BlockSink) {
    this.#cursor = cursor;
    this.#parts = parts;
    this.#sink = sink;
    this.#paragraph = new Paragraph(cursor.text);
  }

  get inParagraph(): boolean {
    return this.#leaf === PARAGRAPH;
  }

  /** Reads the line as more of a block that takes any line. Answers whether it was. */
  readRaw(): boolean {
    const leaf = this.#leaf;
    const { text, first, end, at, indent } = this.#cursor;
    switch (leaf.type) {
      case 'fence':
        leaf.end = trimmedEnd(text, at, end);
        this.#closeIf(indent < CODE_INDENT && closesFence(text, first, end, leaf.mark, leaf.length));
        return true;
      case 'math':
        leaf.end = trimmedEnd(text, at, end);
        this.#closeIf(closesMath(text, first, end));
        return true;
      case 'html':
        if (leaf.until === 'blank' && this.#cursor.isBlank) {
          this.close();
          return false;
        }
        leaf.end = Math.max(leaf.end, trimmedEnd(text, at, end));
        this.#closeIf(endsHtml(text, at, end, leaf.until));
        return true;
      default:
        return false;
    }
  }

  /** Begins the block that starts on the line; those before are closed. */
  begin(start: LeafStart): void {
    const { text, first, end } = this.#cursor;
    switch (start.type) {
      case 'heading': {
        const run = { text, from: start.from, to: start.to };
        // White space that an empty title stands behind belongs to it.
        const to = Math.max(start.to, trimmedEnd(text, first, end));
        this.#parts.push({ type: 'heading', level: start.level, from: first, to, run });
        return;
      }
      case 'break':
        this.#parts.push(OPAQUE);
        return;
      case 'fence':
        this.#leaf = { type: 'fence', start: first, end, mark: text.charCodeAt(first), length: start.length };
        return;
      case 'math':
        this.#leaf = { type: 'math', start: first, end };
        return;
      case 'html': {
        const isComment = text.startsWith(COMMENT, first);
        const stop = trimmedEnd(text, first, end);
        this.#leaf = { type: 'html', start: first, end: stop, until: start.end, raw: start.raw, isComment };
        this.#closeIf(endsHtml(text, isComment ? first + 2 : first, end, start.end));
      }
    }
  }

  /** The line is indented code. */
  readCode(): void {
    this.#parts.push(OPAQUE);
  }

  /** Makes a heading of the paragraph above where the line underlines it, if that is not all definitions. */
  underline(): boolean {
    const { text, first, end, code } = this.#cursor;
    if (!isUnderline(text, first, end)) {
      return false;
    }
    const run = this.#readDefinitions(this.#paragraph.run());
    this.#leaf = NO_LEAF;
    if (run.from >= run.to) {
      return false;
    }
    const level = code === 61 ? 1 : 2;
    const from = offsetIn(run, run.from);
    this.#parts.push({ type: 'heading', level, from, to: trimmedEnd(text, first, end), run });
    return true;
  }

  /** Reads the line as more of the paragraph; `isLazy`: without the marks of the blocks around. */
  addText(isLazy: boolean): void {
    const { first, end, indent } = this.#cursor;
    const isOdd = isLazy || indent >= CODE_INDENT;
    if (isOdd || !this.#startTable()) {
      this.#paragraph.add(first, end, isOdd);
    }
  }

  /** The same for a line that starts no other block, and cannot be a row of delimiters. */
  addPlainText(): void {
    const { first, end, indent } = this.#cursor;
    this.#paragraph.add(first, end, indent >= CODE_INDENT);
  }

  /** Begins a paragraph with the line; `isMarked`: it stands in a block quote. */
  beginText(isMarked: boolean): void {
    this.#paragraph.begin(this.#cursor.first, this.#cursor.end, isMarked);
    this.#leaf = PARAGRAPH;
  }

  /** Reads the line as one more row of a table. Answers whether it was. */
  addRow(): boolean {
    const { first, end } = this.#cursor;
    if (this.#leaf.type !== 'table') {
      return false;
    }
    this.#readRow(first, end);
    this.#leaf.end = end;
    return true;
  }

  /** Closes the block, if one is open. */
  close(): void {
    const leaf = this.#leaf;
    this.#leaf = NO_LEAF;
    switch (leaf.type) {
      case 'none':
        return;
      case 'paragraph': {
        const run = this.#readDefinitions(this.#paragraph.run());
        if (run.from < run.to) {
          this.#parts.push({ type: 'paragraph', run });
        }
        return;
      }
      case 'html':
        this.#parts.push({ type: 'html', from: leaf.start, to: leaf.end, raw: leaf.raw });
        this.foldLines(leaf.start, leaf.end, leaf.isComment ? 'comment' : 'region');
        return;
      case 'table':
        this.foldLines(leaf.start, leaf.end);
        return;
      default:
        this.#parts.push(OPAQUE);
        this.foldLines(leaf.start, leaf.end);
    }
  }

  /** What stands from `start` to `end` can be folded, if that is more than one line. */
  foldLines(start: number, end: number, kind: Fold['kind'] = 'region'): void {
    const { text } = this.#cursor;
    const feed = text.indexOf('\n', start);
    if ((feed >= 0 && feed < end) || (feed < 0 && text.slice(start, end).includes('\r'))) {
      this.#sink.fold(start, end, kind);
    }
  }

  #closeIf(isEnd: boolean): void {
    if (isEnd) {
      this.close();
    }
  }

  /** Starts a table with the paragraph's last line, where the line is the row of delimiters below. */
  #startTable(): boolean {
    const { text, first, end, code } = this.#cursor;
    if ((code !== 124 && code !== 58 && code !== 45) || this.#paragraph.lastIsOdd) {
      return false;
    }
    const columns = delimiterColumns(text, first, end);
    const { lastStart, lastEnd } = this.#paragraph;
    if (columns === 0 || rowCells(text, lastStart, lastEnd).length !== columns * 2) {
      return false;
    }
    if (this.#paragraph.dropLast()) {
      this.close();
    }
    this.#leaf = { type: 'table', start: lastStart, end };
    this.#readRow(lastStart, lastEnd);
    return true;
  }

  #readRow(from: number, to: number): void {
    this.#parts.push({ type: 'row', from, to });
  }

  /** Takes the definitions off the start of a paragraph; answers the rest. */
  #readDefinitions(run: TextRun): TextRun {
    let from = run.from;
    while (from < run.to && run.text.charCodeAt(from) === 91) {
      const definition = readDefinition(run.text, from, run.to);
      if (definition === undefined) {
        break;
      }
      this.#sink.definition(run, from, definition);
      from = definition.next;
    }
    return from === run.from ? run : partOf(run, from, run.to);
  }
}
