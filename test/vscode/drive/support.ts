import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { cacheFolder, projectRoot } from '../../../scripts/paths.ts';
import { copyWorkspace, makeTempFolder } from '../../../scripts/support/tempFolder.ts';
import { startBrowserWorkbench } from '../../../scripts/vscode/browserWorkbench.ts';
import { extensionVariable } from '../../../scripts/vscode/installedVsix.ts';
import { type Settings, testSettings } from '../../../scripts/vscode/profile.ts';

/** What to drive. */
export interface DriveOptions {
  /** The folder to open a copy of; by default the one of the tests. */
  readonly workspace?: string;
  /** What to open instead of a copy: the address of a folder that another extension provides. */
  readonly folderUri?: string;
  /** Folders of further extensions. */
  readonly otherExtensions?: readonly string[];
  /** User settings beside those that keep VS Code quiet. */
  readonly settings?: Settings;
  /** The language to be shown in: `de`. */
  readonly language?: string;
  /** Asks whether the folder's authors are trusted, which starts in Restricted Mode. */
  readonly askForTrust?: boolean;
}

/** VS Code with the extension, driven as a person does it: by keys and clicks. */
export interface Drive {
  readonly page: Page;
  /** The folder that is open: a copy, free to change. */
  readonly workspace: string;
  /** Runs a command by its title, from the command palette. */
  command(title: string): Promise<void>;
  /** Shows a view or view container by its title. */
  openView(title: string): Promise<void>;
  /** Opens a file of the workspace by its path; gives its editor. */
  openFile(path: string): Promise<Locator>;
  /** The row of a tree, in whatever view, that has this text. */
  treeRow(text: string | RegExp): Locator;
  /** Saves what is to be seen now; gives the file. */
  screenshot(name: string): Promise<string>;
  /** Saves what is to be seen and what was logged, for a test that fails; gives the folder. */
  saveFailureReport(name: string): Promise<string>;
  /** Ends VS Code and the browser, and removes the copy of the workspace. */
  close(): Promise<void>;
}

const slowMs = 30_000;

/** Waits until a file of the workspace reads as wanted, or so in part: VS Code shows a change before it has saved it. */
export async function untilReads(drive: Drive, path: string, wanted: RegExp | Buffer): Promise<void> {
  const read = () => readFile(join(drive.workspace, path));
  const isSo = (bytes: Buffer) => (wanted instanceof RegExp ? wanted.test(String(bytes)) : wanted.equals(bytes));
  for (let turn = 0; turn < 200 && !isSo(await read()); turn++) await drive.page.waitForTimeout(50);
  if (wanted instanceof RegExp) assert.match(String(await read()), wanted);
  else assert.equal(String(await read()), String(wanted));
}

/** The drives that are running now. */
export const openDrives = new Set<Drive>();

/** Starts VS Code with the extension and waits until it can be used. */
export async function startDrive(options: DriveOptions = {}): Promise<Drive> {
  const temp = await makeTempFolder();
  const workspace = await copyWorkspace(options.workspace ?? join(projectRoot, 'test/vscode/workspace'), temp);
  const workbench = await startBrowserWorkbench({
    folder: options.folderUri ?? workspace,
    otherExtensions: options.otherExtensions ?? [],
    extension: process.env[extensionVariable] ?? projectRoot,
    settings: { ...testSettings, ...options.settings },
    trustAll: !options.askForTrust,
    env: process.env,
  }).catch(async (error: unknown) => {
    await temp.remove();
    throw error;
  });
  const { page } = workbench;
  page.setDefaultTimeout(slowMs);
  const quickInput = page.locator('.quick-input-widget');

  /** Types into the quick input and takes the row with exactly this label. */
  async function pick(opener: string, query: string, label: string): Promise<void> {
    await page.keyboard.press(opener);
    await quickInput.locator('input.input').fill(query);
    const row = quickInput.locator('.monaco-list-row').filter({
      has: page.locator('.label-name').getByText(label, { exact: true }),
    });
    await row.first().click();
    // What was picked may show a list of its own in the same place.
    await row.first().waitFor({ state: 'hidden' });
  }

  const drive: Drive = {
    page,
    workspace,
    command: (title) => pick('Control+Shift+P', `>${title}`, title),
    openView: async (title) => {
      await pick('Control+P', `view ${title}`, title);
      await page.locator('.pane-header, .composite.title').filter({ hasText: title }).first().waitFor();
    },
    openFile: async (path) => {
      const name = path.split('/').at(-1)!;
      await pick('Control+P', path, name);
      const editor = page.locator('.editor-instance').filter({ has: page.locator('.view-line') });
      await page.getByRole('tab', { name }).waitFor();
      await editor.first().waitFor();
      return editor.first();
    },
    treeRow: (text) => page.locator('.monaco-list-row[role="treeitem"]').filter({ hasText: text }).first(),
    screenshot: async (name) => {
      const folder = join(cacheFolder, 'screenshots');
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
    saveFailureReport: workbench.saveFailureReport,
    close: async () => {
      openDrives.delete(drive);
      await workbench.close();
      await temp.remove();
    },
  };
  try {
    if (options.language !== undefined) {
      // What the page of a VS Code with a language pack says.
      await page.addInitScript(
        (language) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language }),
        options.language,
      );
    }
    await workbench.open();
    await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
    openDrives.add(drive);
    return drive;
  } catch (error) {
    console.error(`VS Code did not open; what was to be seen: ${await drive.saveFailureReport('start')}`);
    await drive.close();
    throw error;
  }
}
