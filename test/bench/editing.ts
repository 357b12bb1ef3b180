/** Types into a large note over the protocol, and measures how soon new symbols and findings are there. */
import { pathToFileURL } from 'node:url';
import { serverFlags } from '../../client/src/serverFlags.node.ts';
import { LspClient } from '../support/lspClient.ts';
import { peakMemory } from './processMemory.ts';

export interface EditTimes {
  readonly symbols: readonly number[];
  readonly findings: readonly number[];
  /** Milliseconds from the server's start to a complete index. */
  readonly ready: number;
  /** Bytes; `undefined` where the system does not tell. */
  readonly resident: number | undefined;
  readonly peak: number | undefined;
}

const EDITS = 200;

/** Starts the built server on `folder`, opens `text` as a note in it and edits that. */
export async function measureEditing(folder: string, text: string, server: string): Promise<EditTimes> {
  const start = performance.now();
  const client = await LspClient.start({
    folders: [pathToFileURL(folder).href],
    main: server,
    execArgv: serverFlags,
  });
  await client.indexReady();
  const ready = performance.now() - start;
  const resident = peakMemory(client.process.pid!);
  const uri = pathToFileURL(`${folder}/bench-note.rst`).href;
  await client.open(uri, text);
  await client.until(() => client.diagnostics(uri) !== undefined, 'first findings');
  const symbols: number[] = [];
  const findings: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    // Every edit changes the findings, so that they are published each time: one more undefined reference.
    const version = edit + 2;
    const sent = performance.now();
    await client.type(uri, version, 3, 0, `missing${edit}_ `);
    const symbolsDone = client.ask('documentSymbol', uri).then(() => symbols.push(performance.now() - sent));
    await client.until(
      () => client.published.some((params) => params.uri === uri && params.version === version),
      `findings of version ${version}`,
    );
    findings.push(performance.now() - sent);
    await symbolsDone;
  }
  const peak = peakMemory(client.process.pid!);
  await client.stop();
  return { symbols, findings, ready, resident: resident?.resident, peak: peak?.peak };
}
