import type { Remark } from '../../core/model/annotation.ts';
import { say } from '../../core/text/say.ts';
import { annotationIds } from '../../features/annotations/annotationId.ts';
import { annotationsTree, openAnnotationCount } from '../../features/annotations/annotationsTree.ts';
import { annotationToTodo } from '../../features/annotations/annotationToTodo.ts';
import { type AnnotationChange, changeAnnotation } from '../../features/annotations/changeAnnotation.ts';
import { uriToPath } from '../../workspace/notePath.ts';
import type { ServerContext } from '../context.ts';
import { toRange, toTextEdit } from '../convert.ts';
import {
  type AnnotateParams,
  type AnnotateResult,
  type AnnotationsParams,
  type AnnotationsResult,
  annotateRequest,
  annotationsRequest,
  type NoteAnnotationsResult,
  noteAnnotationsRequest,
  type WireAnnotationRef,
  type WireRange,
} from '../protocol.ts';

/** What the Annotations view and the margin of an editor ask for. */
export function registerAnnotations(context: ServerContext): void {
  registerLists(context);
  const { connection, handle, settings } = context;
  connection.onRequest(
    annotateRequest.method,
    handle.request(
      annotateRequest.method,
      (): AnnotateResult => ({ changes: [] }),
      (params: AnnotateParams) => (settings().annotations ? annotate(context, params) : { changes: [] }),
    ),
  );
}

function registerLists({ connection, handle, convert, workspace, settings }: ServerContext): void {
  connection.onRequest(
    annotationsRequest.method,
    handle.request(
      annotationsRequest.method,
      (): AnnotationsResult => ({ nodes: [], open: 0 }),
      ({ parent, showResolved }: AnnotationsParams) => {
        if (!settings().annotations) {
          return { nodes: [], open: 0 };
        }
        const { snapshot } = workspace;
        const rows = annotationsTree(snapshot, { showResolved: showResolved === true }, parent);
        return { nodes: convert.treeNodes(snapshot, rows), open: openAnnotationCount(snapshot) };
      },
    ),
  );
  connection.onRequest(
    noteAnnotationsRequest.method,
    handle.request(
      noteAnnotationsRequest.method,
      (): NoteAnnotationsResult => ({ annotations: [] }),
      ({ uri }: { uri: string }) => {
        const found = handle.find(uri);
        if (found === undefined || !settings().annotations) {
          return { annotations: [] };
        }
        const { note } = found.entry;
        const ids = annotationIds(note, found.path);
        const annotations = note.annotations.map(({ span, target, phrase, state, remarks }, index) => ({
          ...{ uri, id: ids[index]!, text: remarks[0]!.text, state, remarks },
          range: toRange(note.lines, target ?? span),
          isDetached: target === undefined,
          ...(phrase === undefined ? {} : { phrase }),
        }));
        return { annotations };
      },
    ),
  );
}

async function annotate(
  { workspace, documents, settings }: ServerContext,
  params: AnnotateParams,
): Promise<AnnotateResult> {
  const path = uriToPath(params.type === 'add' ? params.uri : params.annotation.uri);
  const current = path === undefined ? undefined : await workspace.currentText(path);
  if (path === undefined || current === undefined) {
    return { changes: [], refused: say('This is no note.') };
  }
  const { lines } = current.entry.note;
  const outcome =
    params.type === 'todo'
      ? annotationToTodo({ path, ...params.annotation }, current, settings())
      : changeAnnotation(
          toChange(params, path, ({ start, end }) => ({ start: lines.offsetAt(start), end: lines.offsetAt(end) })),
          current,
        );
  if ('refused' in outcome) {
    return { changes: [], refused: outcome.refused };
  }
  const { edits, expected } = outcome;
  const change = {
    uri: documents.uri(path),
    version: documents.version(path),
    edits: edits.map((edit) => toTextEdit(lines, edit)),
    expected,
  };
  return { changes: edits.length === 0 ? [] : [change] };
}

function toChange(
  params: Exclude<AnnotateParams, { type: 'todo' }>,
  path: string,
  toSpan: (range: WireRange) => { start: number; end: number },
): AnnotationChange {
  const ref = ({ id, text }: WireAnnotationRef) => ({ path, id, text });
  switch (params.type) {
    case 'add':
      return { type: 'add', path, span: toSpan(params.range), remark: toRemark(params.remark) };
    case 'reply':
      return { type: 'reply', annotation: ref(params.annotation), remark: toRemark(params.remark) };
    case 'edit':
      return { ...params, annotation: ref(params.annotation) };
    case 'state':
      return { ...params, annotation: ref(params.annotation) };
    case 'remove':
      return { ...params, annotation: ref(params.annotation) };
  }
}

/** Other editors may leave out who said it, and when. */
function toRemark({ author, date, text }: Partial<Remark>): Remark {
  return { author: author ?? '', date: date ?? '', text: text ?? '' };
}
