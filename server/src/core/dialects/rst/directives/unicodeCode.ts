/** Characters written as codes. Source: docutils' directive documentation, "Unicode Character Codes". */

const DECIMAL = /^[0-9]+$/;
const HEXADECIMAL = /^(?:(?:0x|x|\\x|U\+?|\\u)([0-9a-f]+)|&#x([0-9a-f]+);)$/i;
const LAST_CODE = 0x10ffff;

/** What `written` stands for: the character of a code, or text as it is; `undefined` where there is no such character. */
export function readUnicodeCode(written: string): string | undefined {
  const match = HEXADECIMAL.exec(written);
  if (match === null && !DECIMAL.test(written)) {
    return written;
  }
  const code = match === null ? Number(written) : Number.parseInt(match[1] ?? match[2]!, 16);
  return code <= LAST_CODE ? String.fromCodePoint(code) : undefined;
}

/** The one character that `written` is or stands for, as a UTF-16 code unit; `undefined` where there is none. */
export function signCode(written: string): number | undefined {
  const sign = readUnicodeCode(written);
  return sign?.length === 1 ? sign.charCodeAt(0) : undefined;
}

/** The same of what stands between values, where two characters have names. */
export function delimiterCode(written: string): number | undefined {
  return signCode(written === 'tab' ? '\t' : written === 'space' ? ' ' : written);
}
