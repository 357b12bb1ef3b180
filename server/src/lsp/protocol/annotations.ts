/** What client and server say about annotations. */
import type { AnnotationState } from '../../core/model/annotation.ts';
import type { AnnotationRef } from '../../features/annotations/annotationId.ts';
import type { TreeNode, TreeParams } from './trees.ts';
import type { OnWire, RequestOf, ToggleEdit, WireRange } from './wire.ts';

/** Which annotation a person meant, and what they saw: nothing is written where the note says otherwise by now. */
export type WireAnnotationRef = OnWire<AnnotationRef>;

export interface WireRemark {
  readonly author: string;
  /** As written; our client writes `2026-11-23 14:05`. */
  readonly date: string;
  readonly text: string;
}

export interface WireAnnotation extends WireAnnotationRef {
  /** What it is about; the annotation's own lines where that is gone. */
  readonly range: WireRange;
  readonly isDetached: boolean;
  /** The words that it is about; absent where it is about the line that follows. */
  readonly phrase?: string;
  readonly state: AnnotationState;
  /** The first remark and the replies; never empty. */
  readonly remarks: readonly WireRemark[];
}

export interface AnnotationsParams extends TreeParams {
  readonly showResolved: boolean;
}

export interface AnnotationsResult {
  readonly nodes: readonly TreeNode[];
  /** Annotations of the whole workspace that are not resolved, whatever `parent` says. */
  readonly open: number;
}

/** Children of a row of the Annotations view. */
export const annotationsRequest: RequestOf<AnnotationsParams, AnnotationsResult> = { method: 'talkNotes/annotations' };

export interface NoteAnnotationsResult {
  /** In document order. */
  readonly annotations: readonly WireAnnotation[];
}

/** All annotations of one note. */
export const noteAnnotationsRequest: RequestOf<{ readonly uri: string }, NoteAnnotationsResult> = {
  method: 'talkNotes/noteAnnotations',
};

export type AnnotateParams =
  /** An empty range means its line. */
  | { readonly type: 'add'; readonly uri: string; readonly range: WireRange; readonly remark: WireRemark }
  | { readonly type: 'reply'; readonly annotation: WireAnnotationRef; readonly remark: WireRemark }
  | { readonly type: 'edit'; readonly annotation: WireAnnotationRef; readonly index: number; readonly text: string }
  | { readonly type: 'state'; readonly annotation: WireAnnotationRef; readonly state: AnnotationState }
  /** Remark 0 stands for the whole annotation. */
  | { readonly type: 'remove'; readonly annotation: WireAnnotationRef; readonly index: number }
  /** It becomes a to-do of its talk. */
  | { readonly type: 'todo'; readonly annotation: WireAnnotationRef };

export interface AnnotateResult {
  /** Empty where nothing was to be changed, or nothing could be. */
  readonly changes: readonly ToggleEdit[];
  /** Why nothing is changed, as a sentence for the user; absent when all is well. */
  readonly refused?: string;
}

/** Computes the edits that write an annotation. The client applies them; the server never writes a file. */
export const annotateRequest: RequestOf<AnnotateParams, AnnotateResult> = { method: 'talkNotes/annotate' };
