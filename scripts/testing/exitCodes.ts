/** How a script that runs tests ends. */
export const exitCodes = {
  passed: 0,
  failed: 1,
  /** Some tests could not be run at all, which is never a pass. */
  notRun: 2,
} as const;
