/** `Retry-After`, in both of its forms. */

/** Milliseconds that `value` asks to wait at the moment `now`; `undefined` for what is neither seconds nor a date. */
export function retryAfterMs(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) {
    return Number(text) * 1000;
  }
  // Only dates as HTTP writes them: `Date.parse` takes almost anything for one.
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
