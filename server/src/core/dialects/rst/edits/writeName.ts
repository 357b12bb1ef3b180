/** Puts another name where a target is defined or named. */
import type { Anchor } from '../../../model/anchor.ts';
import type { TextEdit } from '../../../model/edit.ts';
import type { Link } from '../../../model/link.ts';
import { foldSpace } from '../../../text/foldSpace.ts';
import type { Span } from '../../../text/span.ts';
import type { NameChange } from '../../linkEdits.ts';
import { respell } from '../../respell.ts';
import { unescapeText } from '../escapes.ts';
import {
  escaped,
  isLabel,
  isSimpleName,
  isTargetQuoted,
  phraseText,
  referenceText,
  staysQuoted,
  substitutionText,
  targetNameText,
} from './spelling.ts';

/** See `DialectEdits.anchorName`. */
export function anchorName(text: string, { kind, nameSpan, span, auto, name }: Anchor): string | undefined {
  // A table of contents has a name that is written nowhere.
  const isUnwritten = name === '' || auto !== undefined || (kind === 'name-option' && nameSpan.start === span.start);
  if (isUnwritten) {
    return undefined;
  }
  const source = text.slice(nameSpan.start, nameSpan.end);
  // Nothing is escaped in an option.
  const written = foldSpace(kind === 'name-option' ? source : unescapeText(source));
  return kind === 'footnote' ? written.replace(/^#/, '') : written;
}

/** See `DialectEdits.writeReference`. */
export function writeReference(text: string, holder: Link | Anchor, change: NameChange): TextEdit | undefined {
  if ('target' in holder) {
    return writeLink(text, holder, change);
  }
  return holder.valueSpan === undefined ? undefined : writeWholeReference(text, holder.valueSpan, change);
}

/** See `DialectEdits.writeAnchor`. */
export function writeAnchor(text: string, anchor: Anchor, { from, to }: NameChange): TextEdit | undefined {
  const { kind, nameSpan, span } = anchor;
  const written = text.slice(nameSpan.start, nameSpan.end);
  switch (kind) {
    case 'explicit': {
      const quoted = text[nameSpan.start - 1] === '`';
      const name = targetNameText(respell(unescapeText(written), from, to), isTargetQuoted(text, quoted, from, to));
      return edit(quoted ? { start: nameSpan.start - 1, end: nameSpan.end + 1 } : nameSpan, name);
    }
    case 'inline':
      return edit(nameSpan, phraseText(to));
    case 'embedded':
      return anchor.valueSpan?.start === nameSpan.start ? undefined : edit(nameSpan, phraseText(to));
    case 'name-option':
      return nameSpan.start === span.start ? undefined : edit(nameSpan, to);
    case 'footnote':
    case 'citation':
      return anchor.auto === undefined ? edit(nameSpan, labelText(written, to, kind)) : undefined;
    case 'substitution':
      return edit(nameSpan, substitutionText(to));
    default:
      return undefined;
  }
}

function writeLink(text: string, link: Link, change: NameChange): TextEdit | undefined {
  const { span, targetSpan } = link;
  const written = text.slice(targetSpan.start, targetSpan.end);
  const name = (): string => respell(unescapeText(written), change.from, change.to);
  switch (link.kind) {
    case 'named-ref':
    case 'embedded-alias':
      return writeNamed(text, link, change);
    case 'footnote-ref':
    case 'citation-ref': {
      const kind = link.kind === 'footnote-ref' ? 'footnote' : 'citation';
      return edit(targetSpan, labelText(written, change.to, kind));
    }
    case 'substitution-ref':
      // `|name|_` would name another target as well.
      return text[span.end - 1] === '_' ? undefined : edit(targetSpan, substitutionText(change.to));
    case 'role':
    case 'unknown-role':
      return edit(targetSpan, roleText(name(), text[targetSpan.start - 1] === '<'));
    case 'image-target':
    case 'figure-target':
      return writeWholeReference(text, targetSpan, change);
    default:
      return undefined;
  }
}

/** `name_`, `` `name`_ ``, or what stands in the brackets of `` `text <name_>`_ ``. */
function writeNamed(text: string, { span, targetSpan }: Link, { from, to }: NameChange): TextEdit | undefined {
  const written = text.slice(targetSpan.start, targetSpan.end);
  const first = text[span.start];
  if (first === '|') {
    return undefined;
  }
  if (first !== '`') {
    const name = respell(written, from, to);
    return isSimpleName(name) ? edit(targetSpan, name) : edit(span, referenceText(name, true));
  }
  if (text[targetSpan.start - 1] === '<' && written.endsWith('_')) {
    return edit(targetSpan, `${escaped(respell(unescapeText(written.slice(0, -1)), from, to), '`<>')}_`);
  }
  const name = respell(unescapeText(written), from, to);
  return staysQuoted(text, from, to) ? edit(targetSpan, phraseText(name)) : edit(span, referenceText(name));
}

/** A reference that is all of what stands at `span`, in an option or as the value of a target. */
function writeWholeReference(text: string, span: Span, { from, to }: NameChange): TextEdit | undefined {
  const quoted = text[span.start] === '`';
  const inner = text.slice(span.start + (quoted ? 1 : 0), span.end - (quoted ? 2 : 1));
  return edit(span, referenceText(respell(unescapeText(inner), from, to), quoted && staysQuoted(text, from, to)));
}

/** The target of a role, alone or in the angle brackets of `text <target>`, in which no other one opens. */
function roleText(name: string, isBracketed: boolean): string | undefined {
  return isBracketed && name.includes('<') ? undefined : escaped(name, name.endsWith('>') ? '`<' : '`');
}

function labelText(written: string, name: string, kind: 'footnote' | 'citation'): string | undefined {
  const label = written.startsWith('#') && !name.startsWith('#') ? `#${name}` : name;
  return isLabel(label, kind) ? label : undefined;
}

function edit(span: Span, text: string | undefined): TextEdit | undefined {
  return text === undefined ? undefined : { span, text };
}
