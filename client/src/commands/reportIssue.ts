import { env, extensions, UIKind, version, window, workspace } from 'vscode';
import type { Command } from './command.ts';

interface Manifest {
  readonly version: string;
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  };
}

/** Opens a report to fill in. It has versions, and our own settings that were changed; nothing is sent. */
export const reportIssue: Command = {
  id: 'talkNotes.reportIssue',
  async run({ client }) {
    const manifest = extensions.getExtension('talk-notes.talk-notes')?.packageJSON as Manifest | undefined;
    if (manifest === undefined) return;
    const content = report(manifest, client.isRunning);
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
  },
};

function report(manifest: Manifest, isRunning: boolean): string {
  const host = env.uiKind === UIKind.Web ? 'in a browser' : 'on the desktop';
  const remote = env.remoteName === undefined ? '' : `, remote: ${env.remoteName}`;
  return [
    '# What went wrong',
    'What I did:\n\nWhat happened:\n\nWhat I expected:\n\nA note with which it happens, as short as it can be:',
    '# Versions',
    [
      `- Talk Notes ${manifest.version}, server ${isRunning ? 'running' : 'not running'}`,
      `- VS Code ${version} ${host}${remote}`,
    ].join('\n'),
    '# Settings of Talk Notes that I changed',
    `\`\`\`json\n${JSON.stringify(changedSettings(manifest), undefined, 2)}\n\`\`\``,
    'Nothing has been sent. Take out what nobody should see, and send the rest to the maintainers.\n',
  ].join('\n\n');
}

function changedSettings({ contributes }: Manifest): Record<string, unknown> {
  const settings = workspace.getConfiguration();
  const names = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
  const changed = names.flatMap((name) => {
    const found = settings.inspect(name);
    const isChanged = [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue].some(
      (value) => value !== undefined,
    );
    return isChanged ? [[name, settings.get<unknown>(name)] as const] : [];
  });
  return Object.fromEntries(changed);
}
