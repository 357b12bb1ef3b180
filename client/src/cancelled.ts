/** What a request that the user cancelled ends with, as LSP has it. */
const REQUEST_CANCELLED = -32_800;

/** Whether `error` says no more than that the user has cancelled it. */
export function isCancelled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === REQUEST_CANCELLED;
}
