import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { withDeadline } from '../support/deadline.ts';
import { type ProcessGroup, startProcessGroup } from '../support/processGroup.ts';
import type { Profile } from './profile.ts';

/** How to start VS Code as a local web server. */
export interface ServerOptions {
  /** The script that {@link obtainCodeServer} gives. */
  readonly main: string;
  readonly profile: Profile;
  /** 0 for any free port. */
  readonly port: number;
  /** A file with the secret that a page must know; without it anybody on this machine can open VS Code. */
  readonly tokenFile?: string;
  /** Never ask whether a folder's authors are trusted. */
  readonly trustAll: boolean;
  /** For a person; for tests that a page asks it to run inside; or for tests that drive it from outside. */
  readonly mode: 'person' | 'inner tests' | 'outer tests';
  readonly env: NodeJS.ProcessEnv;
}

/** VS Code, running. */
export interface VsCodeServer {
  /** The address of its pages, loopback only. */
  readonly origin: string;
  readonly exited: ProcessGroup['exited'];
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;

/** Starts VS Code and waits until it answers. */
export async function startVsCodeServer(options: ServerOptions): Promise<VsCodeServer> {
  const group = startProcessGroup(process.execPath, [options.main, ...serverArguments(options)], options.env);
  const log = createWriteStream(options.profile.serverLog);
  group.output.stdout.pipe(log, { end: false });
  group.output.stderr.pipe(log, { end: false });
  const endedEarly = group.exited.then((code) => {
    throw new Error(`VS Code did not start (exit ${code}); see ${options.profile.serverLog}`);
  });
  try {
    const port = await withDeadline(
      Promise.race([listeningPort(group), endedEarly]),
      startTimeoutMs,
      `VS Code did not start in ${startTimeoutMs / 1000} s; see ${options.profile.serverLog}`,
    );
    return { origin: `http://127.0.0.1:${port}`, exited: group.exited, stop: group.stop };
  } catch (error) {
    await group.stop();
    throw error;
  }
}

function listeningPort(group: ProcessGroup): Promise<string> {
  return new Promise((resolve) => {
    createInterface({ input: group.output.stdout }).on('line', (line) => {
      const port = /^Extension host agent listening on (\d+)/.exec(line)?.[1];
      if (port) resolve(port);
    });
  });
}

function serverArguments(options: ServerOptions): string[] {
  const { profile } = options;
  return [
    ...['--host', '127.0.0.1', '--port', String(options.port)],
    ...(options.tokenFile ? ['--connection-token-file', options.tokenFile] : ['--without-connection-token']),
    ...['--server-data-dir', profile.serverData, '--user-data-dir', profile.userData],
    ...['--extensions-dir', profile.extensions],
    ...['--accept-server-license-terms', '--disable-telemetry'],
    ...(options.trustAll ? ['--disable-workspace-trust'] : []),
    ...(options.mode === 'inner tests' ? ['--enable-smoke-test-driver'] : []),
    // Ends once it is left alone, so that it cannot outlive a test run that was killed.
    ...(options.mode === 'person' ? [] : ['--enable-remote-auto-shutdown']),
  ];
}
