/** Hovers as text: Markdown for clients that show it. */
import { type MarkupContent, MarkupKind } from 'vscode-languageserver';
import type { HoverPart } from '../features/hover.ts';

/** A part of a hover whose lines and URIs are known. */
export type ReadyPart =
  | Exclude<HoverPart, { type: 'excerpt' | 'place' | 'image' }>
  | { readonly type: 'excerpt'; readonly lines: readonly string[] }
  | { readonly type: 'place'; readonly title: string; readonly shown: string; readonly uri: string }
  | { readonly type: 'image'; readonly uri: string };

/** Pixels: a thumbnail that leaves room for the text. */
const WIDTH = 240;

export function hoverText(parts: readonly ReadyPart[], isMarkdown: boolean): MarkupContent {
  const texts = parts.map(isMarkdown ? markdownOf : plainOf).filter((text) => text !== '');
  return { kind: isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: texts.join('\n\n') };
}

function markdownOf(part: ReadyPart): string {
  switch (part.type) {
    case 'place':
      return `**[${escapeMarkdown(part.title)}](${part.uri})** — ${escapeMarkdown(part.shown)}`;
    case 'excerpt':
      return part.lines.map(escapeMarkdown).join('  \n');
    case 'image':
      return `![](${part.uri}|width=${WIDTH})`;
    case 'url':
      return [`<${part.url.replace(/[\s<>]/g, encodeURIComponent)}>`, ...stateOf(part).map(escapeMarkdown)].join(
        '\n\n',
      );
    case 'sentence':
      return escapeMarkdown(part.text);
  }
}

function plainOf(part: ReadyPart): string {
  switch (part.type) {
    case 'place':
      return `${part.title} — ${part.shown}`;
    case 'excerpt':
      return part.lines.join('\n');
    case 'image':
      return '';
    case 'url':
      return [part.url, ...stateOf(part)].join('\n');
    case 'sentence':
      return part.text;
  }
}

function stateOf({ state }: { readonly state?: string }): readonly string[] {
  return state === undefined ? [] : [state];
}

/** A note's own signs are shown as they are written. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|~&$:]/g, '\\$&');
}
