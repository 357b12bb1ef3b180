/** Puts another name where a definition, footnote or id is made or named. */
import type { Anchor } from '../../../model/anchor.ts';
import type { TextEdit } from '../../../model/edit.ts';
import type { Link } from '../../../model/link.ts';
import { foldSpace } from '../../../text/foldSpace.ts';
import type { Span } from '../../../text/span.ts';
import type { NameChange } from '../../linkEdits.ts';
import { respell } from '../../respell.ts';

/** See `DialectEdits.anchorName`. */
export function anchorName(text: string, { nameSpan, name }: Anchor): string | undefined {
  const written = text.slice(nameSpan.start, nameSpan.end).replace(/\\([[\]\\])/g, '$1');
  return name === '' ? undefined : foldSpace(written.replace(/^\^/, ''));
}

/** See `DialectEdits.writeAnchor`. */
export function writeAnchor(text: string, anchor: Anchor, change: NameChange): TextEdit | undefined {
  const { kind, nameSpan } = anchor;
  switch (kind) {
    case 'definition':
    case 'footnote':
      return writeLabel(text, nameSpan, change, kind === 'footnote');
    case 'id':
      return /^[^\s"'<>=`]+$/.test(change.to) ? { span: nameSpan, text: change.to } : undefined;
    case 'block-id':
      return /^[A-Za-z0-9-]+$/.test(change.to) ? { span: nameSpan, text: change.to } : undefined;
    default:
      return undefined;
  }
}

/** See `DialectEdits.writeReference`. */
export function writeReference(text: string, holder: Link | Anchor, change: NameChange): TextEdit | undefined {
  if (!('target' in holder)) {
    return undefined;
  }
  switch (holder.kind) {
    case 'full-ref':
    case 'collapsed-ref':
    case 'shortcut-ref':
    case 'image-ref':
      return writeLabel(text, holder.targetSpan, change, false);
    case 'footnote-ref':
      return writeLabel(text, holder.targetSpan, change, true);
    default:
      return undefined;
  }
}

/** A label between brackets. A footnote's holds no white space, and its caret may be part of the span. */
function writeLabel(text: string, span: Span, { from, to }: NameChange, isFootnote: boolean): TextEdit | undefined {
  if (to.trim() === '' || to.length > 999 || (isFootnote && /\s/.test(to))) {
    return undefined;
  }
  const caret = isFootnote && text[span.start] === '^' ? 1 : 0;
  const at = { start: span.start + caret, end: span.end };
  const written = text.slice(at.start, at.end).replace(/\\([[\]\\])/g, '$1');
  return { span: at, text: respell(written, from, to).replace(/[[\]\\]/g, '\\$&') };
}
