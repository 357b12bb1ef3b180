/** The second pass: makes the note of the parts that the block pass found, in document order. */
import type { Note } from '../../model/note.ts';
import { foldSpace } from '../../text/foldSpace.ts';
import { ownString } from '../../text/ownString.ts';
import type { NoteCollector } from '../noteCollector.ts';
import { spanIn, type TextRun } from '../textRun.ts';
import { hasMarkers } from '../todoMarkers.ts';
import { readBlockId } from './blockId.ts';
import type { NoteDefinitions } from './definitions.ts';
import { HtmlReader } from './htmlReader.ts';
import { NoteSink, type RunLink } from './inline/noteSink.ts';
import { PlainSink } from './inline/plainSink.ts';
import { findSpecial, InlineScanner } from './inline/scanner.ts';
import { SectionNames } from './labels.ts';
import { addLead } from './lead.ts';
import type { Part } from './part.ts';
import { readRunMarkers } from './todos/markers.ts';
import { TodoReader } from './todos/todoReader.ts';

export class NoteReader {
  readonly #note: NoteCollector;
  readonly #definitions: NoteDefinitions;
  readonly #names = new SectionNames();
  readonly #hasMarkers: boolean;
  readonly #todos: TodoReader;
  readonly #html: HtmlReader;

  constructor(note: NoteCollector, definitions: NoteDefinitions) {
    this.#note = note;
    this.#definitions = definitions;
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
      case 'cell':
        this.#note.takeLead();
        this.#readInline(part.run);
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
    this.#readInline({ ...run, from: this.#todos.readText(run) });
    readBlockId(run, this.#note);
  }

  #readInline(run: TextRun): void {
    const first = findSpecial(run.text, run.from, run.to);
    if (first < 0) {
      if (this.#hasMarkers) {
        readRunMarkers(run, NOTHING, this.#note, this.#plain);
      }
      return;
    }
    const sink = new NoteSink(run);
    new InlineScanner(run, sink, this.#definitions).scan(first);
    for (const found of sink.links) {
      this.#note.addLink(this.#labelled(run, found));
    }
    for (const anchor of sink.anchors) {
      this.#note.addAnchor(anchor);
    }
    for (let index = 0; index < sink.comments.length; index += 2) {
      this.#html.readComment({ ...run, from: sink.comments[index]!, to: sink.comments[index + 1]! });
    }
    if (this.#hasMarkers) {
      readRunMarkers(run, sink.opaque, this.#note, this.#plain);
    }
  }

  #labelled(run: TextRun, { link, textFrom, textTo }: RunLink): RunLink['link'] {
    if (textFrom >= textTo) {
      return link;
    }
    return { ...link, label: this.#plain({ ...run, from: textFrom, to: textTo }) };
  }

  /** What a reader sees of `run`, white space folded. */
  readonly #plain = (run: TextRun): string => {
    const first = findSpecial(run.text, run.from, run.to);
    if (first < 0) {
      return ownString(foldSpace(run.text.slice(run.from, run.to)));
    }
    const sink = new PlainSink(run);
    new InlineScanner(run, sink, this.#definitions).scan(first);
    return sink.plain;
  };
}

const NOTHING: readonly number[] = [];
