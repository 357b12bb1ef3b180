/** Memory of another process, where the system tells of it (Linux). */
import { readFileSync } from 'node:fs';

export interface Memory {
  /** Bytes now. */
  readonly resident: number;
  /** The most bytes so far. */
  readonly peak: number;
}

export function peakMemory(pid: number): Memory | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
    return { resident: kilobytes('VmRSS') * 1024, peak: kilobytes('VmHWM') * 1024 };
  } catch {
    return undefined;
  }
}
