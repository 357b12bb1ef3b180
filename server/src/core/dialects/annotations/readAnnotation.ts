/** Reads a comment as an annotation. What it is about is found once the whole note is known: see attach.ts. */
import type { Annotation, AnnotationState, Remark } from '../../model/annotation.ts';
import { foldSpace } from '../../text/foldSpace.ts';
import { ownString } from '../../text/ownString.ts';
import type { Span } from '../../text/span.ts';
import {
  annotationMark,
  type CommentLayout,
  commentLayout,
  type FieldName,
  type LayoutRemark,
} from './commentLayout.ts';

/** More of it is not looked for. */
const LONGEST_PHRASE = 500;

/** An annotation that is not attached yet. */
export interface UnattachedAnnotation extends Pick<Annotation, 'span' | 'state' | 'remarks' | 'phrase'> {
  /** Which of several such phrases is meant, from 1. */
  readonly occurrence: number;
}

/**
 * The annotation that the comment at `span` is, whose text stands between `from` and `to`; `undefined` for any other
 * comment. `restore` undoes what the format needs to keep a comment's text from ending it.
 */
export function readAnnotation(
  source: string,
  span: Span,
  from: number,
  to: number,
  restore: (text: string) => string = (text) => text,
): UnattachedAnnotation | undefined {
  if (!source.startsWith(annotationMark, from)) {
    return undefined;
  }
  const { remarks }: CommentLayout = commentLayout(source, from + annotationMark.length, to);
  const [first] = remarks;
  const phrase = restore(foldSpace((fieldValue(first!, 'on') ?? '').slice(0, LONGEST_PHRASE)));
  return {
    span,
    state: stateOf(first!),
    remarks: remarks.map((remark) => toRemark(remark, restore)),
    ...(phrase === '' ? {} : { phrase: ownString(phrase) }),
    occurrence: occurrenceOf(first!),
  };
}

function toRemark(remark: LayoutRemark, restore: (text: string) => string): Remark {
  const author = fieldValue(remark, 'reply') ?? fieldValue(remark, 'author') ?? '';
  return {
    author: ownString(restore(author)),
    date: ownString(restore(fieldValue(remark, 'date') ?? '')),
    text: ownString(restore(remark.text)),
  };
}

function stateOf(remark: LayoutRemark): AnnotationState {
  return fieldValue(remark, 'state')?.toLowerCase() === 'resolved' ? 'resolved' : 'open';
}

function occurrenceOf(remark: LayoutRemark): number {
  const written = fieldValue(remark, 'occurrence') ?? '';
  return /^[1-9]\d{0,5}$/.test(written) ? Number(written) : 1;
}

function fieldValue({ fields }: LayoutRemark, name: FieldName): string | undefined {
  return fields.find((field) => field.name === name)?.value;
}
