import { commands, type Disposable, window } from 'vscode';
import { isCancelled } from '../cancelled.ts';
import { nextAnnotation, previousAnnotation } from './adjacentAnnotation.ts';
import { nextHeading, previousHeading } from './adjacentHeading.ts';
import { nextTalk, previousTalk } from './adjacentTalk.ts';
import {
  addAnnotation,
  annotationToTodo,
  cancelRemark,
  createAnnotation,
  deleteAnnotation,
  deleteRemark,
  editRemark,
  reopenAnnotation,
  replyToAnnotation,
  resolveAnnotation,
  saveRemark,
} from './annotate.ts';
import { hideResolved, showResolved } from './annotationList.ts';
import { checkLinks } from './checkLinks.ts';
import { checklist } from './checklist.ts';
import type { Command, CommandContext } from './command.ts';
import { copyTodo, copyTodoLink } from './copyTodo.ts';
import { demoteSection, moveSectionDown, moveSectionUp, promoteSection } from './editSection.ts';
import { findFileReferences, showReferences } from './findFileReferences.ts';
import { followCursor, stopFollowingCursor } from './followCursor.ts';
import { goToTalk } from './goToTalk.ts';
import { mendLinks } from './mendLinks.ts';
import { newEvent, newTalkNote } from './newNote.ts';
import { openSamples } from './openSamples.ts';
import { openTodoToSide } from './openTodoToSide.ts';
import { reportIssue } from './reportIssue.ts';
import { reReadNotes } from './reReadNotes.ts';
import { restartServer } from './restartServer.ts';
import { showLog } from './showLog.ts';
import { showRow } from './showRow.ts';
import { copyTalkLink, insertTalkLink } from './talkLink.ts';
import { talksOfSpeaker } from './talksOfSpeaker.ts';
import { clearTalkFilter, filterTalks, groupTalks } from './talksShown.ts';
import { todayAgenda } from './todayAgenda.ts';
import {
  cancelTodo,
  moveTodo,
  moveToTodoSection,
  reopenTodo,
  setTodoDue,
  setTodoPriority,
  startTodo,
} from './todoChanges.ts';
import { clearTodoFilter, filterTodos, groupTodos, hideDone, showDone, sortTodos } from './todoList.ts';
import { addTodo, archiveDone } from './todoNotes.ts';
import { toggleTodo, toggleTodoLine } from './toggleTodo.ts';
import { undoCheckOff } from './undoCheckOff.ts';
import {
  checkWebLinks,
  checkWebLinksOfNote,
  copyWebLink,
  filterWebLinks,
  groupWebLinks,
  ignoreWebLink,
  openWebLink,
} from './webLinks.ts';

const allCommands: readonly Command[] = [
  goToTalk,
  nextTalk,
  previousTalk,
  nextHeading,
  previousHeading,
  findFileReferences,
  showReferences,
  moveSectionUp,
  moveSectionDown,
  promoteSection,
  demoteSection,
  toggleTodo,
  undoCheckOff,
  checkLinks,
  showDone,
  hideDone,
  addTodo,
  archiveDone,
  todayAgenda,
  openTodoToSide,
  setTodoDue,
  setTodoPriority,
  startTodo,
  cancelTodo,
  reopenTodo,
  moveTodo,
  moveToTodoSection,
  copyTodo,
  copyTodoLink,
  groupTodos,
  sortTodos,
  filterTodos,
  clearTodoFilter,
  toggleTodoLine,
  followCursor,
  stopFollowingCursor,
  reReadNotes,
  restartServer,
  showLog,
  reportIssue,
  showRow,
  openSamples,
  checklist,
  annotationToTodo,
  newTalkNote,
  newEvent,
  insertTalkLink,
  copyTalkLink,
  groupTalks,
  filterTalks,
  clearTalkFilter,
  talksOfSpeaker,
  addAnnotation,
  createAnnotation,
  replyToAnnotation,
  resolveAnnotation,
  reopenAnnotation,
  deleteAnnotation,
  editRemark,
  saveRemark,
  cancelRemark,
  deleteRemark,
  nextAnnotation,
  previousAnnotation,
  showResolved,
  hideResolved,
  checkWebLinks,
  checkWebLinksOfNote,
  groupWebLinks,
  filterWebLinks,
  openWebLink,
  copyWebLink,
  ignoreWebLink,
  mendLinks,
];

/** Registers every command once; they find the server through the client, whichever process it is by then. */
export function registerCommands(context: CommandContext): Disposable[] {
  return allCommands.map(({ id, run }) =>
    commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        await run(context, ...args);
      } catch (error) {
        if (isCancelled(error)) return;
        context.log.error(`${id}: ${error}`);
        void window.showErrorMessage(`Talk Notes: ${error instanceof Error ? error.message : String(error)}`);
      }
    }),
  );
}
