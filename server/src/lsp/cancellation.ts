import type { CancellationToken } from 'vscode-languageserver';

/** A signal that is aborted when the request is cancelled. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
