import type { CodeLens } from 'vscode-languageserver';
import type { Note } from '../../core/model/note.ts';
import { isUndone } from '../../core/model/todo.ts';
import { say } from '../../core/text/say.ts';
import { referenceLenses } from '../../features/referenceLenses.ts';
import type { ServerContext } from '../context.ts';
import { toRange } from '../convert.ts';
import type { ShowReferences } from '../protocol.ts';

/** Of the client: a server cannot show anything. */
const showReferences = 'talkNotes.showReferences';

const toggleTodoLine = 'talkNotes.toggleTodoLine';

/** How often each talk is linked to, above its title, and a way to check off above each to-do, where the user has asked for them. */
export function registerCodeLens({ connection, handle, convert, settings }: ServerContext): void {
  connection.onCodeLens(
    handle.note(
      'codeLens',
      (): CodeLens[] => [],
      ({ path, entry, snapshot }, { textDocument: { uri } }) => {
        const { referenceLenses: isWanted, talkFolders, talkLevel } = settings();
        const lenses = isWanted ? referenceLenses(snapshot, { folders: talkFolders, level: talkLevel }, path) : [];
        const references = lenses.map(({ span, references }): CodeLens => {
          const range = toRange(entry.note.lines, span);
          const locations = convert.locations(snapshot, references);
          const shown: ShowReferences = { uri, position: range.start, locations };
          const title = references.length === 1 ? say('1 reference') : say('{0} references', references.length);
          return { range, command: { title, command: showReferences, arguments: [shown] } };
        });
        return [...references, ...(settings().todoLenses && settings().todos ? todoLenses(entry.note, uri) : [])];
      },
    ),
  );
}

/** A line to click on above each to-do. */
function todoLenses({ lines, todos }: Note, uri: string): CodeLens[] {
  return todos.map((todo) => {
    const range = toRange(lines, { start: todo.span.start, end: todo.span.start });
    const title = isUndone(todo) ? `$(circle-large-outline) ${say('Check off')}` : `$(check) ${say('Open again')}`;
    return { range, command: { title, command: toggleTodoLine, arguments: [uri, range.start.line] } };
  });
}
