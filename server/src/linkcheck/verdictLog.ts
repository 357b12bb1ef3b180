/**
 * Verdicts as lines of text. They are only ever added, so that a program that dies while it writes, or two that write at
 * once, spoil at most one line; a line that does not read well is passed over. The last line about an address counts.
 */
import type { KnownVerdict } from '../core/model/webVerdict.ts';

/** The first line. Another version is another format, and nothing of it is read. */
export const LOG_HEADER = '{"talkNotesLinks":1}';

/** Whether `text` is a log of any version, or the beginning of one: what may be replaced. */
export function isLog(text: string): boolean {
  return text.startsWith('{"talkNotesLinks":') || LOG_HEADER.startsWith(text);
}

/** The verdicts in `text` by address; `undefined` for what was not written by this version. */
export function readLog(
  text: string,
): { readonly verdicts: Map<string, KnownVerdict>; readonly lines: number } | undefined {
  const lines = text.split('\n');
  if (lines[0] !== LOG_HEADER) {
    return undefined;
  }
  const verdicts = new Map<string, KnownVerdict>();
  for (const line of lines) {
    const entry = readLine(line);
    const known = entry && verdicts.get(entry.key);
    if (entry !== undefined && (known === undefined || known.checkedAt <= entry.verdict.checkedAt)) {
      verdicts.set(entry.key, entry.verdict);
    }
  }
  return { verdicts, lines: lines.length };
}

/** The line for one verdict, with line breaks around it: what was torn before does not spoil it. */
export function logLine(key: string, verdict: KnownVerdict): string {
  return `\n${JSON.stringify({ url: key, ...verdict })}\n`;
}

/** A whole log. */
export function writeLog(verdicts: ReadonlyMap<string, KnownVerdict>): string {
  return (
    LOG_HEADER +
    [...verdicts]
      .map(([key, verdict]) => logLine(key, verdict))
      .join('')
      .replaceAll('\n\n', '\n')
  );
}

const outcomes: readonly unknown[] = ['ok', 'broken', 'unverified'];

function readLine(line: string): { readonly key: string; readonly verdict: KnownVerdict } | undefined {
  if (!line.startsWith('{"url":') || !line.endsWith('}')) {
    return undefined;
  }
  try {
    const { url, ...verdict } = JSON.parse(line) as { url: unknown } & KnownVerdict;
    const isWhole =
      typeof url === 'string' &&
      outcomes.includes(verdict.outcome) &&
      typeof verdict.reason === 'string' &&
      Number.isFinite(verdict.checkedAt) &&
      (verdict.hops === undefined || (Array.isArray(verdict.hops) && verdict.hops.every(isHop))) &&
      (verdict.movedTo === undefined || typeof verdict.movedTo === 'string');
    return isWhole ? { key: url, verdict } : undefined;
  } catch {
    return undefined;
  }
}

function isHop(hop: unknown): boolean {
  const { status, url } = (hop ?? {}) as Record<string, unknown>;
  return typeof status === 'number' && typeof url === 'string';
}
