/** Commands that add to-dos, and put away those that are done. */
import { l10n, window } from 'vscode';
import { activeNoteEditor } from '../noteLanguages.ts';
import { pickTalk } from '../todos/pickers.ts';
import type { Command } from './command.ts';

export const addTodo: Command = {
  id: 'talkNotes.addTodo',
  async run({ client, talks, todos }) {
    const text = await window.showInputBox({
      title: l10n.t('Add To-Do'),
      placeHolder: l10n.t('What is to do?'),
      prompt: l10n.t('People, tags and dates can stand in it: {0}', '@ada #slides @due(2026-12-01) (A)'),
      validateInput: (value) => (value.trim() === '' ? l10n.t('Some text is needed.') : undefined),
    });
    const talk = text === undefined ? undefined : await pickTalk(client, talks, l10n.t('Add To-Do'));
    if (text !== undefined && talk) {
      await todos.change({}, { type: 'add', text, to: { uri: talk.uri, position: talk.range.start } });
    }
  },
};

export const archiveDone: Command = {
  id: 'talkNotes.archiveDone',
  async run({ todos }) {
    const uri = activeNoteEditor()?.document.uri.toString();
    const here = { label: l10n.t('In this note'), uri };
    const everywhere = { label: l10n.t('In all notes'), uri: undefined };
    const picked =
      uri === undefined
        ? everywhere
        : await window.showQuickPick([here, everywhere], { title: l10n.t('Archive Done') });
    if (picked) {
      const count = await todos.change(
        {},
        { type: 'archive', ...(picked.uri === undefined ? {} : { uri: picked.uri }) },
      );
      if (count > 0) window.setStatusBarMessage(l10n.t('{0} to-dos archived', count), 4000);
    }
  },
};
