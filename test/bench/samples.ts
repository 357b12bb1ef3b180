/** What a bench prints: medians and percentiles, and a table of them. */

/** The value below which `share` (0 to 1) of `values` lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export interface Row {
  readonly what: string;
  readonly value: string;
  /** What is to be reached, where there is a bar. */
  readonly bar?: string;
  readonly isReached?: boolean;
}

/** Rows as an aligned table. */
export function table(title: string, rows: readonly Row[]): string {
  const widths = [Math.max(...rows.map(({ what }) => what.length)), Math.max(...rows.map(({ value }) => value.length))];
  const lines = rows.map(({ what, value, bar, isReached }) => {
    const verdict = bar === undefined ? '' : `   bar ${bar}: ${isReached ? 'reached' : 'MISSED'}`;
    return `  ${what.padEnd(widths[0]!)}  ${value.padStart(widths[1]!)}${verdict}`;
  });
  return [title, ...lines, ''].join('\n');
}

/** `value` in milliseconds, as a person reads it. */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}
