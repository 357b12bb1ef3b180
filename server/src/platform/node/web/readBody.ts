/** The beginning of an answer's body as text, however large it says or turns out to be. */
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** At most `limit` bytes of `body`, unpacked; `undefined` where it is packed in a way that is not known. */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  limit: number,
): Promise<string | undefined> {
  const unpack = unpacker(encoding?.trim().toLowerCase() ?? 'identity');
  if (unpack === undefined) {
    body.destroy();
    return undefined;
  }
  const source = unpack === 'none' ? body : body.pipe(unpack);
  body.once('error', (error) => source.destroy(error));
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of source as AsyncIterable<Uint8Array>) {
      pieces.push(piece.subarray(0, limit - length));
      length += piece.length;
      if (length >= limit) {
        break;
      }
    }
  } finally {
    source.destroy();
    body.destroy();
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
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
