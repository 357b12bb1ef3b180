/** What a scan of inline text tells, in order. All numbers are offsets into the scanned text, ends exclusive. */
export interface InlineSink {
  /** Text that is no markup, escapes as written. */
  text(from: number, to: number): void;
  /** The inside of emphasis or strong emphasis. */
  styled(from: number, to: number): void;
  literal(from: number, to: number): void;
  url(from: number, to: number, isMail: boolean): void;
  /** `start` and `end` bound the whole construct, `from` and `to` its inside, here and below. */
  simpleReference(start: number, end: number, from: number, to: number, isAnonymous: boolean): void;
  phraseReference(start: number, end: number, from: number, to: number, isAnonymous: boolean): void;
  interpreted(start: number, end: number, from: number, to: number, role: string | undefined): void;
  substitution(start: number, end: number, from: number, to: number): void;
  labelReference(start: number, end: number, from: number, to: number, isCitation: boolean): void;
  inlineTarget(start: number, end: number, from: number, to: number): void;
}
