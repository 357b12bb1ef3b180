/** How a command ended, for the program that called it. */
export type ExitCode = 0 | 1 | 2;

/** Nothing to complain about. */
export const CLEAN: ExitCode = 0;
/** There are findings. */
export const FINDINGS: ExitCode = 1;
/** It could not be run: a path is missing or unreadable, or an option is wrong. */
export const NOT_RUN: ExitCode = 2;
