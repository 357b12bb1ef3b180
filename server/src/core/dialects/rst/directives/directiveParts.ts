/** What the parts of a directive are, before anything in them is read. */
import type { Block, Place } from '../block.ts';
import type { DirectiveOption } from './options.ts';
import type { DirectiveShape } from './table.ts';

/** A directive taken apart. Line ranges are half-open. */
export interface Directive {
  /** In lower case. */
  readonly name: string;
  /** It says what a substitution stands for. */
  readonly isSubstitution: boolean;
  /** What the blocks around mean. */
  readonly around: Place;
  readonly shape: DirectiveShape;
  /** Offset of the two dots. */
  readonly start: number;
  /** Offset behind `::`. */
  readonly head: number;
  readonly options: readonly DirectiveOption[];
  /** The first line behind the options. */
  readonly optionsTo: number;
  /** The options cannot be told apart, or there are two of one name. */
  readonly hasBrokenOptions: boolean;
  /** Lines of the argument; empty where there is none. */
  readonly argumentTo: number;
  /** Where options may be added: behind the last line before the first blank one. */
  readonly headEnd: number;
  /** Where the content starts; the whole block's `to` where there is none. */
  readonly contentFrom: number;
  readonly block: Block;
  /** The first line behind all of it. */
  readonly behind: number;
}
