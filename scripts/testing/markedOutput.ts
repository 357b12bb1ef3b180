/** The environment variable with the mark to put before each line of the tests' report. */
export const markVariable = 'TALK_NOTES_OUTPUT_MARK';

/** Marks the tests' report, for where all of VS Code writes to the same console. */
export const outputMark = '[tests] ';
