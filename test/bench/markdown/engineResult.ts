/** What both engines measure, each in a process of its own, and print as one line of JSON. */
export interface EngineResult {
  /** Milliseconds from nothing to the titles of all notes and the problems of each. */
  readonly cold: number;
  readonly notes: number;
  readonly symbols: number;
  readonly problems: number;
  /** The most memory that the process had until then, in bytes. */
  readonly peak: number;
  /** Milliseconds from each edit of the large note to its titles and problems. */
  readonly edits: readonly number[];
  /** Megabytes of notes in memory that are parsed in a second, warm. */
  readonly speed?: number;
}

/** How often the large note is edited. */
export const EDITS = 30;

/** `text` with a few letters more in the middle of a line of prose, another place for each `edit`. */
export function editedText(text: string, edit: number): string {
  const middle = text.indexOf(' and ', Math.floor((text.length * (edit % 10)) / 12));
  return `${text.slice(0, middle)} word${edit}${text.slice(middle)}`;
}

/** The most memory that this process has had, in bytes. */
export function peakOfThisProcess(): number {
  return process.resourceUsage().maxRSS * 1024;
}
