import { onShutdown } from '../support/shutdown.ts';
import { makeTempFolder } from '../support/tempFolder.ts';
import { obtainBrowser } from './browser.ts';
import { type BrowserPage, openBrowserPage } from './browserPage.ts';
import { obtainCodeServer } from './codeServer.ts';
import { saveFailureReport } from './failureReport.ts';
import { installFromFolder } from './installedExtension.ts';
import { makeProfile, type Profile, type Settings } from './profile.ts';
import { startVsCodeServer, type VsCodeServer } from './server.ts';
import { workbenchUrl } from './workbenchUrl.ts';

/** What to test, and on what. */
export interface BrowserWorkbenchOptions {
  /** The folder to open: its path, or its address where it is on no disk. */
  readonly folder: string;
  /** The folder of the extension. */
  readonly extension: string;
  /** Folders of further extensions. */
  readonly otherExtensions?: readonly string[];
  /** The module with `run()`, when tests are to run inside. */
  readonly testModule?: string;
  readonly settings: Settings;
  /** False where Restricted Mode is to be seen. */
  readonly trustAll: boolean;
  readonly env: NodeJS.ProcessEnv;
}

/** VS Code with a fresh profile, in a page of a headless browser. */
export interface BrowserWorkbench {
  readonly page: BrowserPage['page'];
  /** Loads VS Code into the page, which is empty before. */
  open(): Promise<void>;
  /** Saves a screenshot and the logs; gives the folder. */
  saveFailureReport(name: string): Promise<string>;
  /** Ends the browser and VS Code, and forgets the profile. */
  close(): Promise<void>;
}

/** Starts VS Code and a browser for it. */
export async function startBrowserWorkbench(options: BrowserWorkbenchOptions): Promise<BrowserWorkbench> {
  const parts = new Parts();
  const forget = onShutdown(() => parts.end());
  try {
    const { page: browserPage, server, profile } = await parts.start(options);
    return {
      page: browserPage.page,
      open: async () => {
        const { folder, extension, testModule } = options;
        const tests = testModule ? { extension, module: testModule } : undefined;
        const url = workbenchUrl({ origin: server.origin, folder, tests });
        await browserPage.page.goto(url, { waitUntil: 'domcontentloaded' });
      },
      saveFailureReport: (name) => saveFailureReport(name, browserPage, profile),
      close: async () => {
        forget();
        await parts.end();
      },
    };
  } catch (error) {
    forget();
    await parts.end();
    throw error;
  }
}

/** What has been started, to be ended in the opposite order, however far the start came. */
class Parts {
  private readonly ends: (() => Promise<void>)[] = [];

  async start(
    options: BrowserWorkbenchOptions,
  ): Promise<{ page: BrowserPage; server: VsCodeServer; profile: Profile }> {
    const main = await obtainCodeServer();
    const browser = await obtainBrowser();
    const folder = await makeTempFolder();
    this.ends.push(folder.remove);
    const profile = await makeProfile(folder.path, options.settings);
    const extensions = [...(options.testModule ? [] : [options.extension]), ...(options.otherExtensions ?? [])];
    for (const extension of extensions) await installFromFolder(extension, profile);
    const server = await startVsCodeServer({
      main,
      profile,
      port: 0,
      trustAll: options.trustAll,
      mode: options.testModule ? 'inner tests' : 'outer tests',
      env: options.env,
    });
    this.ends.push(server.stop);
    const page = await openBrowserPage(browser);
    this.ends.push(page.close);
    return { page, server, profile };
  }

  async end(): Promise<void> {
    for (let end = this.ends.pop(); end; end = this.ends.pop()) await end();
  }
}
