import assert from 'node:assert/strict';
import { inVscode } from '../support/inVscode.ts';

type LetEmptyViewsSpeak = (trees: readonly object[]) => Promise<void>;

describe('views without rows', () => {
  it('say that there is nothing once both have heard what all notes hold', async () => {
    const did: string[] = [];
    const vscode = { commands: { executeCommand: async (...said: unknown[]) => did.push(said.join(' ')) } };
    const entry = "export { letEmptyViewsSpeak } from './client/src/views/emptyViews.ts';";
    const { letEmptyViewsSpeak } = await inVscode<{ letEmptyViewsSpeak: LetEmptyViewsSpeak }>(entry, vscode);
    let heard = (): void => {};
    const tree = (name: string, whenRefreshed: Promise<void>) => ({ refresh: () => did.push(name), whenRefreshed });
    const late = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const spoken = letEmptyViewsSpeak([tree('talks', Promise.resolve()), tree('todos', late)]);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(did, ['talks', 'todos']);
    heard();
    await spoken;
    assert.deepEqual(did, ['talks', 'todos', 'setContext talkNotes.indexed true']);
  });
});
