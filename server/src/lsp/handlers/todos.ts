import { todoCounts } from '../../features/todos/todoCounts.ts';
import { readTodoFilter } from '../../features/todos/todoFilter.ts';
import { todoHighlights } from '../../features/todos/todoHighlights.ts';
import type { TodosOptions } from '../../features/todos/todosOptions.ts';
import { todosTree } from '../../features/todosTree.ts';
import type { ServerContext } from '../context.ts';
import { toRange } from '../convert.ts';
import {
  type TodoHighlightsParams,
  type TodoHighlightsResult,
  type TodosParams,
  type TodosResult,
  todoHighlightsRequest,
  todosRequest,
} from '../protocol.ts';
import { today } from '../today.ts';

const nothing: TodosResult = { nodes: [], open: 0, overdue: 0, dueToday: 0 };

/** What the To-Dos view and the marks in an editor ask for. */
export function registerTodos(context: ServerContext): void {
  registerHighlights(context);
  const { connection, handle, convert, workspace, settings } = context;
  connection.onRequest(
    todosRequest.method,
    handle.request(
      todosRequest.method,
      () => nothing,
      (params: TodosParams): TodosResult => {
        if (!settings().todos) {
          return nothing;
        }
        const { snapshot } = workspace;
        const options = optionsOf(params, params.today ?? today());
        return {
          nodes: convert.treeNodes(snapshot, todosTree(snapshot, options, params.parent)),
          ...todoCounts(snapshot, options.today),
        };
      },
    ),
  );
}

function registerHighlights({ connection, handle, settings }: ServerContext): void {
  connection.onRequest(
    todoHighlightsRequest.method,
    handle.request(
      todoHighlightsRequest.method,
      (): TodoHighlightsResult => ({ highlights: [] }),
      (params: TodoHighlightsParams) => {
        const note = settings().todos ? handle.find(params.uri)?.entry.note : undefined;
        const found = note === undefined ? [] : todoHighlights(note, params.today ?? today());
        return { highlights: found.map(({ kind, span }) => ({ kind, range: toRange(note!.lines, span) })) };
      },
    ),
  );
}

function optionsOf({ showDone, group, sort, filter = '' }: TodosParams, today: string): TodosOptions {
  const read = readTodoFilter(filter);
  return {
    showDone: showDone === true,
    today,
    groupBy: group ?? 'note',
    sortBy: sort ?? 'position',
    ...(read === undefined ? {} : { filter: read }),
  };
}
