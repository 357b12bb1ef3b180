import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  AnnotateParams,
  AnnotateResult,
  AnnotationsResult,
  NoteAnnotationsResult,
  WireAnnotation,
} from '../../server/src/lsp/protocol.ts';
import { LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const source = 'PyCon\n=====\n\nOne two\nthree.\n';
const remark = { author: 'Ada', date: '2026-11-23 14:05', text: 'Really?' };

describe('server: annotations', () => {
  let workspace: TempWorkspace;
  let client: LspClient;
  let uri: string;
  let text: string;
  let version: number;

  beforeEach(async () => {
    workspace = new TempWorkspace({ 'a.rst': source });
    uri = workspace.uri('a.rst');
    text = source;
    client = await LspClient.start({ folders: [workspace.uri()] });
    await client.indexReady();
    version = 1;
    await client.open(uri, source);
  });

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  /** Has the server compute the edits, carries them out, and answers the note's annotations then. */
  async function annotate(params: AnnotateParams): Promise<readonly WireAnnotation[]> {
    const { changes, refused } = await client.request<AnnotateResult>('talkNotes/annotate', params);
    assert.equal(refused, undefined);
    const document = TextDocument.create(uri, '', 0, text);
    for (const { line, text: expected } of changes[0]!.expected) {
      assert.equal(document.getText().split('\n')[line], expected);
    }
    text = TextDocument.applyEdits(document, [...changes[0]!.edits]);
    await client.replace(uri, ++version, text);
    return list();
  }

  async function list(): Promise<readonly WireAnnotation[]> {
    return (await client.request<NoteAnnotationsResult>('talkNotes/noteAnnotations', { uri })).annotations;
  }

  const add = () =>
    annotate({
      ...{ type: 'add', uri, remark },
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 5 } },
    });

  it('become to-dos in one edit, with what was answered', async () => {
    const [added] = await add();
    const [replied] = await annotate({
      ...{ type: 'reply', annotation: added! },
      remark: { ...remark, author: 'Eve', text: 'Yes,\nsince May.' },
    });
    assert.deepEqual(await annotate({ type: 'todo', annotation: replied! }), []);
    assert.equal(text, `${source}\nTo Do\n-----\n\n- Really? (“three”) – Eve: Yes, since May.\n`);
    const { refused } = await client.request<AnnotateResult>('talkNotes/annotate', {
      ...{ type: 'todo', annotation: replied! },
    });
    assert.match(refused ?? '', /has changed meanwhile/);
  });

  it('live from the first word to the last, and leave the note as it was', async () => {
    const [added] = await add();
    assert.deepEqual(added!.remarks, [remark]);
    assert.deepEqual([added!.phrase, added!.isDetached, added!.state], ['three', false, 'open']);
    const before = text;
    const [replied] = await annotate({ type: 'reply', annotation: added!, remark: { ...remark, text: 'Yes.' } });
    assert.equal(replied!.remarks[1]?.text, 'Yes.');
    const [edited] = await annotate({ type: 'edit', annotation: replied!, index: 1, text: 'No.' });
    assert.equal(edited!.remarks[1]?.text, 'No.');
    const [resolved] = await annotate({ type: 'state', annotation: edited!, state: 'resolved' });
    assert.equal(resolved!.state, 'resolved');
    const [reopened] = await annotate({ type: 'state', annotation: resolved!, state: 'open' });
    const [alone] = await annotate({ type: 'remove', annotation: reopened!, index: 1 });
    assert.equal(text, before);
    assert.deepEqual(await annotate({ type: 'remove', annotation: alone!, index: 0 }), []);
    assert.equal(text, source);
  });

  it('stand in the tree, the resolved ones when asked for', async () => {
    const [added] = await add();
    const roots = await client.request<AnnotationsResult>('talkNotes/annotations', { showResolved: false });
    assert.deepEqual([roots.nodes[0]?.label, roots.open], ['PyCon', 1]);
    const parent = roots.nodes[0]!.id;
    const { nodes } = await client.request<AnnotationsResult>('talkNotes/annotations', { showResolved: false, parent });
    assert.equal(nodes[0]?.label, 'Really?');
    assert.equal(nodes[0]?.range?.start.line, added!.range.start.line);
    assert.deepEqual(nodes[0]?.annotation, { uri, id: added!.id, text: 'Really?', state: 'open' });
    await annotate({ type: 'state', annotation: added!, state: 'resolved' });
    const hidden = await client.request<AnnotationsResult>('talkNotes/annotations', { showResolved: false });
    assert.deepEqual(hidden, { nodes: [], open: 0 });
    const shown = await client.request<AnnotationsResult>('talkNotes/annotations', { showResolved: true });
    assert.equal(shown.nodes[0]?.description, 'all resolved · a.rst');
  });

  it('are detached when what they are about is gone', async () => {
    await add();
    await client.replace(uri, ++version, text.replace('\nthree.', '\n3.'));
    const [detached] = await list();
    assert.equal(detached?.isDetached, true);
    const roots = await client.request<AnnotationsResult>('talkNotes/annotations', { showResolved: false });
    const parent = roots.nodes[0]!.id;
    const { nodes } = await client.request<AnnotationsResult>('talkNotes/annotations', { showResolved: false, parent });
    assert.match(nodes[0]?.description ?? '', /^detached/);
  });

  it('are left alone when they read otherwise by now, and where there is nothing to say or to annotate', async () => {
    const [added] = await add();
    const ask = (params: unknown) => client.request<AnnotateResult>('talkNotes/annotate', params);
    const stale = await ask({ type: 'reply', annotation: { ...added!, text: 'Other' }, remark });
    assert.match(stale.refused ?? '', /Nothing was written/);
    const empty = await ask({ type: 'edit', annotation: added!, index: 0, text: ' ' });
    assert.match(empty.refused ?? '', /needs a text/);
    const blank = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
    assert.match((await ask({ type: 'add', uri, range: blank, remark })).refused ?? '', /nothing here/);
    assert.match((await ask({ type: 'add', uri: 'file:///no.rst', range: blank, remark })).refused ?? '', /no note/);
  });

  it('are not served where a setting says so', async () => {
    const off = await LspClient.start({
      folders: [workspace.uri()],
      configuration: { talkNotes: { annotations: { enabled: false } } },
    });
    try {
      await off.open(uri, '.. annotation: one\n\nText\n');
      await off.indexReady();
      assert.deepEqual(await off.request('talkNotes/noteAnnotations', { uri }), { annotations: [] });
      assert.deepEqual(await off.request('talkNotes/annotations', { showResolved: true }), { nodes: [], open: 0 });
    } finally {
      await off.stop();
    }
  });
});
