/** What the server's process is started with. Node only. */
import { availableParallelism } from 'node:os';

/** Threads that Node has for compiling and for collecting garbage, where nobody says how many. */
const NODES_OWN = 4;

/**
 * On a machine of few cores Node's threads keep the server, and the editor, from working while all notes are read: one core
 * is left to those.
 */
export const serverFlags: readonly string[] = [
  `--v8-pool-size=${Math.max(1, Math.min(NODES_OWN, availableParallelism() - 1))}`,
];
