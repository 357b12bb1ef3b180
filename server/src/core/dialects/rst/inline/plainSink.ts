/** Collects what a reader sees of a run of inline text: no markup, no escapes. */

import { foldSpace } from '../../../text/foldSpace.ts';
import { ownString } from '../../../text/ownString.ts';
import { unescapeText } from '../escapes.ts';
import { roleKind, splitExplicitTitle } from '../roleTargets.ts';
import { findEmbedded } from './embedded.ts';
import type { InlineSink } from './inlineSink.ts';

export class PlainSink implements InlineSink {
  readonly #text: string;
  readonly #parts: string[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** All of it on one line, white space folded. */
  get plain(): string {
    return ownString(foldSpace(this.#parts.length === 1 ? this.#parts[0]! : this.#parts.join('')));
  }

  text(from: number, to: number): void {
    this.#parts.push(unescapeText(this.#text.slice(from, to)));
  }

  styled(from: number, to: number): void {
    this.text(from, to);
  }

  literal(from: number, to: number): void {
    this.#parts.push(this.#text.slice(from, to));
  }

  url(from: number, to: number): void {
    this.text(from, to);
  }

  simpleReference(_start: number, _end: number, from: number, to: number): void {
    this.text(from, to);
  }

  phraseReference(_start: number, _end: number, from: number, to: number): void {
    const embedded = findEmbedded(this.#text, from, to);
    if (embedded === undefined) {
      this.text(from, to);
    } else if (embedded.textEnd > from) {
      this.text(from, embedded.textEnd);
    } else {
      this.text(embedded.from, embedded.isAlias ? embedded.to - 1 : embedded.to);
    }
  }

  interpreted(_start: number, _end: number, from: number, to: number, role: string | undefined): void {
    if (role === undefined || roleKind(role.toLowerCase()) === 'text') {
      this.text(from, to);
      return;
    }
    const { label, target } = splitExplicitTitle(this.#text, from, to);
    this.#parts.push(label ?? target);
  }

  substitution(_start: number, _end: number, from: number, to: number): void {
    this.text(from, to);
  }

  /** What a footnote is numbered with nobody has written. */
  labelReference(_start: number, _end: number, from: number, to: number): void {
    if (!'#*'.includes(this.#text[from]!)) {
      this.text(from, to);
    }
  }

  inlineTarget(_start: number, _end: number, from: number, to: number): void {
    this.text(from, to);
  }
}
