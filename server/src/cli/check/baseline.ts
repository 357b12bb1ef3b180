/** Findings that are known already, kept in a file that people may read and put under version control. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Finding } from '../../features/finding.ts';
import { subjectText } from '../../features/subjectText.ts';
import type { Shell } from '../shell.ts';

interface KnownFinding {
  readonly code: string;
  /** Absent for the web: a link that is broken is so in every note. */
  readonly path?: string;
  /** The link's target, or the message where there is none. Lines move, these do not. */
  readonly about: string;
}

export class Baseline {
  readonly #shell: Shell;
  readonly #file: string;
  readonly #known: Set<string>;

  private constructor(shell: Shell, file: string, known: Set<string>) {
    this.#shell = shell;
    this.#file = file;
    this.#known = known;
  }

  /** Reads `file`, which need not exist yet; the complaint where it holds something else. */
  static async open(shell: Shell, file: string): Promise<Baseline | string> {
    const text = await shell.files.read(file);
    if (text === undefined) {
      return new Baseline(shell, file, new Set());
    }
    const findings = readFindings(text);
    return findings === undefined
      ? `${file} is no baseline: --update-baseline writes one.`
      : new Baseline(shell, file, new Set(findings.map(keyOf)));
  }

  has(entry: NoteEntry, finding: Finding): boolean {
    return this.#known.has(keyOf(this.#describe(entry, finding)));
  }

  /** Makes `findings` the known ones; what went wrong, where it did. */
  write(findings: readonly { readonly entry: NoteEntry; readonly finding: Finding }[]): Promise<string | undefined> {
    const known = new Map(
      findings.map(({ entry, finding }) => {
        const described = this.#describe(entry, finding);
        return [keyOf(described), described];
      }),
    );
    const sorted = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
    return this.#shell.files.write(
      this.#file,
      `${JSON.stringify({ talkNotesBaseline: 1, findings: sorted }, null, 2)}\n`,
    );
  }

  #describe({ path, note }: NoteEntry, { code, span, message }: Finding): KnownFinding {
    const about = subjectText(note, span) ?? message;
    return code.startsWith('web.') ? { code, about } : { code, path: this.#shell.show(path), about };
  }
}

/** A dead page that is gone today was not found yesterday: that is no news. */
function keyOf({ code, path, about }: KnownFinding): string {
  return JSON.stringify([/^web\.(?:not-found|gone|host-missing)$/.test(code) ? 'broken' : code, path ?? '', about]);
}

function readFindings(text: string): readonly KnownFinding[] | undefined {
  try {
    const read = JSON.parse(text) as { talkNotesBaseline?: unknown; findings?: unknown };
    return read.talkNotesBaseline === 1 && Array.isArray(read.findings) ? read.findings : undefined;
  } catch {
    return undefined;
  }
}
