/** When the Talks view selects the row of the cursor, by a clock that the test winds. */
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Emitter, inVscode } from '../support/inVscode.ts';

class Disposable {
  readonly dispose: () => void;
  constructor(dispose: () => void) {
    this.dispose = dispose;
  }
  static from(...all: Disposable[]): Disposable {
    return new Disposable(() => {
      for (const each of all) each.dispose();
    });
  }
}

type CursorFollower = new (client: object, tree: object, view: object, log: object) => Disposable;

describe('the follower of the cursor', () => {
  let isOn: boolean;
  let asked: number[];
  let cursor: { line: number; character: number };
  let view: { visible: boolean; selection: string[]; onDidChangeVisibility: unknown; reveal: unknown };
  let follower: Disposable;
  const selections = new Emitter();
  const editors = new Emitter();
  const settings = new Emitter();
  const visibility = new Emitter();
  let Follower: CursorFollower;

  before(async () => {
    const vscode = {
      Disposable,
      window: {
        onDidChangeTextEditorSelection: selections.event,
        onDidChangeActiveTextEditor: editors.event,
        get activeTextEditor() {
          return { document: { languageId: 'restructuredtext', uri: 'file:///a.rst' }, selection: { active: cursor } };
        },
      },
      workspace: {
        onDidChangeConfiguration: settings.event,
        getConfiguration: () => ({ get: () => isOn }),
      },
    };
    const entry = "export { CursorFollower } from './client/src/views/cursorFollower.ts';";
    Follower = (await inVscode<{ CursorFollower: CursorFollower }>(entry, vscode)).CursorFollower;
  });

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    [isOn, asked, cursor] = [true, [], { line: 0, character: 0 }];
    const client = {
      talkPath: async ({ position }: { position: { line: number } }) => {
        asked.push(position.line);
        return [{ id: `row ${position.line}` }];
      },
    };
    const reveal = async (id: string) => {
      view.selection = [id];
    };
    view = { visible: true, selection: [], onDidChangeVisibility: visibility.event, reveal };
    follower = new Follower(client, { adopt() {} }, view, { debug() {} });
  });

  afterEach(() => {
    follower.dispose();
    mock.timers.reset();
  });

  function moveTo(line: number): void {
    cursor = { line, character: 0 };
    selections.fire();
  }

  /** Lets the clock run until there is nothing to wait for. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn++) {
      mock.timers.tick(1000);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  it('selects the row once the cursor rests', async () => {
    moveTo(1);
    moveTo(2);
    await settle();
    assert.deepEqual(view.selection, ['row 2']);
    assert.equal(asked.includes(1), false);
  });

  it('does nothing where that is not asked for', async () => {
    isOn = false;
    moveTo(1);
    await settle();
    assert.deepEqual([asked, view.selection], [[], []]);
  });

  it('leaves the row as it is from the moment on that it is no longer asked for', async () => {
    moveTo(1);
    await settle();
    moveTo(2);
    isOn = false;
    settings.fire();
    moveTo(3);
    await settle();
    assert.deepEqual(view.selection, ['row 1']);
  });

  it('does nothing while the view is hidden, and catches up when it is shown', async () => {
    view.visible = false;
    moveTo(1);
    await settle();
    assert.deepEqual(asked, []);
    view.visible = true;
    visibility.fire();
    await settle();
    assert.deepEqual(view.selection, ['row 1']);
  });
});
