/** The beginning of an answer's body as text, however large it says or turns out to be. */
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

export interface ReadBody {
  readonly text: string;
  /** There is no more of it. */
  readonly isWhole: boolean;
}

/** At most `limit` bytes of `body`, unpacked, as far as it comes; nothing of one that is packed in an unknown way. */
export async function readBody(body: Readable, encoding: string | undefined, limit: number): Promise<ReadBody> {
  const unpack = unpacker(encoding?.trim().toLowerCase() ?? 'identity');
  const source = unpack === 'none' ? body : unpack && body.pipe(unpack);
  body.once('error', (error) => source?.destroy(error));
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isWhole = source !== undefined;
  try {
    for await (const piece of (source ?? []) as AsyncIterable<Uint8Array>) {
      pieces.push(piece.subarray(0, limit - length));
      length += piece.length;
      if (length >= limit) {
        isWhole = false;
        break;
      }
    }
  } catch {
    // The site has answered; what it breaks off says nothing about the page.
    isWhole = false;
  } finally {
    source?.destroy();
    body.destroy();
  }
  return { text: new TextDecoder().decode(Buffer.concat(pieces)), isWhole };
}

function unpacker(encoding: string): Transform | 'none' | undefined {
  switch (encoding) {
    case '':
    case 'identity':
      return 'none';
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
}
