/** Commands of the margin: what the buttons of a thread do. */
import { CommentMode, type CommentReply, type CommentThread, commands, l10n, window } from 'vscode';
import type { WireAnnotation, WireAnnotationRef, WireRemark } from '../../../server/src/lsp/protocol.ts';
import { authorName, dateText } from '../annotations/author.ts';
import { RemarkComment } from '../annotations/remarkComment.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import { wireRange } from '../wire.ts';
import type { Command, CommandContext } from './command.ts';

/** Opens VS Code's own field for a new comment at the cursor or selection. */
export const addAnnotation: Command = {
  id: 'talkNotes.addAnnotation',
  async run() {
    if (activeNoteEditor()) await commands.executeCommand('workbench.action.addComment');
    else void window.showInformationMessage(l10n.t('Open a note first.'));
  },
};

export const createAnnotation: Command = { id: 'talkNotes.createAnnotation', run: answer };
export const replyToAnnotation: Command = { id: 'talkNotes.replyToAnnotation', run: answer };

export const resolveAnnotation: Command = { id: 'talkNotes.resolveAnnotation', run: setState('resolved') };
export const reopenAnnotation: Command = { id: 'talkNotes.reopenAnnotation', run: setState('open') };

export const deleteAnnotation: Command = {
  id: 'talkNotes.deleteAnnotation',
  async run(context, target) {
    const annotation = await annotationOf(context, target);
    if (annotation) await context.annotationWriter.write({ type: 'remove', annotation: refOf(annotation), index: 0 });
  },
};

/** What the annotation says goes to the To Do section of its talk. */
export const annotationToTodo: Command = {
  id: 'talkNotes.annotationToTodo',
  async run(context, target) {
    const annotation = await annotationOf(context, target);
    if (annotation) await context.annotationWriter.write({ type: 'todo', annotation: refOf(annotation) });
  },
};

export const editRemark: Command = {
  id: 'talkNotes.editRemark',
  run: (context, comment) => setMode(context, comment, CommentMode.Editing),
};

export const cancelRemark: Command = {
  id: 'talkNotes.cancelRemark',
  run(context, comment) {
    if (comment instanceof RemarkComment) comment.body = comment.written;
    setMode(context, comment, CommentMode.Preview);
  },
};

export const saveRemark: Command = {
  id: 'talkNotes.saveRemark',
  async run(context, comment) {
    if (!(comment instanceof RemarkComment)) return;
    const { annotation, index, body: text } = comment;
    const isSaved = await context.annotationWriter.write({ type: 'edit', annotation: refOf(annotation), index, text });
    if (!isSaved) return;
    setMode(context, comment, CommentMode.Preview);
    await context.margin.refresh(annotation.uri);
  },
};

export const deleteRemark: Command = {
  id: 'talkNotes.deleteRemark',
  async run({ annotationWriter }, comment) {
    if (!(comment instanceof RemarkComment)) return;
    const { annotation, index } = comment;
    await annotationWriter.write({ type: 'remove', annotation: refOf(annotation), index });
  },
};

/** A first remark or a reply, whichever the thread that it was typed in needs. */
async function answer({ margin, annotationWriter, platform }: CommandContext, given: unknown): Promise<void> {
  const reply = given as CommentReply;
  const { thread, text } = reply;
  const remark: WireRemark = {
    author: await authorName(thread.uri, platform),
    date: dateText(new Date()),
    text,
  };
  const annotation = margin.annotation(thread);
  if (annotation) {
    await annotationWriter.write({ type: 'reply', annotation: refOf(annotation), remark });
  } else if (thread.range) {
    const change = { type: 'add', uri: thread.uri.toString(), remark, range: wireRange(thread.range) } as const;
    await margin.adopt(reply, () => annotationWriter.write(change));
  }
}

function setState(state: 'open' | 'resolved') {
  return async (context: CommandContext, target: unknown): Promise<void> => {
    const annotation = await annotationOf(context, target);
    if (annotation) await context.annotationWriter.write({ type: 'state', annotation: refOf(annotation), state });
  };
}

function setMode({ margin }: CommandContext, comment: unknown, mode: CommentMode): void {
  if (!(comment instanceof RemarkComment)) return;
  comment.mode = mode;
  margin.redraw(comment.annotation);
}

/** The annotation of a thread, of a row in the tree, or the one at the cursor. */
async function annotationOf(context: CommandContext, target: unknown): Promise<WireAnnotationRef | undefined> {
  if (typeof target === 'string') return context.annotations.tree.node(target)?.annotation;
  if (isThread(target)) return context.margin.annotation(target);
  const editor = activeNoteEditor();
  if (!editor) return undefined;
  const all = await context.client.noteAnnotations(editor.document.uri.toString());
  const here = all.find((annotation) => holds(annotation, editor.selection.active.line));
  if (!here) void window.showInformationMessage(l10n.t('There is no annotation at the cursor.'));
  return here;
}

function holds({ range: { start, end } }: WireAnnotation, line: number): boolean {
  return start.line <= line && line <= end.line;
}

function refOf({ uri, id, text }: WireAnnotationRef): WireAnnotationRef {
  return { uri, id, text };
}

function isThread(target: unknown): target is CommentThread {
  return typeof target === 'object' && target !== null && 'comments' in target;
}
