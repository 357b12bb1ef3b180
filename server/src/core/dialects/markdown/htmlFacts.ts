/** The links and anchors that HTML tags make: `<a href>`, `<a name>`, `<img src>`, and `id` of any tag. */
import type { LinkTarget } from '../../model/link.ts';
import { decodeReferences } from './entities.ts';
import { attributesOf, tagName } from './htmlTag.ts';
import { normalizeLabel } from './labels.ts';
import { uriTarget } from './linkTarget.ts';

export type HtmlFact =
  | { readonly type: 'anchor'; readonly name: string; readonly from: number; readonly to: number }
  | {
      readonly type: 'link';
      readonly kind: 'html-link' | 'html-image';
      readonly target: LinkTarget;
      readonly from: number;
      readonly to: number;
    };

const NOTHING: readonly HtmlFact[] = [];

/** What the tag from `at` to `to` says; bounds are those of the attribute's value. */
export function htmlFacts(text: string, at: number, to: number): readonly HtmlFact[] {
  if (text.charCodeAt(at + 1) === 47 || !text.slice(at, to).includes('=')) {
    return NOTHING;
  }
  const facts: HtmlFact[] = [];
  const tag = tagName(text, at, to);
  for (const { nameFrom, nameTo, valueFrom, valueTo } of attributesOf(text, at, to)) {
    const name = text.slice(nameFrom, nameTo).toLowerCase();
    const value = decodeReferences(text.slice(valueFrom, valueTo)).trim();
    if (value === '') {
      continue;
    }
    if (name === 'id' || (name === 'name' && tag === 'a')) {
      facts.push({ type: 'anchor', name: normalizeLabel(value), from: valueFrom, to: valueTo });
    } else if (name === 'href' && tag === 'a') {
      facts.push({ type: 'link', kind: 'html-link', target: uriTarget(value), from: valueFrom, to: valueTo });
    } else if (name === 'src' && tag === 'img') {
      facts.push({ type: 'link', kind: 'html-image', target: uriTarget(value), from: valueFrom, to: valueTo });
    }
  }
  return facts;
}
