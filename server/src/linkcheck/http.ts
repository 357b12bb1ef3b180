/** The one way to the network. An implementation asks once, follows no redirect and keeps no state between requests. */

export interface HttpRequest {
  readonly method: 'HEAD' | 'GET';
  /** Absolute; without fragment and credentials. */
  readonly url: string;
  readonly userAgent: string;
  readonly timeoutMs: number;
  /** How many bytes of the body are wanted, at most, once it is unpacked. 0 drops it. */
  readonly bodyBytes: number;
}

export interface HttpResponse {
  readonly type: 'response';
  readonly status: number;
  readonly location?: string;
  readonly retryAfter?: string;
  readonly contentType?: string;
  /** It comes from a gate that keeps programs out, by the answer's own word. */
  readonly botWall?: boolean;
  /** Present where some of it was wanted and it is text. */
  readonly body?: string;
  /** `body` is all of it. */
  readonly isWhole?: boolean;
}

/** Why there is no answer. */
export type HttpFailureReason =
  | 'timeout'
  /** The name service says for certain that there is no such host. */
  | 'no-such-host'
  /** The name service could not tell. */
  | 'name-lookup'
  | 'unreachable'
  | 'connection-lost'
  | 'certificate'
  | 'bad-http'
  /** The host has no address that may be asked. */
  | 'private-address'
  | 'cancelled';

export interface HttpFailure {
  readonly type: 'failure';
  readonly reason: HttpFailureReason;
  /** In words, for people. */
  readonly detail?: string;
}

export type HttpAnswer = HttpResponse | HttpFailure;

export interface HttpClient {
  /** Never rejects. */
  request(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>;
}
