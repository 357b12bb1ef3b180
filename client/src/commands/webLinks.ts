import { ConfigurationTarget, env, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { WebLinkGrouping } from '../../../server/src/lsp/protocol.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import type { Command } from './command.ts';

export const checkWebLinks: Command = {
  id: 'talkNotes.checkWebLinks',
  run: ({ web }) => web.check({}),
};

export const checkWebLinksOfNote: Command = {
  id: 'talkNotes.checkWebLinksOfNote',
  async run({ web }) {
    const editor = activeNoteEditor();
    if (editor) await web.check({ uri: editor.document.uri.toString(), force: true });
  },
};

export const groupWebLinks: Command = {
  id: 'talkNotes.groupWebLinks',
  async run({ webLinks }) {
    const items: (QuickPickItem & { group: WebLinkGrouping })[] = [
      { label: l10n.t('By status'), group: 'status' },
      { label: l10n.t('By note'), group: 'note' },
      { label: l10n.t('By host'), group: 'host' },
    ];
    const choice = await window.showQuickPick(items, { title: l10n.t('Group Web Links') });
    if (choice) await webLinks.setGroup(choice.group);
  },
};

export const filterWebLinks: Command = {
  id: 'talkNotes.filterWebLinks',
  async run({ webLinks }) {
    const prompt = l10n.t('Part of an address or of a note’s path; empty shows all');
    const filter = await window.showInputBox({ title: l10n.t('Filter Web Links'), prompt, value: webLinks.filter });
    if (filter !== undefined) webLinks.setFilter(filter);
  },
};

/** Argument: an address. */
export const openWebLink: Command = {
  id: 'talkNotes.openWebLink',
  async run(_context, url) {
    if (typeof url === 'string') await env.openExternal(Uri.parse(url));
  },
};

/** Argument: an address. */
export const copyWebLink: Command = {
  id: 'talkNotes.copyWebLink',
  async run(_context, url) {
    if (typeof url === 'string') await env.clipboard.writeText(url);
  },
};

/** Argument: a host or an address, as `talkNotes.links.web.ignore` has them. */
export const ignoreWebLink: Command = {
  id: 'talkNotes.ignoreWebLink',
  async run(_context, pattern) {
    if (typeof pattern !== 'string') return;
    const settings = workspace.getConfiguration('talkNotes.links.web');
    const ignored = settings.get<string[]>('ignore', []);
    await settings.update('ignore', [...new Set([...ignored, pattern])], ConfigurationTarget.Global);
  },
};
