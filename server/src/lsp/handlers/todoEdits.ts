import { say } from '../../core/text/say.ts';
import { sectionAt } from '../../features/sections.ts';
import { addTodo, archiveDone, moveTodos, type TodoTarget } from '../../features/todos/moveTodos.ts';
import type { MoveOptions } from '../../features/todos/noteMoves.ts';
import { rowTarget } from '../../features/todos/rowTarget.ts';
import { setTodoFields } from '../../features/todos/setTodoFields.ts';
import { uriToPath } from '../../workspace/notePath.ts';
import type { ServerContext } from '../context.ts';
import {
  type AddTodoParams,
  type ArchiveDoneParams,
  addTodoRequest,
  archiveDoneRequest,
  type MoveTodosParams,
  moveTodosRequest,
  type RequestOf,
  type SetTodoFieldsParams,
  setTodoFieldsRequest,
  type TodoEditsResult,
  type TodoTargetParams,
} from '../protocol.ts';
import { currentTexts, pathsOf, toChoice, wireChanges } from '../todoRequests.ts';

const nothing = (): TodoEditsResult => ({ changes: [], count: 0 });

/** Changing to-dos beyond checking them off. */
export function registerTodoEdits(context: ServerContext): void {
  answer(context, setTodoFieldsRequest, (params) => setFields(context, params));
  answer(context, moveTodosRequest, (params) => move(context, params));
  answer(context, addTodoRequest, (params) => add(context, params));
  answer(context, archiveDoneRequest, (params) => archive(context, params));
}

function answer<Params>(
  { connection, handle, settings }: ServerContext,
  { method }: RequestOf<Params, TodoEditsResult>,
  act: (params: Params) => Promise<TodoEditsResult>,
): void {
  connection.onRequest(
    method,
    handle.request(method, nothing, (params: Params) => (settings().todos ? act(params) : nothing())),
  );
}

async function setFields(context: ServerContext, params: SetTodoFieldsParams): Promise<TodoEditsResult> {
  const { due, priority } = params;
  const choice = toChoice(params);
  const notes = await currentTexts(context.workspace, pathsOf(choice));
  const change = { ...(due === undefined ? {} : { due }), ...(priority === undefined ? {} : { priority }) };
  const outcome = setTodoFields(choice, change, (path) => notes.get(path));
  return { ...outcome, changes: wireChanges(context, outcome.changes, notes) };
}

async function move(context: ServerContext, params: MoveTodosParams): Promise<TodoEditsResult> {
  const choice = toChoice(params);
  const to = targetOf(context, params);
  if (to === 'unknown') {
    return { ...nothing(), refused: say('A to-do can be moved to a talk, a section or a note.') };
  }
  const notes = await currentTexts(context.workspace, [...pathsOf(choice), ...(to === undefined ? [] : [to.path])]);
  const outcome = moveTodos(choice, to, moveOptions(context), (path) => notes.get(path));
  return { ...outcome, changes: wireChanges(context, outcome.changes, notes) };
}

async function add(context: ServerContext, { to, text }: AddTodoParams): Promise<TodoEditsResult> {
  const target = targetAt(context, to);
  if (target === undefined) {
    return { ...nothing(), refused: say('That note cannot be read.') };
  }
  const notes = await currentTexts(context.workspace, [target.path]);
  const outcome = addTodo(text, target, moveOptions(context), (path) => notes.get(path));
  return { ...outcome, changes: wireChanges(context, outcome.changes, notes) };
}

async function archive(context: ServerContext, { uri }: ArchiveDoneParams): Promise<TodoEditsResult> {
  const { workspace } = context;
  const path = uri === undefined ? undefined : uriToPath(uri);
  const all = uri === undefined ? [...workspace.snapshot.notes.entries()] : [];
  const withTodos = all.filter(({ note }) => note.todos.length > 0).map((entry) => entry.path);
  const notes = await currentTexts(workspace, path === undefined ? withTodos : [path]);
  const outcome = archiveDone([...notes.values()], moveOptions(context));
  return { ...outcome, changes: wireChanges(context, outcome.changes, notes) };
}

function targetOf(context: ServerContext, { to, toRow }: MoveTodosParams): TodoTarget | undefined | 'unknown' {
  if (toRow !== undefined) {
    return rowTarget(context.workspace.snapshot, toRow) ?? 'unknown';
  }
  return to === undefined ? undefined : (targetAt(context, to) ?? 'unknown');
}

function targetAt({ handle }: ServerContext, { uri, position }: TodoTargetParams): TodoTarget | undefined {
  const found = handle.find(uri);
  return found && { path: found.path, heading: sectionAt(found.entry.note, found.entry.note.lines.offsetAt(position)) };
}

function moveOptions({ settings }: ServerContext): MoveOptions {
  const { todoSections, doneSection } = settings();
  return { todoSections, doneSection };
}
