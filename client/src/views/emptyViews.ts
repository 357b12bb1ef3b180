import { commands } from 'vscode';
import type { NodeTree } from './nodeTree.ts';

/**
 * All notes are read: from now on a view without rows says that there is nothing to show. Before that the views read what
 * they show again, since what they heard until now may have been said before there was anything.
 */
export async function letEmptyViewsSpeak(trees: readonly Pick<NodeTree, 'refresh' | 'whenRefreshed'>[]): Promise<void> {
  for (const tree of trees) tree.refresh();
  await Promise.all(trees.map((tree) => tree.whenRefreshed));
  await commands.executeCommand('setContext', 'talkNotes.indexed', true);
}
