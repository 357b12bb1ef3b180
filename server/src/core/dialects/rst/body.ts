/**
 * Body elements: looks at the first characters of a block and lets the construct that they start read it.
 * Source: reStructuredText specification, "Body Elements"; order of the constructs as docutils tries them.
 */

import { foldSpace } from '../../text/foldSpace.ts';
import { ownString } from '../../text/ownString.ts';
import type { TextRun } from '../textRun.ts';
import { hasMarkers } from '../todoMarkers.ts';
import {
  type Block,
  type BlockReader,
  blockOf,
  type Construct,
  type InlineOptions,
  type Outcome,
  placeIn,
} from './block.ts';
import { blockQuote } from './blockQuote.ts';
import { withField } from './docinfo.ts';
import { doctestBlock } from './doctestBlock.ts';
import { unescapeText } from './escapes.ts';
import { anonymousTarget, explicitMarkup } from './explicitMarkup.ts';
import { findMarkup } from './inline/findMarkup.ts';
import { inlineText } from './inline/inlineText.ts';
import { scanInline } from './inline/markup.ts';
import { NoteSink } from './inline/noteSink.ts';
import { PlainSink } from './inline/plainSink.ts';
import { addLead } from './lead.ts';
import { lineBlock } from './lineBlock.ts';
import type { Lines } from './lines.ts';
import { bulletList } from './lists/bulletList.ts';
import { enumeratedList } from './lists/enumeratedList.ts';
import { fieldList } from './lists/fieldList.ts';
import { optionList } from './lists/optionList.ts';
import type { NoteBuilder } from './noteBuilder.ts';
import { settleOddIndents } from './oddIndents.ts';
import { overlinedTitle } from './sections.ts';
import { gridTable } from './tables/gridTable.ts';
import { simpleTable } from './tables/simpleTable.ts';
import { paragraphEnd, textBlock } from './textBlock.ts';
import { TitleStyles } from './titleStyles.ts';
import { readCommentMarkers, readMarkers } from './todos/markers.ts';

/** Nested deeper than this, blocks are left unread: no person writes that, and the stack has an end. */
const DEEPEST = 200;

/** Constructs that a line may start, by its first character. */
const constructs: (readonly Construct[] | undefined)[] = Array.from({ length: 128 });
/** The same for the bullets that are not ASCII. */
const otherConstructs = new Map<number, readonly Construct[]>();

function constructsAt(code: number): readonly Construct[] | undefined {
  return code < 128 ? constructs[code] : otherConstructs.get(code);
}

function starts(characters: string, ...candidates: Construct[]): void {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    const known = constructsAt(code) ?? [];
    if (code < 128) {
      constructs[code] = [...known, ...candidates];
    } else {
      otherConstructs.set(code, candidates);
    }
  }
}

starts('-+*\u2022\u2023\u2043', bulletList);
starts('(#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', enumeratedList);
starts(':', fieldList);
starts('-+/', optionList);
starts('>', doctestBlock);
starts('|', lineBlock);
starts('+', gridTable);
starts('=', simpleTable);
starts('.', explicitMarkup);
starts('_', anonymousTarget);

export class BodyReader implements BlockReader {
  readonly note: NoteBuilder;
  readonly #titleStyles = new TitleStyles();
  readonly #hasMarkers: boolean;
  #depth = 0;
  /** What the construct leaves that is being read. */
  #left: Outcome = 'other';

  constructor(note: NoteBuilder) {
    this.note = note;
    this.#hasMarkers = hasMarkers(note.text);
  }

  readBlocks(block: Block): Outcome {
    if (this.#depth >= DEEPEST) {
      return 'other';
    }
    this.#depth++;
    settleOddIndents(block);
    const { lines, to, column, place } = block;
    let current = block;
    let outcome: Outcome = 'nothing';
    let line = block.from;
    while (line < to) {
      const indent = lines.indent[line]!;
      if (indent < 0) {
        line++;
      } else if (indent > column) {
        line = blockQuote(this, current, line);
        outcome = 'other';
      } else {
        const behind = this.#readConstruct(current, line);
        line = behind ?? this.#readText(block, line);
        const introduced = behind === undefined ? this.note.takeIntroduction() : -1;
        if (introduced >= 0) {
          current = blockOf(lines, block.from, to, column, placeIn(place, { todoParent: introduced }));
        } else if (behind === undefined) {
          current = block;
        }
        outcome = outcome === 'nothing' ? this.#left : this.#left === 'nothing' ? outcome : 'other';
        this.#left = 'other';
      }
    }
    this.#depth--;
    return outcome;
  }

  leaves(outcome: Outcome): void {
    this.#left = outcome;
  }

  #readConstruct(block: Block, line: number): number | undefined {
    const { lines } = block;
    const candidates = constructsAt(lines.text.charCodeAt(lines.first[line]!));
    if (candidates === undefined) {
      return undefined;
    }
    const { note } = this;
    const labels = note.labelCount;
    const annotations = note.annotationCount;
    const lead = note.takeLead();
    const start = lines.first[line]!;
    // Most blocks of all notes come through here: an index costs less than an iterator before the engine has warmed up.
    for (let at = 0; at < candidates.length; at++) {
      const construct = candidates[at]!;
      const behind = construct(this, block, line);
      if (behind !== undefined) {
        if (construct === lineBlock && lead !== undefined && addLead(lead, lines, line, behind)) {
          note.returnLead(lead);
        } else if (lead !== undefined && construct === fieldList) {
          // Fields tell of the note, or of the talk; who spoke may stand below them.
          if (note.headingCount === 1) {
            note.docinfo = withField(note.docinfo, lines.text.slice(start, lines.end[behind - 1]!));
          }
          note.returnLead(lead);
        } else if (construct === fieldList && block.place.titles === 'read' && note.headingCount === 0) {
          // They may also stand above all titles, as Sphinx has them.
          note.docinfo = withField(note.docinfo, lines.text.slice(start, lines.end[behind - 1]!));
        } else if (note.annotationCount > annotations && construct === explicitMarkup) {
          // What is written in the margin stands between no title and its speaker.
          note.returnLead(lead);
        }
        if (block.place.titles === 'read' && note.labelCount === labels) {
          note.dropLabels();
        }
        return behind;
      }
    }
    note.returnLead(lead);
    return undefined;
  }

  #readText(block: Block, line: number): number {
    const { note } = this;
    const headings = note.headingCount;
    const lead = note.takeLead();
    const title = overlinedTitle(this, this.#titleStyles, block, line);
    const behind = title ?? textBlock(this, this.#titleStyles, block, line);
    if (note.headingCount === headings) {
      if (lead !== undefined && addLead(lead, block.lines, line, Math.min(behind, paragraphEnd(block, line)))) {
        note.returnLead(lead);
      }
      if (block.place.titles === 'read') {
        note.dropLabels();
      }
    }
    return behind;
  }

  readInline(lines: Lines, from: number, to: number, options?: InlineOptions): void {
    const run = inlineText(lines, from, to, options?.end);
    this.#readRun(run, findMarkup(run.text, run.from, run.to));
  }

  readTitle(lines: Lines, line: number, add: (title: string) => void): void {
    const run = inlineText(lines, line, line + 1);
    const first = findMarkup(run.text, run.from, run.to);
    add(plainRun(run, first));
    this.#readRun(run, first);
  }

  /** No markup stands before `first`; none at all where it is -1. */
  #readRun(run: TextRun, first: number): void {
    if (first >= 0) {
      scanInline(run.text, run.from, run.to, new NoteSink(run, this.note, this.#hasMarkers), first);
    } else if (this.#hasMarkers) {
      readMarkers(run, run.from, run.to, this.note);
    }
  }

  readComment(lines: Lines, from: number, to: number, content: number): void {
    if (this.#hasMarkers) {
      readCommentMarkers(lines, from, to, content, this.note);
    }
  }

  plainText(lines: Lines, from: number, to: number, textEnd?: number): string {
    const run = inlineText(lines, from, to, textEnd);
    return plainRun(run, findMarkup(run.text, run.from, run.to));
  }
}

/** What a reader sees of `run`, in which no markup stands before `first`, or none at all where that is -1. */
function plainRun({ text, from, to }: TextRun, first: number): string {
  if (first < 0) {
    return ownString(foldSpace(unescapeText(text.slice(from, to))));
  }
  const sink = new PlainSink(text);
  scanInline(text, from, to, sink, first);
  return sink.plain;
}
