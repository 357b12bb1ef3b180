/** What micromark finds in Markdown and what we find, in the same words, so that the two can be held against each other. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as plainText } from 'mdast-util-to-string';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { markdown } from '../../server/src/core/dialects/markdown/markdown.ts';
import type { Link, LinkTarget } from '../../server/src/core/model/link.ts';
import type { Note } from '../../server/src/core/model/note.ts';

/** Facts of one note by what they are about; each is one line, and the order does not count. */
export interface MarkdownFacts {
  readonly headings: readonly string[];
  readonly links: readonly string[];
  readonly definitions: readonly string[];
  readonly tasks: readonly string[];
}

export type MarkdownGroup = keyof MarkdownFacts;

export const markdownGroups: readonly MarkdownGroup[] = ['headings', 'links', 'definitions', 'tasks'];

/** The facts that micromark with its extensions for GitHub finds in `text`. */
export function referenceFacts(text: string): MarkdownFacts {
  const presets = ['yaml', 'toml'] as const;
  const tree = fromMarkdown(text, {
    extensions: [gfm(), frontmatter([...presets])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown([...presets])],
  });
  const facts = { headings: [] as string[], links: [] as string[], definitions: [] as string[], tasks: [] as string[] };
  visit(tree, (node) => addFact(facts, node, text));
  return facts;
}

/** The facts that our reader finds. Leaves out what is no Markdown for micromark: wiki links, undefined references. */
export function ownFacts(text: string): MarkdownFacts {
  const note = markdown.parse(text, { todoSections: [] });
  const defined = new Set(note.anchors.map(({ kind, name }) => `${kind} ${name}`));
  const lineOf = (offset: number): number => note.lines.lineAt(offset) + 1;
  return {
    headings: note.headings.map(({ level, title, span }) => `${lineOf(span.start)} H${level} ${title}`),
    links: note.links
      .filter((link) => isMarkdown(link, defined))
      .map(({ kind, span, target }) => `${placed(kind, span.start, span.end)}${kind} ${shown(target)}`),
    definitions: definitionFacts(note, lineOf),
    tasks: note.todos
      .filter(({ kind, state, span, markerSpan }) => {
        return (
          kind === 'checkbox' &&
          (state === 'open' || state === 'done') &&
          markerSpan.end < span.end &&
          markerSpan.start > span.start
        );
      })
      .map(({ state, markerSpan }) => `${lineOf(markerSpan.start)} ${state}`),
  };
}

/** Where a link stands; of an address without marks micromark does not always tell. */
function placed(kind: string, start: number | undefined, end: number | undefined): string {
  return kind === 'url' ? '' : `${start}-${end} `;
}

function visit(node: Nodes, found: (node: Nodes) => void): void {
  found(node);
  if ('children' in node) {
    for (const child of node.children) {
      visit(child, found);
    }
  }
}

type Lists = { readonly [group in keyof MarkdownFacts]: string[] };

function addFact(facts: Lists, node: Nodes, text: string): void {
  const line = node.position?.start.line ?? 0;
  const start = node.position?.start.offset;
  const link = (kind: string, target: string): void => {
    facts.links.push(`${placed(kind, start, node.position?.end.offset)}${kind} ${target}`);
  };
  switch (node.type) {
    case 'heading': {
      // Definitions above a setext heading count as part of it there.
      const first = node.children[0]?.position?.start.line ?? line;
      facts.headings.push(`${first} H${node.depth} ${folded(titleOf(node))}`);
      break;
    }
    case 'link':
      link(kindOfLink(text, start), shownUrl(node.url));
      break;
    case 'image':
      link('image', shownUrl(node.url));
      break;
    case 'linkReference':
      link(`${node.referenceType}-ref`, label(node.label ?? node.identifier));
      break;
    case 'imageReference':
      link('image-ref', label(node.label ?? node.identifier));
      break;
    case 'footnoteReference':
      link('footnote-ref', label(node.label ?? node.identifier));
      break;
    case 'definition':
      facts.definitions.push(`${line} definition ${label(node.label ?? node.identifier)} ${shownUrl(node.url)}`);
      break;
    case 'footnoteDefinition':
      facts.definitions.push(`${line} footnote ${label(node.label ?? node.identifier)}`);
      break;
    case 'listItem':
      if (typeof node.checked === 'boolean') {
        const first = node.children[0]?.position?.start.line ?? line;
        facts.tasks.push(`${first} ${node.checked ? 'done' : 'open'}`);
      }
  }
}

/** A line break counts as a space, which it does not there. */
function titleOf(node: Nodes): string {
  if (node.type === 'break') {
    return ' ';
  }
  return 'children' in node ? node.children.map(titleOf).join('') : plainText(node, { includeHtml: false });
}

function kindOfLink(text: string, start: number | undefined): string {
  const first = start === undefined ? '' : text[start];
  return first === '[' ? 'inline-link' : first === '<' ? 'autolink' : 'url';
}

function isMarkdown({ kind, target }: Link, defined: ReadonlySet<string>): boolean {
  if (target.type === 'note-name' || kind === 'html-link' || kind === 'html-image') {
    return false;
  }
  return target.type !== 'local' || defined.has(`${target.space} ${target.name}`);
}

function definitionFacts(note: Note, lineOf: (offset: number) => number): readonly string[] {
  return note.anchors
    .filter(({ kind }) => kind === 'definition' || kind === 'footnote')
    .map(({ kind, name, value, span }) => {
      const leads = value === undefined ? '' : ` ${shown(value)}`;
      return `${lineOf(span.start)} ${kind} ${label(name)}${leads}`;
    });
}

function shown(target: LinkTarget): string {
  switch (target.type) {
    case 'url':
      return target.url;
    case 'path':
      return target.fragment === undefined ? target.path : `${target.path}#${target.fragment}`;
    case 'local':
      return label(target.name);
    default:
      return target.type;
  }
}

/** As our paths are: without what a file does not see. */
function shownUrl(url: string): string {
  if (/^[a-z][a-z0-9+.-]+:|^\/\//i.test(url)) {
    return url;
  }
  return url.replace(/^([^#?]*)\?[^#]*/, '$1');
}

function label(text: string): string {
  return folded(text.replace(/\\([!-/:-@[-`{-~])/g, '$1'))
    .toLowerCase()
    .toUpperCase();
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
