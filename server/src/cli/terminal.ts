/** What a command sees of the terminal it runs in. */

export interface Terminal {
  /** Queues text for standard output. */
  out(text: string): void;
  /** Writes a message for the person, not for the next program. */
  err(text: string): void;
  /** Shows how far things are, in place of what was shown before; where nobody looks it does nothing. */
  status(text: string | undefined): void;
  /** Whether standard output shows colours. */
  readonly hasColor: boolean;
}

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green';

const codes: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
};

/** `text` in a style, where the terminal shows any. */
export function styled(terminal: Terminal, style: Style, text: string): string {
  const [on, off] = codes[style];
  return terminal.hasColor ? `\u001b[${on}m${text}\u001b[${off}m` : text;
}

/** Text from notes as it may be shown: control characters could steer a terminal. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}

/** Says what went wrong, or what the person should know. */
export function complain(terminal: Terminal, message: string): void {
  terminal.err(`talk-notes: ${printable(message)}\n`);
}

/** `1 note`, `2 notes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
