import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { run } from '../support/run.ts';
import { isExecutable, which } from '../support/which.ts';

const programs = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Gives the executable of a Chromium-like browser: the one that CHROME_PATH names, one that is installed, or
 * Playwright's. Where there is none, it is installed if this is Debian and we are root.
 */
export async function obtainBrowser(): Promise<string> {
  const found = findBrowser() ?? (mayInstall() ? await installChromium() : undefined);
  if (found) return found;
  throw new Error(
    'VS Code needs a browser to run in here, and none was found. Install Chromium, Chrome or Edge, ' +
      'or set CHROME_PATH to the program file of one.',
  );
}

function findBrowser(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROME_PATH is set to ${named}, which is not a program.`);
    return named;
  }
  return which(...programs) ?? [...applications, chromium.executablePath()].find(isExecutable);
}

function mayInstall(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0 && which('apt-get') !== undefined;
}

async function installChromium(): Promise<string | undefined> {
  console.log('No browser found: installing Debian’s chromium…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await run('apt-get', ['update', '-qq'], { env });
  const installed = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  if (updated !== 0 || installed !== 0) console.error('apt-get could not install chromium.');
  return which(...programs);
}
