/** Writes the links and targets of a run of inline text into the note. */

import { foldSpace } from '../../../text/foldSpace.ts';
import { ownString } from '../../../text/ownString.ts';
import { spanIn, type TextRun } from '../../textRun.ts';
import { unescapeText, unescapeUri } from '../escapes.ts';
import { normalizeName } from '../names.ts';
import type { NoteBuilder } from '../noteBuilder.ts';
import { roleKind, roleName, roleTarget, splitExplicitTitle } from '../roleTargets.ts';
import { readMarkers } from '../todos/markers.ts';
import { uriTarget } from '../uriTarget.ts';
import { type Embedded, findEmbedded } from './embedded.ts';
import type { InlineSink } from './inlineSink.ts';

export class NoteSink implements InlineSink {
  readonly #run: TextRun;
  readonly #note: NoteBuilder;
  readonly #hasMarkers: boolean;

  /** `hasMarkers`: the note holds to-do markers, so that text must be searched for them. */
  constructor(run: TextRun, note: NoteBuilder, hasMarkers: boolean) {
    this.#run = run;
    this.#note = note;
    this.#hasMarkers = hasMarkers;
  }

  text(from: number, to: number): void {
    if (this.#hasMarkers) {
      readMarkers(this.#run, from, to, this.#note);
    }
  }

  styled(from: number, to: number): void {
    this.text(from, to);
  }

  literal(): void {}

  url(from: number, to: number, isMail: boolean): void {
    const span = spanIn(this.#run, from, to);
    const written = unescapeText(this.#run.text.slice(from, to));
    const url = ownString(isMail ? `mailto:${written}` : written);
    this.#note.addLink({ kind: 'url', span, target: { type: 'url', url }, targetSpan: span });
  }

  simpleReference(start: number, end: number, from: number, to: number, isAnonymous: boolean): void {
    this.#reference(start, end, from, to, isAnonymous);
  }

  phraseReference(start: number, end: number, from: number, to: number, isAnonymous: boolean): void {
    const embedded = findEmbedded(this.#run.text, from, to);
    if (embedded === undefined) {
      this.#reference(start, end, from, to, isAnonymous);
    } else {
      this.#embedded(start, end, from, embedded, isAnonymous);
    }
  }

  #reference(start: number, end: number, from: number, to: number, isAnonymous: boolean): void {
    const span = spanIn(this.#run, start, end);
    const targetSpan = spanIn(this.#run, from, to);
    const label = unescapeText(this.#run.text.slice(from, to));
    if (isAnonymous) {
      const target = { type: 'anonymous', ordinal: this.#note.nextAnonymousReference() } as const;
      this.#note.addLink({ kind: 'anonymous-ref', span, target, targetSpan, label: ownString(foldSpace(label)) });
    } else {
      const target = { type: 'local', space: 'target', name: normalizeName(label) } as const;
      this.#note.addLink({ kind: 'named-ref', span, target, targetSpan });
    }
  }

  /** `` `text <uri>`_ `` and `` `text <name_>`_ ``; with one underscore the text becomes a target too. */
  #embedded(start: number, end: number, from: number, embedded: Embedded, isAnonymous: boolean): void {
    const { text } = this.#run;
    const span = spanIn(this.#run, start, end);
    const targetSpan = spanIn(this.#run, embedded.from, embedded.to);
    const source = text.slice(embedded.from, embedded.to);
    const target = embedded.isAlias
      ? ({ type: 'local', space: 'target', name: normalizeName(unescapeText(source.slice(0, -1))) } as const)
      : // docutils takes a backslash before the last underscore for an escape, whatever stands before that.
        uriTarget(unescapeUri(source).replace(/\\_$/, '_'));
    const written = unescapeText(text.slice(from, embedded.textEnd)).replace(/\s+/g, ' ');
    const named = embedded.isAlias ? source.slice(0, -1) : source;
    const label = ownString(written === '' ? unescapeUri(named) : written);
    const name = normalizeName(label);
    const kind = target.type !== 'local' ? 'embedded-uri' : target.name === name ? 'named-ref' : 'embedded-alias';
    this.#note.addLink({ kind, span, target, targetSpan, label });
    if (!isAnonymous) {
      const nameSpan = embedded.textEnd > from ? spanIn(this.#run, from, embedded.textEnd) : targetSpan;
      this.#note.addAnchor({ kind: 'embedded', name, span, nameSpan, value: target, valueSpan: targetSpan });
    }
  }

  interpreted(start: number, end: number, from: number, to: number, role: string | undefined): void {
    if (role === undefined) {
      return;
    }
    const name = role.toLowerCase();
    const kind = this.#note.hasOwnRole(name) ? 'text' : roleKind(name);
    if (kind === 'text') {
      return;
    }
    const { label, target, targetSpan } = splitExplicitTitle(this.#run.text, from, to, kind === 'unknown-role');
    this.#note.addLink({
      kind,
      span: spanIn(this.#run, start, end),
      target: roleTarget(role, target),
      targetSpan: spanIn(this.#run, targetSpan.start, targetSpan.end),
      role: roleName(role),
      ...(label === undefined ? {} : { label }),
    });
  }

  substitution(start: number, end: number, from: number, to: number): void {
    const name = unescapeText(this.#run.text.slice(from, to)).replace(/\s+/g, ' ');
    this.#note.addLink({
      kind: 'substitution-ref',
      span: spanIn(this.#run, start, end),
      target: { type: 'local', space: 'substitution', name },
      targetSpan: spanIn(this.#run, from, to),
    });
    if (end === to + 2) {
      this.#reference(start, end, from, to, false);
    } else if (end === to + 3) {
      this.#reference(start, end, from, to, true);
    }
  }

  labelReference(start: number, end: number, from: number, to: number, isCitation: boolean): void {
    const text = ownString(this.#run.text.slice(from, to));
    const name = normalizeName(text.replace(/^#/, ''));
    this.#note.addLink({
      kind: isCitation ? 'citation-ref' : 'footnote-ref',
      span: spanIn(this.#run, start, end),
      target: { type: 'local', space: isCitation ? 'citation' : 'footnote', name, text },
      targetSpan: spanIn(this.#run, from, to),
    });
  }

  inlineTarget(start: number, end: number, from: number, to: number): void {
    const name = normalizeName(unescapeText(this.#run.text.slice(from, to)));
    const span = spanIn(this.#run, start, end);
    this.#note.addAnchor({ kind: 'inline', name, span, nameSpan: spanIn(this.#run, from, to) });
  }
}
