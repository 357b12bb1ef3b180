/** Collects the links and anchors of one run. */
import type { AnchorParts } from '../../../model/anchor.ts';
import type { LinkKind, LinkTarget } from '../../../model/link.ts';
import { ownString } from '../../../text/ownString.ts';
import { NO_RUN, spanIn, type TextRun } from '../../textRun.ts';
import { characterTable } from '../characters.ts';
import { htmlFacts } from '../htmlFacts.ts';
import { normalizeLabel } from '../labels.ts';
import { destinationTarget, noteNameTarget } from '../linkTarget.ts';
import { emptied } from './emptied.ts';
import type { FoundLink, FoundWikiLink, InlineSink } from './inlineSink.ts';

/** A link in a run; its text is made plain once it is certain that the link is one. */
export interface RunLink {
  readonly kind: LinkKind;
  readonly target: LinkTarget;
  readonly from: number;
  readonly to: number;
  readonly targetFrom: number;
  readonly targetTo: number;
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

/** Those of emphasis and character references mean nothing here. */
const marks = characterTable('\\`<[]:@wW$');

export class NoteSink implements InlineSink {
  readonly marks = marks;
  links: RunLink[] = [];
  anchors: AnchorParts[] = [];
  /** Bounds of comments. */
  comments: number[] = [];
  /** Bounds of what is no text, one after the other: code, addresses, HTML. */
  opaque: number[] = [];
  #run: TextRun = NO_RUN;

  start(run: TextRun): void {
    this.#run = run;
    this.links = emptied(this.links);
    this.anchors = emptied(this.anchors);
    this.comments = emptied(this.comments);
    this.opaque = emptied(this.opaque);
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
      if (!inner.isUndefined && !textKinds.has(inner.kind)) {
        this.links[kept++] = inner;
      }
    }
    if (kept < this.links.length) {
      this.links.length = kept;
    }
  }

  link(found: FoundLink, mark: number): void {
    const { form, isImage, isUndefined, from, to, textFrom, textTo, targetFrom, targetTo } = found;
    const last = this.links[mark - 1];
    if (last?.isUndefined === true && last.to > from) {
      this.links.splice(mark - 1, 1);
    }
    const kind: LinkKind = isImage ? (form === 'inline' ? 'image' : 'image-ref') : kinds[form];
    const written = this.#run.text.slice(targetFrom, targetTo);
    const target = form === 'inline' ? destinationTarget(written) : labelTarget('definition', written);
    const labelTo = form === 'inline' || form === 'full' ? textTo : textFrom;
    const entry = { kind, target, from, to, targetFrom, targetTo, textFrom, textTo: labelTo, isUndefined };
    if (mark >= this.links.length) {
      this.links.push(entry);
    } else {
      this.links.splice(mark, 0, entry);
    }
    if (!isUndefined) {
      this.opaque.push(textTo, to);
    }
  }

  wikiLink({ isEmbed, from, to, targetFrom, targetTo, labelFrom, labelTo }: FoundWikiLink): void {
    const target = noteNameTarget(this.#run.text.slice(targetFrom, targetTo));
    this.#add(isEmbed ? 'wiki-embed' : 'wiki-link', from, to, target, targetFrom, targetTo, labelFrom, labelTo);
  }

  footnote(from: number, to: number, labelFrom: number, labelTo: number): void {
    const target = labelTarget('footnote', this.#run.text.slice(labelFrom, labelTo));
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
    this.links.push({ kind, target, from, to, targetFrom, targetTo, textFrom, textTo, isUndefined: false });
  }
}

function labelTarget(space: 'definition' | 'footnote', written: string): LinkTarget {
  const name = normalizeLabel(written);
  return { type: 'local', space, name, text: name === written ? name : ownString(written) };
}

function url(written: string): LinkTarget {
  return { type: 'url', url: ownString(written) };
}
