/** Ends the turn, so that others have the thread, which all extensions share, before it goes on. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
