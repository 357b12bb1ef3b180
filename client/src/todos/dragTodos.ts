import { type DataTransfer, DataTransferItem, type TreeDragAndDropController } from 'vscode';

/** The rows that are dragged, as ids of the To-Dos view. VS Code makes the name of the view's id. */
const todosMimeType = 'application/vnd.code.tree.talknotes.todos';

/** Dragging rows of the To-Dos view onto rows of it or of the Talks view; `drop` gets the ids of both. */
export function dragTodos(
  drop: (rows: readonly string[], onto: string) => Promise<void>,
  drags: boolean,
): TreeDragAndDropController<string> {
  return {
    dragMimeTypes: drags ? [todosMimeType] : [],
    dropMimeTypes: [todosMimeType],
    handleDrag(rows, data: DataTransfer) {
      if (drags) data.set(todosMimeType, new DataTransferItem(rows));
    },
    async handleDrop(target, data: DataTransfer) {
      const rows = readRows(data.get(todosMimeType)?.value);
      if (target !== undefined && rows.length > 0) await drop(rows, target);
    },
  };
}

/** Between two views VS Code hands them over as text. */
function readRows(value: unknown): readonly string[] {
  const rows: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(rows) ? rows.filter((row) => typeof row === 'string') : [];
}
