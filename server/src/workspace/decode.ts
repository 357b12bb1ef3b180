/**
 * Bytes to text. Never fails: what is no valid UTF-8 is read byte for byte. Marks of byte order are taken off,
 * as VS Code's documents have none either, so that offsets agree.
 */

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin-1';
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a note's bytes, and how they were read. NUL bytes are kept. */
export function decode(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  }
  try {
    return { text: utf8.decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: latin1(bytes), encoding: 'latin-1' };
  }
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** The label `latin1` of TextDecoder means Windows-1252, and runtimes disagree about its gaps. */
function latin1(bytes: Uint8Array): string {
  const step = 8192;
  let text = '';
  for (let at = 0; at < bytes.length; at += step) {
    text += String.fromCharCode(...bytes.subarray(at, at + step));
  }
  return text;
}
