import { todoCounts } from '../../features/todos/todoCounts.ts';
import { readTodoFilter } from '../../features/todos/todoFilter.ts';
import type { TodosOptions } from '../../features/todos/todosOptions.ts';
import { todosTree } from '../../features/todosTree.ts';
import type { ServerContext } from '../context.ts';
import { type TodosParams, type TodosResult, todosRequest } from '../protocol.ts';
import { today } from '../today.ts';

const nothing: TodosResult = { nodes: [], open: 0, overdue: 0, dueToday: 0 };

/** What the To-Dos view asks for. */
export function registerTodos({ connection, handle, convert, workspace, settings }: ServerContext): void {
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
