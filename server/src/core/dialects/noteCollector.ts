/** Collects what a dialect's constructs find, and makes the note of it. */
import { Anchor, type AnchorParts } from '../model/anchor.ts';
import type { Ignore } from '../model/ignore.ts';
import { Link, type LinkParts } from '../model/link.ts';
import { Fold, Heading, type Note, type NoteMeta } from '../model/note.ts';
import type { Problem } from '../model/problem.ts';
import { Todo, type TodoParts } from '../model/todo.ts';
import { foldSpace } from '../text/foldSpace.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { ownString } from '../text/ownString.ts';
import type { Span } from '../text/span.ts';
import { attach } from './annotations/attach.ts';
import type { UnattachedAnnotation } from './annotations/readAnnotation.ts';
import { readTodoMetadata } from './todoMetadata.ts';

type Writable<T> = { -readonly [key in keyof T]: T[key] };

interface Starting {
  readonly start: number;
}

/** A moment in the reading of a note. */
export interface Mark {
  readonly links: number;
  readonly anchors: number;
}

export class NoteCollector {
  readonly text: string;
  readonly #lines: LineIndex;
  readonly #todoSections: FoldedTitles;
  readonly #headings: Writable<Heading>[] = [];
  readonly #links: Link[] = [];
  readonly #anchors: Anchor[] = [];
  readonly #todos: Todo[] = [];
  readonly #folds: Fold[] = [];
  readonly #problems: Problem[] = [];
  readonly #ignores: Ignore[] = [];
  readonly #annotations: UnattachedAnnotation[] = [];
  /** Names of titles and targets, once somebody asks for them. */
  #known: Set<string> | undefined;
  #labels: string[] = [];
  /** Lines below the last title. */
  #leadLines: string[] = [];
  /** The same, as long as more may come. */
  #lead: string[] | undefined;
  #introduction = -1;
  /** The section being read is a To Do section. */
  inTodoSection = false;
  /** What the note says of itself. */
  meta: NoteMeta | undefined;

  constructor(text: string, lines: LineIndex, todoSections: readonly string[]) {
    this.text = text;
    this.#lines = lines;
    this.#todoSections = foldedTitles(todoSections);
  }

  get headingCount(): number {
    return this.#headings.length;
  }

  get labelCount(): number {
    return this.#labels.length;
  }

  /** Starts a section that answers to `own` names and pending labels; sections of the same or a deeper level end here. */
  addHeading(title: string, level: number, span: Span, titleSpan: Span, own: readonly string[]): void {
    const parent = this.#endSections(level, span.start);
    this.#keepLead();
    const names = this.#labels.length === 0 ? own : [...own, ...this.#labels];
    this.#headings.push(new Heading({ title, level, span, titleSpan, parent, names }));
    this.#known?.add(own[0]!);
    this.dropLabels();
    this.#lead = this.#leadLines;
    this.inTodoSection = title.length <= this.#todoSections.longest && this.#todoSections.titles.has(foldTitle(title));
  }

  /** A label that names whatever comes next. */
  addLabel(name: string): void {
    this.#labels.push(name);
  }

  /** Something other than a title came: pending labels name that. */
  dropLabels(): void {
    if (this.#labels.length > 0) {
      this.#labels = [];
    }
  }

  /** Where to put lines that stand right below the title; `undefined` once something else stood there. */
  takeLead(): string[] | undefined {
    const lead = this.#lead;
    this.#lead = undefined;
    return lead;
  }

  /** The next block may be part of it, too. */
  returnLead(lead: string[] | undefined): void {
    this.#lead = lead;
  }

  addLink(link: LinkParts): void {
    this.#links.push(new Link(link));
  }

  /** How much has been found; see `foundSince`. */
  mark(): Mark {
    return { links: this.#links.length, anchors: this.#anchors.length };
  }

  /** The links and anchors found since `mark` was made. */
  foundSince({ links, anchors }: Mark): { readonly links: readonly Link[]; readonly anchors: readonly Anchor[] } {
    return { links: this.#links.slice(links), anchors: this.#anchors.slice(anchors) };
  }

  /** Whether a title or target before has `name`. */
  hasName(name: string): boolean {
    this.#known ??= new Set([
      ...this.#headings.map(({ name }) => name!),
      ...this.#anchors.filter(({ kind }) => kind !== 'substitution').map((anchor) => anchor.name),
    ]);
    return this.#known.has(name);
  }

  addAnchor(anchor: AnchorParts): void {
    this.#anchors.push(new Anchor(anchor));
    if (anchor.kind !== 'substitution') {
      this.#known?.add(anchor.name);
    }
  }

  /** Takes note of a to-do in the section being read; answers its index. */
  addTodo({ kind, state, text, span, markerSpan, parent }: TodoParts): number {
    const own = { kind, state, text: ownString(text), span, markerSpan, parent };
    this.#todos.push(new Todo(own, this.#headings.length - 1, this.inTodoSection, metadataOf(this.text, own)));
    return this.#todos.length - 1;
  }

  /** A paragraph that ends in a colon, to-do number `todo`, is the parent of the to-dos in the next list. */
  introduce(todo: number): void {
    this.#introduction = todo;
  }

  /** What the last paragraph introduced, once; -1 where it introduced nothing. */
  takeIntroduction(): number {
    const todo = this.#introduction;
    this.#introduction = -1;
    return todo;
  }

  /** Whether `offset` belongs to a to-do that was found already. */
  isInTodo(offset: number): boolean {
    const last = this.#todos[this.#todos.length - 1];
    return last !== undefined && last.start <= offset && offset < last.end;
  }

  addFold(start: number, end: number, kind: Fold['kind']): void {
    this.#folds.push(new Fold(start, end, kind));
  }

  addProblem(problem: Problem): void {
    this.#problems.push(problem);
  }

  addIgnore(ignore: Ignore): void {
    this.#ignores.push(ignore);
  }

  get annotationCount(): number {
    return this.#annotations.length;
  }

  addAnnotation(annotation: UnattachedAnnotation): void {
    this.#annotations.push(annotation);
  }

  finish(): Note {
    this.#keepLead();
    this.#endSections(0, this.text.length);
    const note: Note = {
      lines: this.#lines,
      headings: trimmed(this.#headings),
      links: trimmed(inOrder(this.#links)),
      anchors: trimmed(inOrder(this.#anchors)),
      todos: trimmed(this.#todos),
      folds: trimmed(inOrder(this.#folds)),
      problems: trimmed(this.#problems.sort(bySpan)),
      annotations:
        this.#annotations.length === 0 ? NOTHING : attach(this.text, this.#annotations.sort(bySpan), this.#headings),
      ignores: trimmed(this.#ignores),
    };
    return this.meta === undefined ? note : { ...note, meta: this.meta };
  }

  /** One string: with a list of its own for each of some ten titles, a note would take a twentieth more memory. */
  #keepLead(): void {
    const lines = this.#leadLines;
    if (lines.length > 0) {
      this.#headings[this.#headings.length - 1]!.lead = lines.length === 1 ? ownString(lines[0]!) : lines.join('\n');
      this.#leadLines = [];
    }
  }

  /** Ends sections of `level` and deeper at `end`; answers the index of the section around, -1 for none. */
  #endSections(level: number, end: number): number {
    let index = this.#headings.length - 1;
    while (index >= 0 && this.#headings[index]!.level >= level) {
      const heading = this.#headings[index]!;
      heading.sectionEnd = end;
      index = heading.parent;
    }
    return index;
  }
}

/** What stands behind the box or the marker, in which an owner may stand: `TODO(ann): …`. */
function metadataOf(source: string, { kind, span, markerSpan, text }: TodoParts) {
  const start = kind === 'directive' ? span.start : markerSpan.end;
  const owner = kind === 'marker' ? /^\(([^()\n]*)\)/.exec(source.slice(start, span.end))?.[1] : undefined;
  const owners = owner?.split(',').map((name) => name.trim().replace(/^@/, ''));
  return readTodoMetadata(
    source,
    start,
    span.end,
    text,
    owners?.filter((name) => name !== ''),
  );
}

interface FoldedTitles {
  readonly of: readonly string[];
  readonly titles: ReadonlySet<string>;
  readonly longest: number;
}

/** Of the last list: all notes of a workspace are read with one and the same. */
let lastFolded: FoldedTitles = { of: [], titles: new Set(), longest: 0 };

function foldedTitles(titles: readonly string[]): FoldedTitles {
  if (lastFolded.of !== titles) {
    const longest = Math.max(0, ...titles.map(({ length }) => length));
    lastFolded = { of: titles, titles: new Set(titles.map(foldTitle)), longest };
  }
  return lastFolded;
}

function foldTitle(title: string): string {
  return foldSpace(title.toLowerCase());
}

const NOTHING: readonly never[] = [];

/** The same list without the room that lists keep for growing; one and the same where there is nothing in it. */
function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NOTHING : list.slice();
}

function bySpan(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start;
}

/** Sorts by position where constructs inside others were found out of order, which is rare. */
function inOrder<T extends Starting>(items: T[]): T[] {
  for (let at = 1; at < items.length; at++) {
    if (items[at]!.start < items[at - 1]!.start) {
      return items.sort((a, b) => a.start - b.start);
    }
  }
  return items;
}
