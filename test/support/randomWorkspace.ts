/** Workspaces of notes in both formats that link to each other in every way there is, out of chance that can be repeated. */
import type { Random } from '../soak/random.ts';
import type { FixtureFile } from './fixture.ts';
import { root } from './workspace.ts';

const folders = ['', 'talks/', 'talks/2024 (autumn)/', 'Ünder way/', 'img/'];
const stems = [
  'intro',
  'Notes',
  'a b',
  'keynote (day 1)',
  '100% done',
  'C#',
  "what's-new",
  'überblick',
  'read_me_',
  'v1.2',
];
const titles = [
  'Overview',
  'Q&A',
  'Slides & links',
  'Über uns',
  '日本語の話',
  'Next steps',
  'Overview',
  'Why? Because!',
  'C# in *anger*',
  'Part 1: setup',
  'x',
];
const names = ['slides', 'the docs', 'Docs', 'q&a', 'überblick', 'a-b_c', 'part: two', 'more'];
const addresses = ['https://a.example/x', 'http://b.example/a_b_', 'https://c.example/(x)?q=1#f', 'https://d.example'];

interface Known {
  readonly paths: readonly string[];
  readonly from: string;
}

/** Some notes, pictures and folders; paths are below the workspace folder. */
export function randomWorkspace(random: Random): readonly FixtureFile[] {
  const paths = new Set<string>(['index.rst', 'start.md', 'img/logo.png', 'img/my pic (1).png', 'talks/a.pdf']);
  for (let count = 3 + random.below(6); count > 0; count--) {
    const stem = random.pick(folders) + random.pick(stems);
    const isNew = ![...paths].some((path) => path.startsWith(`${stem}.`));
    paths.add(isNew ? stem + random.pick(['.rst', '.md']) : 'index.rst');
  }
  const all = [...paths];
  return all.map((from) => ({ path: `${root}/${from}`, text: textOf(random, { paths: all, from }) }));
}

function textOf(random: Random, known: Known): string {
  if (!/\.(?:rst|md)$/.test(known.from)) {
    return '';
  }
  const lines = known.from.endsWith('.md') ? markdownLines(random, known) : rstLines(random, known);
  const lineBreak = random.below(4) === 0 ? '\r\n' : '\n';
  return lines.join(lineBreak) + (random.below(4) === 0 ? '' : lineBreak);
}

/** A path from the note to another file, sometimes to none. */
function pathTo(random: Random, { paths, from }: Known): string {
  if (random.below(8) === 0) {
    return random.pick(['gone', 'talks/Gone', 'INTRO', 'img/logo']) + random.pick(['.rst', '.md', '.png']);
  }
  const up = '../'.repeat(from.split('/').length - 1);
  const to = random.pick(paths);
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  return folder !== '' && to.startsWith(folder) && random.below(4) > 0 ? to.slice(folder.length) : up + to;
}

function encoded(path: string): string {
  return path.replace(/[\s%#()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function fragment(random: Random): string {
  return random.pick(['', '', '', '#overview', '#next-steps', '#overview-1', '#slides', '#gone']);
}

function rstLines(random: Random, known: Known): string[] {
  const lines: string[] = [];
  const marks = ['=', '-', '~'];
  const over = random.below(3) === 0;
  const paragraph = (): string =>
    Array.from({ length: 1 + random.below(3) }, () => rstLink(random, known)).join(' and ');
  let depth = 0;
  for (let count = 2 + random.below(5); count > 0; count--) {
    if (random.below(4) === 0) {
      lines.push(`.. _${random.pick(names).replace(/:/g, '\\:')}:`, '');
    }
    const title = random.pick(titles);
    depth = lines.length < 3 ? 0 : Math.min(2, random.below(depth + 2));
    const line = marks[depth]!.repeat([...title].length * 2 + random.below(3));
    lines.push(...(over && depth === 0 ? [line, ` ${title}`, line] : [title, line]), '');
    for (let blocks = random.below(4); blocks > 0; blocks--) {
      lines.push(...rstBlock(random, known, paragraph), '');
    }
  }
  for (let count = random.below(4); count > 0; count--) {
    lines.push(rstDefinition(random, known));
  }
  return lines;
}

function rstBlock(random: Random, known: Known, paragraph: () => string): string[] {
  const path = pathTo(random, known);
  switch (random.below(8)) {
    case 0:
      return [`.. image:: ${encoded(path)}`, `   :target: ${random.pick(['slides_', '`the docs`_', encoded(path)])}`];
    case 1:
      return ['.. toctree::', '', `   ${path.replace(/\.(?:rst|md)$/, '')}`, `   A title <${path}>`];
    case 2:
      return [`.. include:: ${path}`];
    case 3:
      return [`- ${paragraph()}`, `- ${paragraph()}`];
    case 4:
      return [rstDefinition(random, known), '', paragraph()];
    case 5:
      return [
        '.. [#note] A footnote.',
        '.. [CIT] A citation.',
        '.. |sub| replace:: text',
        '',
        'See [#note]_ [CIT]_ |sub|.',
      ];
    default:
      return [`Text ${paragraph()}`, `in two ${paragraph()}.`];
  }
}

function rstDefinition(random: Random, known: Known): string {
  const name = random.pick(names);
  const written = /[:]/.test(name) || random.below(2) === 0 ? `\`${name}\`` : name;
  const value = random.pick([...addresses, encoded(pathTo(random, known)), 'slides_', '`the docs`_']);
  return `.. _${written}: ${value}`;
}

function rstLink(random: Random, known: Known): string {
  const path = pathTo(random, known);
  const name = random.pick(names);
  const title = random.pick(titles);
  const escaped = path.replace(/[`<>\\]/g, '\\$&');
  switch (random.below(14)) {
    case 0:
      return `:doc:\`${escaped.replace(/\.(?:rst|md)$/, '')}\``;
    case 1:
      return `:doc:\`Here <${escaped}>\``;
    case 2:
      return `:download:\`it <${escaped}>\``;
    case 3:
      return `:ref:\`${random.pick([name, `See <${name}>`])}\``;
    case 4:
      return /^[\w-]+$/.test(name) ? `${name}_` : `\`${name}\`_`;
    case 5:
      return `\`${title}\`_`;
    case 6:
      return `\`see it <${encoded(path)}${fragment(random)}>\`__`;
    case 7:
      return `\`${random.pick(['text', name])} <${random.pick(addresses)}>\`_`;
    case 8:
      return `\`text <${name}_>\`_`;
    case 9:
      return random.pick(addresses.slice(0, 1));
    case 10:
      return `\`page <${encoded(path).replace(/\.\w+$/, '.html')}${fragment(random)}>\`__`;
    case 11:
      return `_\`inline ${name}\``;
    case 12:
      return `\`anon\`__ and __ \\`;
    default:
      return `plain ${title.replace(/[*]/g, '')}`;
  }
}

function markdownLines(random: Random, known: Known): string[] {
  const lines: string[] = [];
  const setext = random.below(3) === 0;
  const paragraph = (): string =>
    Array.from({ length: 1 + random.below(3) }, () => markdownLink(random, known)).join(' and ');
  let depth = 0;
  for (let count = 2 + random.below(5); count > 0; count--) {
    const title = random.pick(titles);
    depth = lines.length < 3 ? 0 : Math.min(3, random.below(depth + 2));
    lines.push(...(setext && depth < 2 ? [title, '=-'[depth]!.repeat(4)] : [`${'#'.repeat(depth + 1)} ${title}`]), '');
    for (let blocks = random.below(4); blocks > 0; blocks--) {
      lines.push(...markdownBlock(random, known, paragraph), '');
    }
  }
  for (let count = random.below(4); count > 0; count--) {
    lines.push(markdownDefinition(random, known));
  }
  return lines;
}

function markdownBlock(random: Random, known: Known, paragraph: () => string): string[] {
  switch (random.below(6)) {
    case 0:
      return [`- ${paragraph()}`, `- ${paragraph()}`];
    case 1:
      return [markdownDefinition(random, known), '', paragraph()];
    case 2:
      return ['[^note]: A footnote.', '', 'See [^note].'];
    case 3:
      return ['| a | b |', '|---|---|', `| ${markdownLink(random, known)} | x |`];
    default:
      return [`Text ${paragraph()}`, `in two ${paragraph()}.`];
  }
}

function markdownPath(random: Random, known: Known): string {
  const path = pathTo(random, known) + fragment(random);
  return /[\s()<>]/.test(path) && random.below(2) === 0
    ? `<${path}>`
    : encoded(path).replace(/%23(?=[a-z0-9-]+$)/, '#');
}

function markdownDefinition(random: Random, known: Known): string {
  return `[${random.pick(names)}]: ${random.pick([...addresses, markdownPath(random, known)])}${random.pick(['', ' "A title"'])}`;
}

function markdownLink(random: Random, known: Known): string {
  const path = markdownPath(random, known);
  const name = random.pick(names);
  const note = random.pick(known.paths).replace(/\.\w+$/, '');
  switch (random.below(13)) {
    case 0:
      return `[text](${path})`;
    case 1:
      return `![picture](${path} "A title")`;
    case 2:
      return `[text][${name}]`;
    case 3:
      return `[${name}][]`;
    case 4:
      return `[${name}]`;
    case 5:
      return `[[${note.slice(note.lastIndexOf('/') + 1)}${random.pick(['', '#Overview', '#Next steps|label', '|label'])}]]`;
    case 6:
      return `[[${note}]]`;
    case 7:
      return `[here](#${random.pick(['overview', 'next-steps', 'q-a', 'über-uns', 'overview-1', 'gone'])})`;
    case 8:
      return random.pick(addresses.slice(0, 1));
    case 9:
      return `<${random.pick(addresses)}>`;
    case 10:
      return `<a href="${encoded(pathTo(random, known))}">x</a> <span id="${random.pick(['slides', 'more'])}"></span>`;
    case 11:
      return `[${name}](${random.pick(addresses)} "T")`;
    default:
      return `[page](${encoded(pathTo(random, known)).replace(/\.\w+$/, '.html')})`;
  }
}
