import { spawn } from 'node:child_process';
import { hasDisplay } from '../support/display.ts';
import { which } from '../support/which.ts';

/** Shows a page in the person's browser, where there is a way to; the address has been printed anyway. */
export function showPage(url: string): void {
  const opener = process.platform === 'darwin' ? 'open' : which('xdg-open');
  if (!opener || !hasDisplay() || process.platform === 'win32') return;
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
