/**
 * The block pass: goes over the lines once, keeps the stack of open containers, and gives what it finds as parts.
 * Source: CommonMark, "Appendix: A parsing strategy", phase 1.
 */
import type { Fold } from '../../../model/note.ts';
import type { LineIndex } from '../../../text/lineIndex.ts';
import { characterTable } from '../characters.ts';
import type { Part } from '../part.ts';
import type { TextRun } from '../textRun.ts';
import { type Container, continues, skipQuoteMark } from './container.ts';
import { Cursor } from './cursor.ts';
import { readDefinition } from './definition.ts';
import { footnoteStart } from './footnote.ts';
import { endsHtml, htmlStart } from './htmlBlock.ts';
import { type Leaf, NO_LEAF, PARAGRAPH } from './leaf.ts';
import { atxHeading, closesFence, isThematicBreak, isUnderline, openingFence, trimmedEnd } from './lineShapes.ts';
import { listMarker } from './listMarker.ts';
import { closesMath, opensMath } from './math.ts';
import { Paragraph } from './paragraph.ts';
import { delimiterColumns, rowCells } from './table.ts';

/** Nested deeper than this, marks are text: no person writes that, and each line is held against all of them. */
const DEEPEST = 100;
/** White space that makes a line code. */
const CODE_INDENT = 4;

/** First characters of lines that may be more than the next line of a paragraph. */
const interrupting = characterTable('>#`~<=-+*_0123456789[|:$');

/** What the block pass tells besides parts, as soon as it knows. */
export interface BlockSink {
  definition(run: TextRun, at: number, definition: NonNullable<ReturnType<typeof readDefinition>>): void;
  footnote(start: number, labelFrom: number, labelTo: number, end: number): void;
  fold(start: number, end: number, kind: Fold['kind']): void;
}

export class BlockReader {
  readonly parts: Part[] = [];
  readonly #lines: LineIndex;
  readonly #cursor: Cursor;
  readonly #sink: BlockSink;
  readonly #stack: Container[] = [];
  readonly #paragraph: Paragraph;
  #quotes = 0;
  #leaf: Leaf = NO_LEAF;

  constructor(text: string, lines: LineIndex, sink: BlockSink) {
    this.#lines = lines;
    this.#cursor = new Cursor(text);
    this.#sink = sink;
    this.#paragraph = new Paragraph(text);
  }

  /** Reads the lines from `line` to the end. */
  read(line: number): void {
    const cursor = this.#cursor;
    const count = this.#lines.lineCount;
    for (let at = line; at < count; at++) {
      cursor.startLine(this.#lines, at);
      if (this.#stack.length > 0 || this.#leaf !== PARAGRAPH || cursor.isBlank || this.#mayInterrupt()) {
        this.#readLine();
      } else {
        this.#paragraph.add(cursor.first, cursor.end, cursor.indent >= CODE_INDENT);
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
    if (isWhole && this.#continueLeaf()) {
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

  /** Reads the line as more of a block that takes any line. */
  #continueLeaf(): boolean {
    const leaf = this.#leaf;
    const { text, first, end, at, indent } = this.#cursor;
    switch (leaf.type) {
      case 'fence':
        leaf.end = trimmedEnd(text, at, end);
        if (indent < CODE_INDENT && closesFence(text, first, end, leaf.mark, leaf.length)) {
          this.#closeLeaf();
        }
        return true;
      case 'math':
        leaf.end = trimmedEnd(text, at, end);
        if (closesMath(text, first, end)) {
          this.#closeLeaf();
        }
        return true;
      case 'html':
        if (leaf.until === 'blank' && this.#cursor.isBlank) {
          this.#closeLeaf();
          return false;
        }
        leaf.end = Math.max(leaf.end, trimmedEnd(text, at, end));
        if (endsHtml(text, at, end, leaf.until)) {
          this.#closeLeaf();
        }
        return true;
      default:
        return false;
    }
  }

  /** Opens the blocks that start on the line. `done`: nothing of the line is left. */
  #open(matched: number, isWhole: boolean): 'done' | 'container' | undefined {
    const cursor = this.#cursor;
    let opened: 'container' | undefined;
    let kept = matched;
    for (;;) {
      const code = cursor.code;
      const inParagraph = this.#leaf === PARAGRAPH && opened === undefined;
      if (cursor.indent >= CODE_INDENT) {
        return inParagraph ? undefined : this.#readCode(kept);
      }
      if (!(code < 128) || interrupting[code] === 0) {
        return opened;
      }
      if (this.#openLeaf(code, kept, isWhole, inParagraph)) {
        return 'done';
      }
      if (this.#stack.length >= DEEPEST || !this.#openContainer(code, kept, isWhole && inParagraph)) {
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
    this.parts.push(OPAQUE);
    return 'done';
  }

  /** Opens a container; `matched` of those before go on. */
  #openContainer(code: number, matched: number, interrupts: boolean): boolean {
    const cursor = this.#cursor;
    const start = cursor.first;
    if (code === 62) {
      this.#push(matched, { type: 'quote', start, width: 0, isFilled: true, lastEnd: cursor.end });
      skipQuoteMark(cursor);
      return true;
    }
    if (code === 91) {
      const behind = footnoteStart(cursor);
      if (behind < 0) {
        return false;
      }
      this.#sink.footnote(start, start + 2, behind - 2, cursor.end);
      this.#push(matched, { type: 'footnote', start, width: CODE_INDENT, isFilled: true, lastEnd: cursor.end });
      cursor.goTo(behind);
      cursor.skipColumns(cursor.indent);
      return true;
    }
    const marker = listMarker(cursor, interrupts);
    if (marker === undefined) {
      return false;
    }
    const { width, isEmpty, end } = marker;
    const column = cursor.column;
    this.#push(matched, { type: 'item', start, width, isFilled: !isEmpty, lastEnd: cursor.end });
    cursor.goTo(end);
    cursor.skipColumns(isEmpty ? cursor.indent : column + width - cursor.column);
    return true;
  }

  #push(matched: number, container: Container): void {
    this.#interrupt(matched);
    this.#stack.push(container);
    this.#quotes += container.type === 'quote' ? 1 : 0;
    this.parts.push(container.type === 'item' ? { type: 'item', at: container.start } : partOf[container.type]);
  }

  /** Reads the line as a block that holds no others. */
  #openLeaf(code: number, matched: number, isWhole: boolean, inParagraph: boolean): boolean {
    const { text, first, end } = this.#cursor;
    switch (code) {
      case 35:
        return this.#readHeading(matched);
      case 96:
      case 126:
        return this.#openFence(matched);
      case 60:
        return this.#openHtml(matched, inParagraph);
      case 36:
        return this.#openMath(matched);
      case 61:
      case 45:
        if (inParagraph && isWhole && isUnderline(text, first, end) && this.#underline(code)) {
          return true;
        }
        return code === 45 && this.#readBreak(matched);
      case 42:
      case 95:
        return this.#readBreak(matched);
      default:
        return false;
    }
  }

  #readHeading(matched: number): boolean {
    const { text, first, end } = this.#cursor;
    const heading = atxHeading(text, first, end);
    if (heading === undefined) {
      return false;
    }
    this.#interrupt(matched);
    const run = { text, from: heading.from, to: heading.to };
    this.parts.push({ type: 'heading', level: heading.level, from: first, to: trimmedEnd(text, first, end), run });
    return true;
  }

  #readBreak(matched: number): boolean {
    const { text, first, end } = this.#cursor;
    if (!isThematicBreak(text, first, end)) {
      return false;
    }
    this.#interrupt(matched);
    this.parts.push(OPAQUE);
    return true;
  }

  #openFence(matched: number): boolean {
    const { text, first, end } = this.#cursor;
    const length = openingFence(text, first, end);
    if (length === 0) {
      return false;
    }
    this.#interrupt(matched);
    this.#leaf = { type: 'fence', start: first, end, mark: text.charCodeAt(first), length };
    return true;
  }

  #openMath(matched: number): boolean {
    const { text, first, end } = this.#cursor;
    if (this.#leaf === PARAGRAPH || !opensMath(text, first, end)) {
      return false;
    }
    this.#interrupt(matched);
    this.#leaf = { type: 'math', start: first, end };
    return true;
  }

  #openHtml(matched: number, inParagraph: boolean): boolean {
    const { text, first, end } = this.#cursor;
    const html = htmlStart(text, first, end, inParagraph);
    if (html === undefined) {
      return false;
    }
    this.#interrupt(matched);
    const isComment = text.startsWith('<!--', first);
    const stop = trimmedEnd(text, first, end);
    this.#leaf = { type: 'html', start: first, end: stop, until: html.end, raw: html.raw, isComment };
    if (endsHtml(text, isComment ? first + 2 : first, end, html.end)) {
      this.#closeLeaf();
    }
    return true;
  }

  /** Makes a heading of the paragraph above, if that is not all definitions. */
  #underline(code: number): boolean {
    const { text, first, end } = this.#cursor;
    const run = this.#readDefinitions(this.#paragraph.run());
    if (run.from >= run.to) {
      this.#leaf = NO_LEAF;
      return false;
    }
    this.#leaf = NO_LEAF;
    const { from } = this.#paragraphBounds(run);
    this.parts.push({ type: 'heading', level: code === 61 ? 1 : 2, from, to: trimmedEnd(text, first, end), run });
    return true;
  }

  #paragraphBounds(run: TextRun): { readonly from: number } {
    return { from: run.origins === undefined ? run.from : originOf(run) };
  }

  #readText(matched: number, isWhole: boolean, isOpened: boolean): void {
    const { first, end, indent } = this.#cursor;
    if (this.#leaf === PARAGRAPH && !isOpened) {
      const isOdd = !isWhole || indent >= CODE_INDENT;
      if (isOdd || !this.#startTable()) {
        this.#paragraph.add(first, end, isOdd);
      }
      return;
    }
    if (!isOpened && isWhole && this.#leaf.type === 'table') {
      this.#readRow(first, end);
      this.#leaf.end = end;
      return;
    }
    if (!isOpened) {
      this.#interrupt(matched);
    }
    this.#paragraph.begin(first, end, this.#quotes > 0);
    this.#leaf = PARAGRAPH;
  }

  /** Starts a table with the paragraph's last line, where the line is the row of delimiters below. */
  #startTable(): boolean {
    const { text, first, end } = this.#cursor;
    const code = this.#cursor.code;
    if ((code !== 124 && code !== 58 && code !== 45) || this.#paragraph.lastIsOdd) {
      return false;
    }
    const columns = delimiterColumns(text, first, end);
    const { lastStart, lastEnd } = this.#paragraph;
    if (columns === 0 || rowCells(text, lastStart, lastEnd).length !== columns * 2) {
      return false;
    }
    if (this.#paragraph.dropLast()) {
      this.#closeLeaf();
    }
    this.#leaf = { type: 'table', start: lastStart, end };
    this.#readRow(lastStart, lastEnd);
    return true;
  }

  #readRow(from: number, to: number): void {
    const { text } = this.#cursor;
    const cells = rowCells(text, from, to);
    for (let index = 0; index < cells.length; index += 2) {
      this.parts.push({ type: 'cell', run: { text, from: cells[index]!, to: cells[index + 1]! } });
    }
  }

  /** Closes the leaf, and all containers but the first `kept`. */
  #interrupt(kept: number): void {
    if (this.#leaf !== NO_LEAF) {
      this.#closeLeaf();
    }
    while (this.#stack.length > kept) {
      const { type, start, lastEnd } = this.#stack.pop()!;
      this.#quotes -= type === 'quote' ? 1 : 0;
      this.parts.push(CLOSE);
      this.#foldLines(start, lastEnd);
    }
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    this.#leaf = NO_LEAF;
    switch (leaf.type) {
      case 'none':
        return;
      case 'paragraph': {
        const run = this.#readDefinitions(this.#paragraph.run());
        if (run.from < run.to) {
          this.parts.push({ type: 'paragraph', run });
        }
        return;
      }
      case 'html':
        this.parts.push({ type: 'html', from: leaf.start, to: leaf.end, raw: leaf.raw });
        this.#foldLines(leaf.start, leaf.end, leaf.isComment ? 'comment' : 'region');
        return;
      case 'table':
        this.#foldLines(leaf.start, leaf.end);
        return;
      default:
        this.parts.push(OPAQUE);
        this.#foldLines(leaf.start, leaf.end);
    }
  }

  #foldLines(start: number, end: number, kind: Fold['kind'] = 'region'): void {
    const { text } = this.#cursor;
    const feed = text.indexOf('\n', start);
    if ((feed >= 0 && feed < end) || (feed < 0 && text.slice(start, end).includes('\r'))) {
      this.#sink.fold(start, end, kind);
    }
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
    return from === run.from ? run : { ...run, from };
  }
}

const OPAQUE: Part = { type: 'opaque' };
const CLOSE: Part = { type: 'close' };
const partOf = { quote: { type: 'quote' }, footnote: { type: 'footnote' } } as const;

function originOf({ starts, origins, from }: TextRun): number {
  let line = 0;
  while (line + 1 < starts!.length && starts![line + 1]! <= from) {
    line++;
  }
  return origins![line]! + from - starts![line]!;
}
