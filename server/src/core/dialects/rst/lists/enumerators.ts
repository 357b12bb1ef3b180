/** The enumerators of lists: their forms, and their values. Source: docutils' `parse_enumerator`. */

export type Sequence = 'arabic' | 'loweralpha' | 'upperalpha' | 'lowerroman' | 'upperroman' | '#';

export interface Enumerator {
  /** What stands around the value: `(1)`, `1)` or `1.`. */
  readonly format: 'parens' | 'rparen' | 'period';
  readonly sequence: Sequence;
  /** The value; `undefined` where a roman numeral is malformed. */
  readonly ordinal: number | undefined;
  /** Characters from the first to the one that ends the enumerator. */
  readonly width: number;
}

const FORM = /(\()?([0-9]+|[a-zA-Z]|[ivxlcdmIVXLCDM]+|#)([.)])(?= |$)/y;

const matchers: Readonly<Record<Sequence, RegExp>> = {
  arabic: /^[0-9]+$/,
  loweralpha: /^[a-z]$/,
  upperalpha: /^[A-Z]$/,
  lowerroman: /^[ivxlcdm]+$/,
  upperroman: /^[IVXLCDM]+$/,
  '#': /^#$/,
};

const order: readonly Sequence[] = ['arabic', 'loweralpha', 'upperalpha', 'lowerroman', 'upperroman'];

/** The enumerator that `source` starts with, read as `expected` where it can be. */
export function readEnumerator(source: string, expected?: Sequence): Enumerator | undefined {
  FORM.lastIndex = 0;
  const match = FORM.exec(source);
  if (match === null || (match[1] !== undefined && match[3] === '.')) {
    return undefined;
  }
  const text = match[2]!;
  const sequence = sequenceOf(text, expected);
  if (sequence === undefined) {
    return undefined;
  }
  const format = match[3] === '.' ? 'period' : match[1] === undefined ? 'rparen' : 'parens';
  return { format, sequence, ordinal: ordinalOf(text, sequence), width: match[0].length };
}

function sequenceOf(text: string, expected: Sequence | undefined): Sequence | undefined {
  if (text === '#') {
    return '#';
  }
  if (expected !== undefined && matchers[expected].test(text)) {
    return expected;
  }
  if (text === 'i' || text === 'I') {
    return text === 'i' ? 'lowerroman' : 'upperroman';
  }
  return order.find((sequence) => matchers[sequence].test(text));
}

function ordinalOf(text: string, sequence: Sequence): number | undefined {
  switch (sequence) {
    case '#':
      return 1;
    case 'arabic':
      return Number(text);
    case 'loweralpha':
    case 'upperalpha':
      return text.toLowerCase().charCodeAt(0) - 96;
    default:
      return romanValue(text.toUpperCase());
  }
}

const numerals: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

function toRoman(value: number): string {
  let roman = '';
  let rest = value;
  for (const [numeral, worth] of numerals) {
    while (rest >= worth) {
      roman += numeral;
      rest -= worth;
    }
  }
  return roman;
}

function romanValue(text: string): number | undefined {
  let value = 0;
  let at = 0;
  for (const [numeral, worth] of numerals) {
    while (text.startsWith(numeral, at)) {
      value += worth;
      at += numeral.length;
    }
  }
  return at === text.length && value < 5000 && toRoman(value) === text ? value : undefined;
}

/** How the items that may follow directly below write their enumerators: the next value, or `#`. */
export function nextEnumerators({ format, sequence, ordinal }: Enumerator): readonly string[] {
  const next = ordinal === undefined ? undefined : valueText(ordinal + 1, sequence);
  return next === undefined ? [] : [around(format, next), around(format, '#')];
}

function valueText(value: number, sequence: Sequence): string | undefined {
  switch (sequence) {
    case '#':
      return '#';
    case 'arabic':
      return String(value);
    case 'loweralpha':
    case 'upperalpha': {
      const letter = value > 26 ? undefined : String.fromCharCode(96 + value);
      return sequence === 'upperalpha' ? letter?.toUpperCase() : letter;
    }
    default: {
      const roman = value < 5000 ? toRoman(value) : undefined;
      return sequence === 'lowerroman' ? roman?.toLowerCase() : roman;
    }
  }
}

function around(format: Enumerator['format'], text: string): string {
  return format === 'period' ? `${text}. ` : format === 'rparen' ? `${text}) ` : `(${text}) `;
}
