/** `text` with percent signs decoded; as it is where they do not decode. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) {
    return text;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    // `100%.rst` is a fine file name.
    return text;
  }
}
