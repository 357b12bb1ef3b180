/** A note as a few short lines, for tests to compare: what was found, where it starts, and the text that it marks. */
import type { Anchor } from '../../server/src/core/model/anchor.ts';
import type { Annotation } from '../../server/src/core/model/annotation.ts';
import type { Ignore } from '../../server/src/core/model/ignore.ts';
import type { Link, LinkTarget } from '../../server/src/core/model/link.ts';
import type { Heading, Note } from '../../server/src/core/model/note.ts';
import type { Problem } from '../../server/src/core/model/problem.ts';
import type { Todo } from '../../server/src/core/model/todo.ts';
import type { Span } from '../../server/src/core/text/span.ts';

/** What a snapshot tells of: `facts` is all but the other two. */
export type SnapshotSubject = 'facts' | 'folds' | 'leads';

/** `subject` of `note`, in document order; `text` is what the note was read from. */
export function snapshotLines(text: string, note: Note, subject: SnapshotSubject): readonly string[] {
  const shown = new Snapshot(text, note);
  switch (subject) {
    case 'facts':
      return shown.facts();
    case 'folds':
      return shown.folds();
    case 'leads':
      return note.headings.map(({ title, lead }) =>
        `"${title}" ${lead.replace(/.+/g, '«$&»').replaceAll('\n', ' ')}`.trim(),
      );
  }
}

class Snapshot {
  readonly #text: string;
  readonly #note: Note;

  constructor(text: string, note: Note) {
    this.#text = text;
    this.#note = note;
  }

  facts(): readonly string[] {
    const { headings, anchors, links, todos, problems, ignores, annotations } = this.#note;
    const facts: readonly { readonly start: number; readonly line: string }[] = [
      ...headings.map((each) => ({ start: each.span.start, line: this.#heading(each) })),
      ...anchors.map((each) => ({ start: each.span.start, line: this.#anchor(each) })),
      ...links.map((each) => ({ start: each.span.start, line: this.#link(each) })),
      ...todos.map((each) => ({ start: each.span.start, line: this.#todo(each) })),
      ...problems.map((each) => ({ start: each.span.start, line: this.#problem(each) })),
      ...ignores.map((each) => ({ start: each.span.start, line: this.#ignore(each) })),
      ...annotations.map((each) => ({ start: each.span.start, line: this.#annotation(each) })),
    ];
    return facts.toSorted((a, b) => a.start - b.start).map(({ line }) => line);
  }

  folds(): readonly string[] {
    const lineAt = (offset: number): number => this.#note.lines.lineAt(offset);
    return this.#note.folds.map(({ kind, span }) => `${kind} ${lineAt(span.start)}-${lineAt(span.end)}`);
  }

  #heading({ title, level, span, titleSpan, sectionEnd, parent, names }: Heading): string {
    const inside = parent < 0 ? '' : ` in "${this.#note.headings[parent]!.title}"`;
    const labels = names.length > 1 ? ` labels ${names.slice(1).join(', ')}` : '';
    const written = this.#slice(titleSpan) === title ? '' : ` ${this.#marked(titleSpan)}`;
    return `H${level} "${title}"${written} ${this.#place(span.start)}-${this.#place(sectionEnd)}${inside}${labels}`;
  }

  #anchor({ kind, name, span, nameSpan, value, valueSpan, auto }: Anchor): string {
    const written = this.#slice(nameSpan) === name ? '' : ` named ${this.#marked(nameSpan)}`;
    const points = value === undefined ? '' : ` -> ${describe(value)} at ${this.#marked(valueSpan!)}`;
    const numbered = auto === undefined ? '' : ` auto ${auto}`;
    return `target ${kind} "${name}" ${this.#at(span)}${written}${numbered}${points}`;
  }

  #link({ kind, span, target, targetSpan, role, label }: Link): string {
    const by = role === undefined ? '' : ` :${role}:`;
    const read = label === undefined ? '' : ` "${label}"`;
    const on = targetSpan.start === span.start && targetSpan.end === span.end ? '' : ` by ${this.#marked(targetSpan)}`;
    return `link ${kind}${by}${read} ${this.#at(span)} -> ${describe(target)}${on}`;
  }

  #todo({ kind, state, text, span, markerSpan, heading, parent, inTodoSection }: Todo): string {
    const mark = markerSpan.end > markerSpan.start ? this.#marked(markerSpan) : this.#place(markerSpan.start);
    const section = heading < 0 ? '' : ` under "${this.#note.headings[heading]!.title}"`;
    const nested = parent < 0 ? '' : ` in "${this.#note.todos[parent]!.text}"`;
    const listed = inTodoSection && kind !== 'section' ? ' listed' : '';
    return `todo ${kind} ${state} "${text}" ${this.#at(span)} mark ${mark}${section}${nested}${listed}`;
  }

  #problem({ code, span }: Problem): string {
    return `problem ${code} ${this.#at(span)}`;
  }

  #ignore({ codes, target, span }: Ignore): string {
    return ['ignore', ...codes, ...(target === undefined ? [] : [`"${target}"`]), this.#at(span)].join(' ');
  }

  #annotation({ span, state, remarks, phrase, target }: Annotation): string {
    const said = remarks.map(({ author, date, text }) => `[${author}|${date}|${text.replaceAll('\n', '⏎')}]`);
    const on = phrase === undefined ? '' : ` on "${phrase}"`;
    const about = target === undefined ? 'detached' : `about ${this.#at(target)}`;
    return `annotation ${state} ${this.#place(span.start)}-${this.#place(span.end)} ${said.join('')}${on} ${about}`;
  }

  #at(span: Span): string {
    return `${this.#place(span.start)} ${this.#marked(span)}`;
  }

  /** Line and character, both from 0. */
  #place(offset: number): string {
    const { line, character } = this.#note.lines.positionAt(offset);
    return `${line}:${character}`;
  }

  #marked(span: Span): string {
    return `«${this.#slice(span)
      .replace(/\r\n|\r|\n/g, '⏎')
      .replace(/\t/g, '→')}»`;
  }

  #slice({ start, end }: Span): string {
    return this.#text.slice(start, end);
  }
}

function describe(target: LinkTarget): string {
  switch (target.type) {
    case 'url':
      return target.url;
    case 'path':
      return [
        target.to,
        target.path,
        ...(target.fragment === undefined ? [] : [`# ${target.fragment}`]),
        ...(target.glob === true ? ['(glob)'] : []),
      ].join(' ');
    case 'local':
      return `${target.space} ${target.name}`;
    case 'anonymous':
      return `anonymous ${target.ordinal}`;
    case 'label':
    case 'term':
      return `${target.type} ${target.name}`;
    case 'note-name':
      return `note-name ${target.name}${target.fragment === undefined ? '' : ` # ${target.fragment}`}`;
    case 'opaque':
      return `opaque ${target.text}`;
  }
}
