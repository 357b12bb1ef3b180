/** Rows of the side bar's trees, before they become nodes of the protocol. */

import type { AnnotationState } from '../core/model/annotation.ts';
import type { Day } from '../core/model/day.ts';
import type { TodoPriority, TodoState } from '../core/model/todo.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';
import type { AnnotationRef } from './annotations/annotationId.ts';

/** Which to-do a person meant, and what they saw. */
export interface TodoRef {
  readonly path: NotePath;
  /** The row's id. */
  readonly id: string;
  /** 0-based line on which the to-do starts. */
  readonly line: number;
  /** Its plain text. */
  readonly text: string;
}

/** How many to-dos are open in a talk, and how many of its links are broken. */
export interface RowMarks {
  readonly open: number;
  readonly broken: number;
}

/** A to-do as its row shows it. */
export interface TodoOfRow extends TodoRef {
  readonly done: boolean;
  readonly state: TodoState;
  readonly due?: Day;
  readonly priority?: TodoPriority;
}

/** An annotation as its row shows it. */
export interface AnnotationOfRow extends AnnotationRef {
  readonly state: AnnotationState;
}

export interface TreeRow {
  /** Stable over edits that do not touch the row: made of path, titles and ordinals, never of lines or counts. */
  readonly id: string;
  readonly parent?: string;
  readonly label: string;
  /** The part of the label to mark: where it starts and ends. */
  readonly highlight?: readonly [number, number];
  /** Speakers, counts: what stands dimmed behind the label. */
  readonly description?: string;
  readonly tooltip?: string;
  /** A codicon's name. */
  readonly icon?: string;
  /** Id of a theme colour. */
  readonly iconColor?: string;
  readonly kind: 'event' | 'talk' | 'section' | 'note' | 'folder' | 'group' | 'todo' | 'annotation' | 'link';
  /** What to mark a talk with at the row's end, where a long title leaves room for nothing else. */
  readonly marks?: RowMarks;
  readonly hasChildren: boolean;
  /** Rows of which this is true open with their children shown. */
  readonly expanded?: boolean;
  /** Where a click leads, with `span`; absent for folders. */
  readonly path?: NotePath;
  readonly span?: Span;
  /** Present exactly for to-dos. */
  readonly todo?: TodoOfRow;
  /** Present exactly for annotations. */
  readonly annotation?: AnnotationOfRow;
}
