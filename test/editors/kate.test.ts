/** The server in Kate, without a screen, set up as our guide says. Kate has no script, so what it and the server say is read. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { which } from '../../scripts/support/which.ts';
import { documentedSetUp, EditorFolder } from './editorFolder.ts';

const patienceMs = 60_000;

/** Both directions go through files. */
const overheard = `#!/bin/sh
tee -a "$TALK_NOTES_FOLDER/asked" | "$TALK_NOTES_NODE" "$TALK_NOTES_SERVER" "$@" | tee -a "$TALK_NOTES_FOLDER/answered"
`;

/** What Kate opens, and how the protocol names its format. */
const notes = [
  ['talks.rst', 'restructuredtext'],
  ['meetup.md', 'markdown'],
] as const;

describe('in Kate', function () {
  this.timeout(2 * patienceMs);
  const program = which('kate');
  let folder: EditorFolder;
  let kate: ChildProcess | undefined;

  before(function () {
    if (program) return;
    console.log('    Kate is not installed: apt-get install kate');
    this.skip();
  });

  beforeEach(() => {
    folder = new EditorFolder();
    const server = folder.write('bin/talk-notes-server', overheard);
    chmodSync(server, 0o755);
    folder.write('.config/kate/lspclient/settings.json', documentedSetUp('json', 'Kate'));
    // Kate asks before it starts a program for the first time.
    folder.write('.config/katerc', `[lspclient]\nAllowedServerCommandLines=${server} --stdio\n`);
    folder.write('.local/share/kate/anonymous.katesession', '[Kate Plugins]\nlspclientplugin=true\n');
    folder.write('meetup.md', '# Meetup\n\nSee [the slides](slides.pdf).\n');
    mkdirSync(join(folder.path, 'runtime'), { mode: 0o700 });
  });

  afterEach(async () => {
    if (kate?.pid !== undefined && kate.exitCode === null) {
      const gone = once(kate, 'exit');
      // Kate's server is of the same group.
      process.kill(-kate.pid, 'SIGKILL');
      await gone;
    }
    folder.dispose();
  });

  for (const [note, language] of notes) {
    it(`${note} has its findings, as ${language}`, async () => {
      const runtime = { QT_QPA_PLATFORM: 'offscreen', XDG_RUNTIME_DIR: join(folder.path, 'runtime') };
      const options = { env: { ...folder.environment, ...runtime }, stdio: 'ignore', detached: true } as const;
      kate = spawn(program!, ['--startanon', '--new', join(folder.path, note)], options);
      await heard('answered', new RegExp(`${note}[^\\n]*"link\\.file-missing"`));
      assert.match(said('asked'), new RegExp(`"languageId":\\s*"${language}"`));
      assert.match(said('asked'), /"initializationOptions":\s*\{\s*"settings":\s*\{\s*"todos":/);
    });
  }

  function said(file: 'asked' | 'answered'): string {
    try {
      return readFileSync(join(folder.path, file), 'utf8');
    } catch {
      return '';
    }
  }

  async function heard(file: 'asked' | 'answered', words: RegExp): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (!words.test(said(file))) {
      assert.ok(Date.now() < deadline, `${file}: ${words} in vain`);
      await pause(50);
    }
  }
});
