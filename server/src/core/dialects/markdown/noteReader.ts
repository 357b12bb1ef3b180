/** The second pass: makes the note of the parts that the block pass found, in document order. */
import type { LinkParts } from '../../model/link.ts';
import type { Note } from '../../model/note.ts';
import { foldSpace } from '../../text/foldSpace.ts';
import { ownString } from '../../text/ownString.ts';
import type { NoteCollector } from '../noteCollector.ts';
import { partOf, spanIn, type TextRun } from '../textRun.ts';
import { hasMarkers } from '../todoMarkers.ts';
import { readBlockId } from './blockId.ts';
import { rowCells } from './blocks/table.ts';
import type { NoteDefinitions } from './definitions.ts';
import { HtmlReader } from './htmlReader.ts';
import { NoteSink, type RunLink } from './inline/noteSink.ts';
import { PlainSink } from './inline/plainSink.ts';
import { InlineScanner } from './inline/scanner.ts';
import { SectionNames } from './labels.ts';
import { addLead } from './lead.ts';
import type { Part } from './part.ts';
import { readRunMarkers } from './todos/markers.ts';
import { TodoReader } from './todos/todoReader.ts';

export class NoteReader {
  readonly #note: NoteCollector;
  readonly #sink = new NoteSink();
  readonly #scanner: InlineScanner;
  readonly #plainSink = new PlainSink();
  readonly #plainScanner: InlineScanner;
  readonly #names = new SectionNames();
  readonly #hasMarkers: boolean;
  readonly #todos: TodoReader;
  readonly #html: HtmlReader;

  constructor(note: NoteCollector, definitions: NoteDefinitions) {
    this.#note = note;
    this.#scanner = new InlineScanner(this.#sink, definitions);
    this.#plainScanner = new InlineScanner(this.#plainSink, definitions);
    this.#hasMarkers = hasMarkers(note.text);
    this.#todos = new TodoReader(note, this.#plain);
    this.#html = new HtmlReader(note, this.#hasMarkers);
  }

  /** The note that `parts` make. */
  read(parts: readonly Part[]): Note {
    for (const part of parts) {
      this.#readPart(part);
    }
    return this.#note.finish();
  }

  #readPart(part: Part): void {
    switch (part.type) {
      case 'heading':
        this.#readHeading(part);
        break;
      case 'paragraph':
        this.#readParagraph(part.run);
        break;
      case 'row':
        this.#note.takeLead();
        this.#readRow(part.from, part.to);
        break;
      case 'html':
        this.#todos.other();
        this.#html.read(part);
        break;
      case 'item':
        this.#note.takeLead();
        this.#todos.openItem(part.at);
        break;
      case 'footnote':
      case 'quote':
        this.#todos.open(part.type);
        break;
      case 'close':
        this.#todos.close();
        break;
      case 'opaque':
        this.#note.takeLead();
        this.#todos.other();
    }
  }

  #readHeading({ level, from, to, run }: Extract<Part, { type: 'heading' }>): void {
    this.#todos.other();
    const title = this.#plain(run);
    const titleSpan = spanIn(run, run.from, run.to);
    this.#note.addHeading(title, level, { start: from, end: to }, titleSpan, this.#names.of(title));
    this.#readInline(run);
    readBlockId(run, this.#note);
  }

  #readParagraph(run: TextRun): void {
    const lead = this.#note.takeLead();
    if (lead !== undefined && addLead(lead, run, this.#plain)) {
      this.#note.returnLead(lead);
    }
    const from = this.#todos.readText(run);
    this.#readInline(from === run.from ? run : partOf(run, from, run.to));
    readBlockId(run, this.#note);
  }

  #readRow(from: number, to: number): void {
    const { text } = this.#note;
    if (this.#scanner.isPlain({ text, from, to }) && !this.#hasMarkers) {
      return;
    }
    const cells = rowCells(text, from, to);
    for (let index = 0; index < cells.length; index += 2) {
      this.#readInline({ text, from: cells[index]!, to: cells[index + 1]! });
    }
  }

  #readInline(run: TextRun): void {
    const sink = this.#sink;
    if (!this.#scanner.scan(run)) {
      this.#readMarkers(run, NOTHING);
      return;
    }
    for (const found of sink.links) {
      this.#note.addLink(this.#linkOf(run, found));
    }
    for (const anchor of sink.anchors) {
      this.#note.addAnchor(anchor);
    }
    for (let index = 0; index < sink.comments.length; index += 2) {
      this.#html.readComment(partOf(run, sink.comments[index]!, sink.comments[index + 1]!));
    }
    this.#readMarkers(run, sink.opaque);
  }

  #readMarkers(run: TextRun, opaque: readonly number[]): void {
    if (this.#hasMarkers) {
      readRunMarkers(run, opaque, this.#note, this.#plain);
    }
  }

  #linkOf(run: TextRun, { kind, target, from, to, targetFrom, targetTo, textFrom, textTo }: RunLink): LinkParts {
    const span = spanIn(run, from, to);
    const targetSpan = spanIn(run, targetFrom, targetTo);
    const label = textFrom < textTo ? this.#plain(partOf(run, textFrom, textTo)) : undefined;
    return { kind, span, target, targetSpan, label };
  }

  /** What a reader sees of `run`, white space folded. */
  readonly #plain = (run: TextRun): string => {
    return this.#plainScanner.scan(run)
      ? this.#plainSink.plain
      : ownString(foldSpace(run.text.slice(run.from, run.to)));
  };
}

const NOTHING: readonly number[] = [];
