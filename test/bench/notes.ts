/** The notes that are measured on: a folder that is given, the reference notes, or generated ones. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpusRoot, missingCorpus } from '../conformance/shared.ts';

export interface Notes {
  readonly name: string;
  readonly folder: string;
  readonly count: number;
  readonly bytes: number;
}

/** Paths of all notes below `folder`. */
export function notePaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.rst'))
    .map((name) => join(folder, name));
}

function describeNotes(name: string, folder: string): Notes {
  const paths = notePaths(folder);
  return { name, folder, count: paths.length, bytes: paths.reduce((sum, path) => sum + statSync(path).size, 0) };
}

/** The notes in `folder` or, without one, the reference notes or generated ones; and ten copies of them. */
export function prepareNotes(folder?: string): {
  readonly once: Notes;
  readonly tenfold: Notes;
  readonly temporary: string;
} {
  const temporary = mkdtempSync(join(tmpdir(), 'talk-notes-bench-'));
  const source = folder ?? (missingCorpus === undefined ? corpusRoot : generate(join(temporary, 'generated')));
  const ten = join(temporary, 'tenfold');
  for (let copy = 0; copy < 10; copy++) {
    cpSync(source, join(ten, `copy${copy}`), { recursive: true });
  }
  return { once: describeNotes('notes', source), tenfold: describeNotes('ten times the notes', ten), temporary };
}

/** Two thousand notes with titles, links, targets and to-dos, where no real ones are at hand. */
function generate(folder: string): string {
  for (let note = 0; note < 2000; note++) {
    const path = join(folder, `area${note % 40}`, `note${note}.rst`);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, generatedNote(note));
  }
  return folder;
}

function generatedNote(note: number): string {
  const sections = Array.from(
    { length: 5 },
    (_, section) =>
      `Talk ${section}\n======\n\n@speaker${section}\n\nNotes on \`page ${section}\`_ and http://example.org/${note}/${section}.\n` +
      `See :doc:\`note${(note + 40 * section) % 2000}\`.\n\n- A point in \`\`code\`\`\n- Another *one*\n\n::\n\n  literal_\n`,
  );
  const targets = sections.map((_, section) => `.. _\`page ${section}\`: http://example.org/page/${section}`);
  return `Event ${note}\n**********\n\n${sections.join('\n')}\nTo Do\n=====\n\n- Read on\n\n${targets.join('\n')}\n`;
}

/** One note of at least `size` characters, put together from the notes in `folder`. */
export function bigNote(folder: string, size: number): string {
  const parts: string[] = ['All\n###\n'];
  let length = 0;
  for (const path of notePaths(folder).sort()) {
    const text = readFileSync(path, 'utf8');
    if (length >= size) {
      break;
    }
    if (!text.includes('\r')) {
      parts.push(text);
      length += text.length;
    }
  }
  return parts.join('\n');
}
