/**
 * How often a test in VS Code is tried again: a busy machine can hold up the window longer than any wait in a test. The
 * report names each test that needed it.
 */
export const retries = 1;
