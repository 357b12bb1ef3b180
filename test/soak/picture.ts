/** All that a server shows of a folder of notes, to compare two servers by. */
import type { LspClient } from '../support/lspClient.ts';

interface Row {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly hasChildren: boolean;
}

/** Lines of the trees and of the findings, sorted. */
export async function pictureOf(client: LspClient): Promise<readonly string[]> {
  await client.indexReady();
  const before = client.published.length;
  const counts = await client.request('talkNotes/checkLinks', {});
  // An answer comes after all that was published before it.
  await client.indexReady();
  const findings = new Map(client.published.map(({ uri, diagnostics }) => [uri, diagnostics]));
  const lines = [...findings].flatMap(([uri, diagnostics]) =>
    diagnostics.map(({ code, range, message }) => `${uri} ${code} ${JSON.stringify(range)} ${message}`),
  );
  const trees = [
    ...(await rows(client, 'talkNotes/talks', {})),
    ...(await rows(client, 'talkNotes/todos', { showDone: true })),
  ];
  if (client.published.length < before) throw new Error('what was published is kept');
  return [JSON.stringify(counts), ...trees, ...lines].toSorted();
}

async function rows(client: LspClient, method: string, params: object, parent?: string): Promise<string[]> {
  const asked = parent === undefined ? params : { ...params, parent };
  const { nodes } = await client.request<{ nodes: Row[] }>(method, asked);
  const lines: string[] = [];
  for (const { id, label, description, hasChildren } of nodes) {
    lines.push(`${method} ${id} ${label} ${description ?? ''}`);
    if (hasChildren) lines.push(...(await rows(client, method, params, id)));
  }
  return lines;
}
