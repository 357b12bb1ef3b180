/** Why a request failed, from what Node and undici throw. */
import type { HttpFailure, HttpFailureReason } from '../../../linkcheck/http.ts';
import { LookupError } from './hostResolver.ts';

const byCode: ReadonlyMap<string, HttpFailureReason> = new Map([
  ['ECONNREFUSED', 'unreachable'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['EADDRNOTAVAIL', 'unreachable'],
  ['ETIMEDOUT', 'timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['ECONNRESET', 'connection-lost'],
  ['EPIPE', 'connection-lost'],
  ['UND_ERR_SOCKET', 'connection-lost'],
  ['EPROTO', 'certificate'],
  ['UND_ERR_HEADERS_OVERFLOW', 'bad-http'],
]);

/** The failure that `error` stands for. */
export function failureOf(error: unknown): HttpFailure {
  const causes = causesOf(error);
  for (const cause of causes) {
    if (cause instanceof LookupError) {
      return { type: 'failure', reason: cause.code };
    }
  }
  for (const cause of causes) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    const reason = byCode.get(code) ?? (isTls(code) ? 'certificate' : code.startsWith('HPE_') ? 'bad-http' : undefined);
    if (reason !== undefined) {
      return { type: 'failure', reason, detail: detailOf(cause, code) };
    }
  }
  return { type: 'failure', reason: 'bad-http', detail: causes[0]?.message ?? String(error) };
}

/** The error, what it was caused by, and what it is made of. */
function causesOf(error: unknown, depth = 0): readonly Error[] {
  if (!(error instanceof Error) || depth > 4) {
    return [];
  }
  const parts: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error, ...[error.cause, ...parts].flatMap((cause) => causesOf(cause, depth + 1))];
}

function isTls(code: string): boolean {
  return /CERT|^ERR_(?:TLS|SSL)|^UNABLE_TO_/.test(code);
}

function detailOf({ message }: Error, code: string): string {
  return isTls(code) ? message.split('\n')[0]!.slice(0, 200) : code;
}
