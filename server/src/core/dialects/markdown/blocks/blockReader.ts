/**
 * The block pass: goes over the lines once, keeps the stack of open containers, and gives what it finds as parts.
 * Source: CommonMark, "Appendix: A parsing strategy", phase 1.
 */
import type { LineIndex } from '../../../text/lineIndex.ts';
import { characterTable } from '../characters.ts';
import type { Part } from '../part.ts';
import { type Container, continues, skipQuoteMark } from './container.ts';
import { CODE_INDENT, Cursor } from './cursor.ts';
import { footnoteStart } from './footnote.ts';
import { type BlockSink, LeafReader } from './leafReader.ts';
import { leafStart } from './leafStart.ts';
import { listMarker } from './listMarker.ts';

/** Nested deeper than this, marks are text: no person writes that, and each line is held against all of them. */
const DEEPEST = 100;

/** First characters of lines that may be more than the next line of a paragraph. */
const interrupting = characterTable('>#`~<=-+*_0123456789[|:$');

const CLOSE: Part = { type: 'close' };
const QUOTE: Part = { type: 'quote' };
const FOOTNOTE: Part = { type: 'footnote' };

export class BlockReader {
  readonly parts: Part[] = [];
  readonly #lines: LineIndex;
  readonly #cursor: Cursor;
  readonly #sink: BlockSink;
  readonly #leaf: LeafReader;
  readonly #stack: Container[] = [];
  #quotes = 0;

  constructor(text: string, lines: LineIndex, sink: BlockSink) {
    this.#lines = lines;
    this.#cursor = new Cursor(text);
    this.#sink = sink;
    this.#leaf = new LeafReader(this.#cursor, this.parts, sink);
  }

  /** Reads the lines from `line` to the end. */
  read(line: number): void {
    const cursor = this.#cursor;
    const count = this.#lines.lineCount;
    for (let at = line; at < count; at++) {
      cursor.startLine(this.#lines, at);
      if (this.#stack.length > 0 || !this.#leaf.inParagraph || cursor.isBlank || this.#mayInterrupt()) {
        this.#readLine();
      } else {
        this.#leaf.addPlainText();
      }
    }
    this.#interrupt(0);
  }

  #mayInterrupt(): boolean {
    const code = this.#cursor.code;
    return code < 128 && interrupting[code] === 1;
  }

  #readLine(): void {
    const cursor = this.#cursor;
    let matched = 0;
    while (matched < this.#stack.length && continues(cursor, this.#stack[matched]!)) {
      matched++;
    }
    const isWhole = matched === this.#stack.length;
    if (isWhole && this.#leaf.readRaw()) {
      this.#noteEnds();
      return;
    }
    if (cursor.isBlank) {
      this.#interrupt(matched);
      return;
    }
    const opened = this.#open(matched, isWhole);
    if (opened !== 'done') {
      this.#readText(matched, isWhole, opened === 'container');
    }
    this.#noteEnds();
  }

  /** The line that was read belongs to all containers that are open now. */
  #noteEnds(): void {
    if (!this.#cursor.isBlank) {
      for (const container of this.#stack) {
        container.lastEnd = this.#cursor.end;
      }
    }
  }

  /** Opens the blocks that start on the line. `done`: nothing of the line is left. */
  #open(matched: number, isWhole: boolean): 'done' | 'container' | undefined {
    const cursor = this.#cursor;
    let opened: 'container' | undefined;
    let kept = matched;
    for (;;) {
      const inParagraph = this.#leaf.inParagraph && opened === undefined;
      if (cursor.indent >= CODE_INDENT) {
        return inParagraph ? undefined : this.#readCode(kept);
      }
      if (!this.#mayInterrupt()) {
        return opened;
      }
      const interrupts = inParagraph && isWhole;
      if ((interrupts && this.#readUnderline()) || this.#openLeaf(kept, inParagraph)) {
        return 'done';
      }
      if (this.#stack.length >= DEEPEST || !this.#openContainer(kept, interrupts && this.#leaf.inParagraph)) {
        return opened;
      }
      opened = 'container';
      kept = this.#stack.length;
      if (cursor.isBlank) {
        return 'done';
      }
    }
  }

  #readCode(matched: number): 'done' {
    this.#interrupt(matched);
    this.#leaf.readCode();
    return 'done';
  }

  #readUnderline(): boolean {
    const { code } = this.#cursor;
    return (code === 61 || code === 45) && this.#leaf.underline();
  }

  #openLeaf(matched: number, interrupts: boolean): boolean {
    const start = leafStart(this.#cursor, this.#cursor.code, interrupts);
    if (start === undefined) {
      return false;
    }
    this.#interrupt(matched);
    this.#leaf.begin(start);
    return true;
  }

  /** Opens a container; `matched` of those before go on. */
  #openContainer(matched: number, interrupts: boolean): boolean {
    switch (this.#cursor.code) {
      case 62:
        return this.#openQuote(matched);
      case 91:
        return this.#openFootnote(matched);
      default:
        return this.#openItem(matched, interrupts);
    }
  }

  #openQuote(matched: number): boolean {
    const cursor = this.#cursor;
    this.#push(matched, { type: 'quote', start: cursor.first, width: 0, isFilled: true, lastEnd: cursor.end }, QUOTE);
    skipQuoteMark(cursor);
    return true;
  }

  #openFootnote(matched: number): boolean {
    const cursor = this.#cursor;
    const start = cursor.first;
    const behind = footnoteStart(cursor);
    if (behind < 0) {
      return false;
    }
    this.#sink.footnote(start, start + 2, behind - 2, cursor.end);
    const container = { type: 'footnote', start, width: CODE_INDENT, isFilled: true, lastEnd: cursor.end } as const;
    this.#push(matched, { ...container }, FOOTNOTE);
    cursor.goTo(behind);
    cursor.skipColumns(cursor.indent);
    return true;
  }

  #openItem(matched: number, interrupts: boolean): boolean {
    const cursor = this.#cursor;
    const marker = listMarker(cursor, interrupts);
    if (marker === undefined) {
      return false;
    }
    const { width, isEmpty, end } = marker;
    const { column, first: start } = cursor;
    const container: Container = { type: 'item', start, width, isFilled: !isEmpty, lastEnd: cursor.end };
    this.#push(matched, container, { type: 'item', at: start });
    cursor.goTo(end);
    cursor.skipColumns(isEmpty ? cursor.indent : column + width - cursor.column);
    return true;
  }

  #push(matched: number, container: Container, part: Part): void {
    this.#interrupt(matched);
    this.#stack.push(container);
    this.#quotes += container.type === 'quote' ? 1 : 0;
    this.parts.push(part);
  }

  #readText(matched: number, isWhole: boolean, isOpened: boolean): void {
    if (this.#leaf.inParagraph && !isOpened) {
      this.#leaf.addText(!isWhole);
    } else if (isOpened || !isWhole || !this.#leaf.addRow()) {
      if (!isOpened) {
        this.#interrupt(matched);
      }
      this.#leaf.beginText(this.#quotes > 0);
    }
  }

  /** Closes the leaf, and all containers but the first `kept`. */
  #interrupt(kept: number): void {
    this.#leaf.close();
    while (this.#stack.length > kept) {
      const { type, start, lastEnd } = this.#stack.pop()!;
      this.#quotes -= type === 'quote' ? 1 : 0;
      this.parts.push(CLOSE);
      this.#leaf.foldLines(start, lastEnd);
    }
  }
}
