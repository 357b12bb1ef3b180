import { type Browser, chromium, type Page } from 'playwright-core';

/** A page in a headless browser, and what it wrote to its console. */
export interface BrowserPage {
  readonly page: Page;
  readonly consoleLines: readonly string[];
  close(): Promise<void>;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless browser with one empty page. */
export async function openBrowserPage(executablePath: string): Promise<BrowserPage> {
  const browser = await launch(executablePath);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const consoleLines: string[] = [];
  page.on('console', (message) => consoleLines.push(`[${message.type()}] ${message.text()}`));
  page.on('pageerror', (error) => consoleLines.push(`[uncaught] ${error.stack ?? error.message}`));
  return { page, consoleLines, close: () => browser.close() };
}

function launch(executablePath: string): Promise<Browser> {
  // The signals are ours to handle: the server has to be stopped too.
  return chromium.launch({
    executablePath,
    args: flags,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
