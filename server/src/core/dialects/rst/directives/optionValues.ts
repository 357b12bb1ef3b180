/** What values the options of docutils' own directives take. Source: docutils' `directives` module. */
import { delimiterCode, signCode } from './unicodeCode.ts';

/** Whether an option may have `value`, which is empty where none is written. */
export type ValueCheck = (value: string) => boolean;

const INTEGER = /^[+-]?[0-9]+$/;
/** Newer versions of docutils know more units than older ones. */
const MEASURE = /^[0-9.]+ *(?:em|ex|ch|rem|vw|vh|vmin|vmax|px|in|cm|mm|pt|pc|Q|%)?$/;
const NUMBER = /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)/;

export const anyValue: ValueCheck = () => true;
export const someValue: ValueCheck = (value) => value !== '';
export const noValue: ValueCheck = (value) => value === '';

/** Words that classes can be made of: each has a letter somewhere. */
export const classNames: ValueCheck = (value) =>
  value !== '' && value.split(/\s+/).every((word) => /[a-zA-Z\u0080-\uffff]/.test(word));

export const count: ValueCheck = (value) => INTEGER.test(value) && Number(value) >= 0;
export const percentage: ValueCheck = (value) => count(value.replace(/[ %]+$/, ''));
export const measure: ValueCheck = (value) => MEASURE.test(value) && NUMBER.test(value) && !/\..*\./.test(value);
export const unitOfLength: ValueCheck = (value) => measure(value) && !value.endsWith('%');
export const figureWidth: ValueCheck = (value) => value.toLowerCase() === 'image' || measure(value);
export const columnWidths: ValueCheck = (value) =>
  value === 'auto' ||
  value === 'grid' ||
  value.split(value.includes(',') ? ',' : /\s+/).every((each) => count(each.trim()) && Number(each) > 0);

export const sign: ValueCheck = (value) => signCode(value) !== undefined;
export const delimiter: ValueCheck = (value) => delimiterCode(value) !== undefined;

/** One of `words`, in any case. */
export function oneOf(...words: readonly string[]): ValueCheck {
  return (value) => words.includes(value.trim().toLowerCase());
}
