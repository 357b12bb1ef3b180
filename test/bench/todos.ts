/** 20,000 to-dos in 5,000 notes: how soon the server has what the To-Dos view shows, and a check-off. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serverFlags } from '../../client/src/serverFlags.node.ts';
import type { TodosResult, ToggleTodoResult, TreeNode } from '../../server/src/lsp/protocol.ts';
import { LspClient } from '../support/lspClient.ts';

export interface TodoTimes {
  /** Milliseconds until the roots are there, and what is opened with them. */
  readonly tree: readonly number[];
  readonly grouped: readonly number[];
  /** From the click to the rows as they are then: asking, editing, reading the rows anew. */
  readonly checkOff: readonly number[];
  readonly notes: number;
  readonly todos: number;
}

const NOTES = 5000;
const ROUNDS = 30;
/** Rounds before, in which the server's code becomes fast. */
const WARM_UP = 5;
const today = '2026-11-23';

/** Writes the notes below `folder`, and asks the built server at `server`. */
export async function measureTodos(folder: string, server: string): Promise<TodoTimes> {
  makeNotes(folder);
  const client = await LspClient.start({
    folders: [pathToFileURL(folder).href],
    main: server,
    execArgv: serverFlags,
  });
  await client.indexReady();
  const ask = (params: object) => client.request<TodosResult>('talkNotes/todos', { showDone: false, today, ...params });
  const times = { tree: [] as number[], grouped: [] as number[], checkOff: [] as number[] };
  const [first] = (await ask({})).nodes;
  const [section] = (await ask({ parent: first!.id })).nodes;
  const uri = first!.uri!;
  const text = noteText(0);
  await client.open(uri, text);
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    if (round === WARM_UP) {
      Object.values(times).forEach((each) => {
        each.length = 0;
      });
    }
    times.tree.push(await timed(() => opened(ask)));
    times.grouped.push(await timed(() => opened((params) => ask({ ...params, group: 'due', sort: 'due' }))));
    times.checkOff.push(await timed(() => checkOff(round)));
  }
  const { open } = await ask({});
  await client.stop();
  return { ...times, notes: NOTES, todos: open };

  /** As the client does: the row as it is now, the edit, and then all that was opened. */
  async function checkOff(round: number): Promise<void> {
    const row = (await ask({ showDone: true, parent: section!.id })).nodes[0]!;
    const { changes } = await client.request<ToggleTodoResult>('talkNotes/toggleTodo', { todos: [row.todo] });
    if (changes.length !== 1) {
      throw new Error('the to-do was not found');
    }
    await client.replace(uri, round + 2, round % 2 === 0 ? text.replace('[ ] one', '[x] one') : text);
    await Promise.all([ask({}), ask({ parent: first!.id }), ask({ parent: section!.id })]);
  }
}

/** Asks for the roots, and for what is shown opened below them. */
async function opened(ask: (params: object) => Promise<TodosResult>): Promise<void> {
  const rows: TreeNode[] = [...(await ask({})).nodes];
  for (const { id } of rows.filter(({ expanded }) => expanded === true)) {
    await ask({ parent: id });
  }
}

async function timed(act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

function makeNotes(folder: string): void {
  for (let note = 0; note < NOTES; note++) {
    const path = join(folder, `area${String(note % 50).padStart(2, '0')}`, `note${String(note).padStart(4, '0')}.rst`);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, noteText(note));
  }
}

function noteText(note: number): string {
  const number = String(note).padStart(4, '0');
  const day = String((note % 28) + 1).padStart(2, '0');
  return `Event ${number}\n**********\n\nTalk\n====\n\n- [ ] one @due(2026-11-${day}) @ada\n- [ ] (A) two #video\n- [ ] three due:2027-01-${day}\n- [ ] four\n`;
}
