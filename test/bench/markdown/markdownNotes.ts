/** Markdown notes to measure on: those of a folder, or generated ones. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const COUNT = 6000;

/** Paths of all Markdown notes below `folder`. */
export function markdownPaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|markdown)$/i.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

/** Writes some thousand notes with titles, links of all kinds, lists, tables and code into `folder`. */
export function generateMarkdown(folder: string): void {
  for (let note = 0; note < COUNT; note++) {
    const path = join(folder, `area${note % 60}`, `note${note}.md`);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, generatedNote(note));
  }
}

/** One note of at least `size` characters, put together from the notes in `folder`. */
export function bigMarkdown(folder: string, size: number): string {
  let text = '# All\n\n';
  for (const path of markdownPaths(folder)) {
    if (text.length >= size) {
      break;
    }
    text += `${readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')}\n\n`;
  }
  return text.slice(0, size);
}

function generatedNote(note: number): string {
  const sections = Array.from({ length: 6 }, (_, section) => generatedSection(note, section));
  const definitions = sections.map((_, section) => `[page ${section}]: https://example.org/page/${section}`);
  return `---\ntitle: Event ${note}\n---\n\n# Event ${note}\n\n${sections.join('\n')}\n## To Do\n\n- Read on\n\n${definitions.join('\n')}\n`;
}

function generatedSection(note: number, section: number): string {
  const other = (note + 60 * section) % COUNT;
  return [
    `## Talk ${section} of *${note}*\n`,
    `@speaker${section}\n`,
    `Notes on [a page][page ${section}], on [another note](note${other}.md#talk-${section}-of-${other}) and on`,
    `<https://example.org/${note}/${section}>. It said that \`code\` is **read** more often than _written_, which many`,
    'in the room had heard before, and which is why names, spaces and line breaks are worth a minute each.\n',
    '- A point with `code` and a [link](../README.md)',
    `- Another *one*, see [below](#talk-${section}-of-${note})`,
    `  - [${section % 2 === 0 ? 'x' : ' '}] nested task\n`,
    '| name | value |\n| ---- | ----- |\n| one  | 1     |\n| two  | 2     |\n',
    '```python\nfor each in notes:\n    print(each)  # [no](link.md)\n```\n',
  ].join('\n');
}
