/** Collects the links and anchors of one run. */
import type { Anchor } from '../../../model/anchor.ts';
import type { Link, LinkKind, LinkTarget } from '../../../model/link.ts';
import { ownString } from '../../../text/ownString.ts';
import { spanIn, type TextRun } from '../../textRun.ts';
import { htmlFacts } from '../htmlFacts.ts';
import { normalizeLabel } from '../labels.ts';
import { destinationTarget, noteNameTarget } from '../linkTarget.ts';
import type { FoundLink, FoundWikiLink, InlineSink } from './inlineSink.ts';

/** A link with the bounds of its text, which is made plain once it is certain that the link is one. */
export interface RunLink {
  readonly link: Link;
  readonly from: number;
  readonly to: number;
  /** Empty bounds for a link whose text is its target. */
  readonly textFrom: number;
  readonly textTo: number;
  readonly isUndefined: boolean;
}

const kinds = {
  inline: 'inline-link',
  full: 'full-ref',
  collapsed: 'collapsed-ref',
  shortcut: 'shortcut-ref',
} as const;

/** Kinds that are text where they stand in a link's text. */
const textKinds: ReadonlySet<LinkKind> = new Set<LinkKind>(['url', 'wiki-link', 'wiki-embed']);

export class NoteSink implements InlineSink {
  readonly links: RunLink[] = [];
  readonly anchors: Anchor[] = [];
  /** Bounds of comments. */
  readonly comments: number[] = [];
  /** Bounds of what is no text, one after the other: code, addresses, HTML. */
  readonly opaque: number[] = [];
  readonly #run: TextRun;

  constructor(run: TextRun) {
    this.#run = run;
  }

  mark(): number {
    return this.links.length;
  }

  enclose(mark: number, isImage: boolean): void {
    if (isImage) {
      this.links.length = mark;
      return;
    }
    let kept = mark;
    for (let at = mark; at < this.links.length; at++) {
      const inner = this.links[at]!;
      if (!inner.isUndefined && !textKinds.has(inner.link.kind)) {
        this.links[kept++] = inner;
      }
    }
    this.links.length = kept;
  }

  link(found: FoundLink, mark: number): void {
    const { form, isImage, isUndefined, from, to, textFrom, textTo, targetFrom, targetTo } = found;
    const last = this.links[mark - 1];
    if (last?.isUndefined === true && last.to > from) {
      this.links.splice(mark - 1, 1);
    }
    const kind: LinkKind = isImage ? (form === 'inline' ? 'image' : 'image-ref') : kinds[form];
    const written = this.#run.text.slice(targetFrom, targetTo);
    const target: LinkTarget =
      form === 'inline'
        ? destinationTarget(written)
        : { type: 'local', space: 'definition', name: normalizeLabel(written), text: ownString(written) };
    const link = {
      kind,
      span: spanIn(this.#run, from, to),
      target,
      targetSpan: spanIn(this.#run, targetFrom, targetTo),
    };
    const hasLabel = form === 'inline' || form === 'full';
    const entry = { link, from, to, textFrom, textTo: hasLabel ? textTo : textFrom, isUndefined };
    this.links.splice(Math.min(mark, this.links.length), 0, entry);
    if (!isUndefined) {
      this.opaque.push(textTo, to);
    }
  }

  wikiLink({ isEmbed, from, to, targetFrom, targetTo, labelFrom, labelTo }: FoundWikiLink): void {
    const target = noteNameTarget(this.#run.text.slice(targetFrom, targetTo));
    this.#add(isEmbed ? 'wiki-embed' : 'wiki-link', from, to, target, targetFrom, targetTo, labelFrom, labelTo);
  }

  footnote(from: number, to: number, labelFrom: number, labelTo: number): void {
    const text = ownString(this.#run.text.slice(labelFrom, labelTo));
    const target: LinkTarget = { type: 'local', space: 'footnote', name: normalizeLabel(text), text };
    this.#add('footnote-ref', from, to, target, labelFrom, labelTo);
  }

  autolink(from: number, to: number, isMail: boolean): void {
    const written = this.#run.text.slice(from + 1, to - 1);
    this.#add('autolink', from, to, url(isMail ? `mailto:${written}` : written), from + 1, to - 1);
    this.opaque.push(from, to);
  }

  bareUrl(from: number, to: number, prefix: string): void {
    this.#add('url', from, to, url(prefix + this.#run.text.slice(from, to)), from, to);
    this.opaque.push(from, to);
  }

  code(from: number, to: number): void {
    this.opaque.push(from, to);
  }

  math(from: number, to: number): void {
    this.opaque.push(from, to);
  }

  tag(from: number, to: number): void {
    this.opaque.push(from, to);
    for (const fact of htmlFacts(this.#run.text, from, to)) {
      const span = spanIn(this.#run, from, to);
      const at = spanIn(this.#run, fact.from, fact.to);
      if (fact.type === 'anchor') {
        this.anchors.push({ kind: 'id', name: fact.name, span, nameSpan: at });
      } else {
        this.#add(fact.kind, from, to, fact.target, fact.from, fact.to);
      }
    }
  }

  comment(from: number, to: number): void {
    this.opaque.push(from, to);
    this.comments.push(from, to);
  }

  escape(): void {}

  other(at: number): number {
    return at + 1;
  }

  #add(
    kind: LinkKind,
    from: number,
    to: number,
    target: LinkTarget,
    targetFrom: number,
    targetTo: number,
    textFrom = from,
    textTo = from,
  ): void {
    const link = {
      kind,
      span: spanIn(this.#run, from, to),
      target,
      targetSpan: spanIn(this.#run, targetFrom, targetTo),
    };
    this.links.push({ link, from, to, textFrom, textTo, isUndefined: false });
  }
}

function url(written: string): LinkTarget {
  return { type: 'url', url: ownString(written) };
}
