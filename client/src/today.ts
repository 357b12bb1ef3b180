/** The user's day, ISO 8601: the extension may run where the clock shows another one than the server's. */
export function today(): string {
  return dayIn(0);
}

/** The day so many days from now. */
export function dayIn(days: number): string {
  const now = new Date();
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}

/** Days from now to the next Monday, at least one. */
export function daysToMonday(): number {
  return (8 - new Date().getDay()) % 7 || 7;
}

/** Milliseconds until it is another day. */
export function untilMidnight(): number {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime();
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
