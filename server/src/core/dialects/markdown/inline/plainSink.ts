/** Collects what a reader sees of a run: no marks, no escapes, no HTML. */

import { foldSpace } from '../../../text/foldSpace.ts';
import { ownString } from '../../../text/ownString.ts';
import { NO_RUN, type TextRun } from '../../textRun.ts';
import { runEnd } from '../blocks/lineShapes.ts';
import { characterTable, isLineEnd } from '../characters.ts';
import { readReference } from '../entities.ts';
import { Emphasis } from './emphasis.ts';
import { emptied } from './emptied.ts';
import type { FoundLink, FoundWikiLink, InlineSink } from './inlineSink.ts';

const AMPERSAND = 38;

interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const marks = characterTable('\\`<[]:@wW&*_~$');

export class PlainSink implements InlineSink {
  readonly marks = marks;
  #run: TextRun = NO_RUN;
  readonly #emphasis = new Emphasis();
  #changes: Change[] = [];
  /** Runs of emphasis marks before each bracket that is open, by the mark that was given for it. */
  #runsBefore: number[] = [];

  start(run: TextRun): void {
    this.#run = run;
    this.#emphasis.reset();
    this.#changes = emptied(this.#changes);
    this.#runsBefore = emptied(this.#runsBefore);
  }

  /** All of it on one line, white space folded. */
  get plain(): string {
    const { text, from, to } = this.#run;
    this.#emphasis.pair(0, this.#hide);
    if (this.#changes.length === 0) {
      return ownString(foldSpace(text.slice(from, to)));
    }
    const parts: string[] = [];
    let at = from;
    for (const change of inOrder(this.#changes)) {
      if (change.from >= at) {
        parts.push(text.slice(at, change.from), change.text);
        at = change.to;
      }
    }
    parts.push(text.slice(at, to));
    // Put together of several parts, it is a string of its own.
    return foldSpace(parts.join(''));
  }

  readonly #hide = (from: number, to: number): void => {
    this.#changes.push({ from, to, text: '' });
  };

  mark(): number {
    return this.#runsBefore.push(this.#emphasis.count) - 1;
  }

  enclose(mark: number): void {
    this.#emphasis.pair(this.#runsBefore[mark]!, this.#hide);
  }

  link({ isUndefined, from, to, textFrom, textTo }: FoundLink): void {
    if (!isUndefined) {
      this.#hide(from, textFrom);
      this.#hide(textTo, to);
    }
  }

  wikiLink({ from, to, targetFrom, targetTo, labelFrom, labelTo }: FoundWikiLink): void {
    const isLabelled = labelTo > labelFrom;
    this.#hide(from, isLabelled ? labelFrom : targetFrom);
    this.#hide(isLabelled ? labelTo : targetTo, to);
  }

  footnote(from: number, to: number, _labelFrom: number, _labelTo: number, isDefined: boolean): void {
    if (isDefined) {
      this.#hide(from, to);
    }
  }

  autolink(from: number, to: number): void {
    this.#hide(from, from + 1);
    this.#hide(to - 1, to);
  }

  bareUrl(): void {}

  /** One space at each side belongs to the marks, where there is something else in between. */
  code(from: number, to: number, contentFrom: number, contentTo: number): void {
    const content = this.#run.text.slice(contentFrom, contentTo);
    const isPadded = isPad(content, 0) && isPad(content, content.length - 1) && content.trim() !== '';
    this.#changes.push({ from, to, text: isPadded ? content.slice(1, -1) : content });
  }

  math(): void {}

  tag(from: number, to: number): void {
    this.#hide(from, to);
  }

  comment(from: number, to: number): void {
    this.#hide(from, to);
  }

  escape(at: number): void {
    this.#hide(at, at + 1);
  }

  other(at: number, to: number): number {
    const { text, from } = this.#run;
    if (text.charCodeAt(at) === AMPERSAND) {
      const reference = readReference(text, at);
      if (reference !== undefined && reference.end <= to) {
        this.#changes.push({ from: at, to: reference.end, text: reference.character });
        return reference.end;
      }
      return at + 1;
    }
    const end = runEnd(text, at, to);
    this.#emphasis.add(text, at, end, from, to);
    return end;
  }
}

/** Mostly they come in order. */
function inOrder(changes: Change[]): readonly Change[] {
  for (let at = 1; at < changes.length; at++) {
    if (byPlace(changes[at - 1]!, changes[at]!) > 0) {
      return changes.sort(byPlace);
    }
  }
  return changes;
}

function byPlace(a: Change, b: Change): number {
  return a.from - b.from || a.to - b.to;
}

function isPad(content: string, at: number): boolean {
  const code = content.charCodeAt(at);
  return code === 32 || isLineEnd(code);
}
