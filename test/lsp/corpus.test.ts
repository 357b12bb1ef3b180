import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentSymbol } from 'vscode-languageserver-protocol';
import { LineIndex } from '../../server/src/core/text/lineIndex.ts';
import { corpusRoot, missingCorpus } from '../conformance/shared.ts';
import { LspClient } from '../support/lspClient.ts';

describe('server: the reference notes', function () {
  this.timeout(60_000);
  let client: LspClient;

  before(async function () {
    if (missingCorpus !== undefined) {
      console.log(`    skipped: ${missingCorpus}`);
      this.skip();
    }
    client = await LspClient.start({ folders: [pathToFileURL(corpusRoot).href] });
  });

  after(() => client?.stop());

  it('are all indexed, without a word', async () => {
    assert.deepEqual(await client.indexReady(), { phase: 'ready', notes: 2061 });
    assert.deepEqual(client.notices, []);
    assert.deepEqual(client.logged, ['2061 notes were read.']);
  });

  it('have the findings that they really have', async () => {
    const counts = await client.request('talkNotes/checkLinks', {});
    assert.deepEqual(counts, { notes: 2061, links: 7999, findings: 208, notesWithFindings: 139 });
    const kinds: Record<string, number> = {};
    for (const { uri, diagnostics } of client.published) {
      const lines = readFileSync(new URL(uri), 'utf8').split(/\r\n|\n|\r/);
      for (const { code, severity, range } of diagnostics.filter((diagnostic) => diagnostic.severity !== 4)) {
        assert.equal(severity, 2);
        const before = lines[range.start.line]?.slice(0, range.start.character) ?? '';
        const kind = /:doc:`[^`]*$/.test(before) ? 'doc' : before.trim() === '' ? 'toctree' : 'target';
        const key = code === 'link.file-missing' ? kind : String(code);
        kinds[key] = (kinds[key] ?? 0) + 1;
      }
    }
    // The toctree entry is `requirements`, which is not among the reference notes.
    assert.deepEqual(kinds, { 'link.reference-undefined': 1, doc: 132, target: 74, toctree: 1 });
  });

  it('have symbols, all of them inside of the note', async () => {
    const notes = readdirSync(corpusRoot, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.rst'),
    );
    assert.equal(notes.length, 2061);
    const check = (symbol: DocumentSymbol, lines: LineIndex, where: string): void => {
      const { range, selectionRange, children = [] } = symbol;
      assert.ok(lines.offsetAt(range.start) <= lines.offsetAt(selectionRange.start), where);
      assert.ok(lines.offsetAt(selectionRange.end) <= lines.offsetAt(range.end), where);
      assert.ok(range.end.line < lines.lineCount, where);
      for (const child of children) {
        check(child, lines, where);
      }
    };
    for (const name of notes) {
      const file = join(corpusRoot, name);
      const symbols = await client.ask<DocumentSymbol[]>('documentSymbol', pathToFileURL(file).href);
      assert.ok(symbols.length > 0, name);
      const lines = LineIndex.of(readFileSync(file, 'utf8'));
      for (const symbol of symbols) {
        check(symbol, lines, name);
      }
    }
  });
});
