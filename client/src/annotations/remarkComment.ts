import { type Comment, CommentMode } from 'vscode';
import type { WireAnnotation, WireRemark } from '../../../server/src/lsp/protocol.ts';

/** One remark of a thread, as the editor shows it. */
export class RemarkComment implements Comment {
  /** What the editor shows, or, while it is edited, what the user has typed. */
  body: string;
  mode = CommentMode.Preview;
  readonly author: { readonly name: string };
  readonly contextValue = 'remark';
  readonly timestamp?: Date;
  readonly label?: string;
  /** Which annotation it belongs to, as it was read. */
  readonly annotation: WireAnnotation;
  readonly index: number;

  constructor(annotation: WireAnnotation, index: number) {
    const { author, date, text } = annotation.remarks[index] as WireRemark;
    this.annotation = annotation;
    this.index = index;
    this.body = text;
    this.author = { name: author };
    const time = new Date(date.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/, '$1T$2'));
    if (date !== '' && !Number.isNaN(time.getTime())) this.timestamp = time;
    else if (date !== '') this.label = date;
  }

  /** The text that the note has. */
  get written(): string {
    return this.annotation.remarks[this.index]?.text ?? '';
  }
}
