/**
 * Talks: which notes are about an event, which of their sections are talks, and who spoke. People write no marks for
 * any of this, so it is a heuristic, and all of it stands here. Its cases are tabled in test/features/talks.test.ts.
 */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Heading, Note } from '../core/model/note.ts';
import { dirname, type NotePath } from '../core/text/path.ts';
import { openTodosBySection, openTodosOf } from './openTodos.ts';
import { noteTitle, titleSection } from './sections.ts';

export interface TalkOptions {
  /** Names of folders whose notes are event notes; compared without case. */
  readonly folders: readonly string[];
  /** Level of the titles that are talks; 0 leaves it to the note. */
  readonly level: number;
}

export const defaultTalkOptions: TalkOptions = {
  folders: ['conference', 'conferences', 'talks', 'events', 'meetup', 'meetups'],
  level: 0,
};

export interface Talk {
  readonly title: string;
  readonly speakers: readonly string[];
  readonly heading: Heading;
  /** Index of `heading` in `Note.headings`. */
  readonly index: number;
  /** To-dos in its section that are open. */
  readonly openTodos: number;
}

export interface TalkEvent {
  /** '' where the note says of one talk only, and not at which event. */
  readonly title: string;
  /** In document order. */
  readonly talks: readonly Talk[];
  /** The whole note is about one talk, which its first title names. */
  readonly isOneTalk: boolean;
  /** As written in front matter. */
  readonly date?: string;
}

interface Known extends TalkOptions {
  readonly path: NotePath;
  readonly event: TalkEvent | undefined;
}

/** A tree asks for the events of all notes each time it is shown. */
const cache = new WeakMap<Note, Known>();

/** The event that a note is about; `undefined` for any other note. */
export function eventOf(entry: NoteEntry, { folders, level }: TalkOptions): TalkEvent | undefined {
  const known = cache.get(entry.note);
  if (known?.path === entry.path && known.folders === folders && known.level === level) {
    return known.event;
  }
  const event = readEvent(entry, { folders, level });
  cache.set(entry.note, { path: entry.path, folders, level, event });
  return event;
}

/** Who spoke: a name in the title, names and `@handles` right below it, or, where there are none, an e-mail address. */
export function speakersOf(heading: Heading): readonly string[] {
  const speakers = new Set<string>(speakersInTitle(heading));
  const addresses: string[] = [];
  for (const line of linesBelow(heading)) {
    for (const speaker of [...handlesIn(line), ...namesInLine(line)]) {
      speakers.add(speaker);
    }
    if (EMAIL.test(line)) {
      addresses.push(line);
    }
  }
  return speakers.size > 0 ? [...speakers] : addresses.slice(0, 1);
}

/** Names behind `@` in the lines that say who spoke, without it. */
export function handlesBelow(heading: Heading): readonly string[] {
  return linesBelow(heading).flatMap((line) => handlesIn(line).map((handle) => handle.slice(1)));
}

function linesBelow({ lead }: Heading): readonly string[] {
  return lead === '' ? [] : lead.split('\n');
}

// --- Event notes ---

function readEvent({ path, note }: NoteEntry, options: TalkOptions): TalkEvent | undefined {
  if (note.headings.length === 0 || isContentsPage(note)) {
    return undefined;
  }
  const title = noteTitle(note, '');
  const { event: said, speakers = [], date } = note.meta ?? {};
  const inTalkFolder = isInTalkFolder(path, options.folders);
  const event = said ?? eventPart(title);
  const isAnyEvent = inTalkFolder || event !== undefined || hasSpeakersInSections(note);
  const talks = isAnyEvent ? talkIndexes(note, options.level).map((at) => talkAt(note, at)) : [];
  const known = date === undefined ? {} : { date };
  const isEvent = said !== undefined && speakers.length === 0 && talks.length > 0;
  const isTalk = isTalkTitle(title, inTalkFolder) || speakers.length > 0;
  if (!isEvent && (isTalk || (talks.length === 0 && (inTalkFolder || said !== undefined)))) {
    return { title: event ?? '', talks: [wholeNote(note, title, speakers)], isOneTalk: true, ...known };
  }
  return talks.length === 0 ? undefined : { title: said ?? title, talks, isOneTalk: false, ...known };
}

/** The note as one talk: front matter and the title's own section say who spoke. */
function wholeNote(note: Note, title: string, speakers: readonly string[]): Talk {
  const talk = talkAt(note, 0);
  return titleSection(note) < 0
    ? { ...talk, title, speakers, openTodos: openTodosOf(note) }
    : { ...talk, speakers: [...new Set([...speakers, ...talk.speakers])] };
}

/** Events that do not end in "Con" or "Conf". */
const EVENT_NAMES =
  /\b(?:EuroPython|EuroSciPy|SciPy(?= \d{4})|PyData|FOSDEM|OSCON|JavaOne|WWDC|Devoxx|Jfokus|GOTO(?= )|NDC(?= )|DEF CON|SXSW|Write the Docs|Strange Loop|Google I\/O|re:Invent|Django Under the Hood|BarCamp|LCA(?= ?\d{4}))\b/;

/** `PyCon`, `DjangoCon.eu`, `QCon`, `JSConf`, `DjangoConEU`; not `Con`, `Config` or `ICON`. */
const CON_NAMES = /\b\p{Lu}[\p{L}\d]*Conf?(?:\.[a-z]{2,3}|[A-Z]{2})?(?![\p{L}\d])/u;

/** Nouns that make a name an event's, with at least one more word: `Python Summit`, `Meetup 12`. */
const EVENT_NOUNS =
  /^(?=.*\s).*\b(?:Conf|Conference|Conferences|Summit|Meetup|Meet-up|Unconference|Hackathon|Symposium)\b/;

/** The part of a title that names an event: of several that ` - ` joins, or the whole; `undefined` where none does. */
function eventPart(title: string): string | undefined {
  const parts = partsOf(title);
  const event = parts.find((part) => namesEvent(part));
  // Beside a speaker's name a year is enough: `Mocks - Ada Byron - Data Days 2022`.
  const hasSpeaker = parts.some((part) => namesIn(part).length > 0);
  return event ?? (hasSpeaker ? parts.find((part) => /\s(?:19|20)\d\d$/.test(part)) : undefined);
}

/** Short, since an event's name inside of a sentence is only a mention. */
function namesEvent(text: string): boolean {
  const isShort = text.split(' ').length <= 5;
  return isShort && (EVENT_NAMES.test(text) || CON_NAMES.test(text) || EVENT_NOUNS.test(text));
}

function isInTalkFolder(path: NotePath, folders: readonly string[]): boolean {
  const around = `${dirname(path).toLowerCase()}/`;
  return folders.some((name) => around.includes(`/${name.toLowerCase()}/`));
}

/** A page that only lists other notes. */
function isContentsPage(note: Note): boolean {
  return note.headings.length <= 3 && note.links.some(({ kind }) => kind === 'toctree');
}

/** At least two sections of one note that say who spoke by `@handle`. */
function hasSpeakersInSections(note: Note): boolean {
  let sections = 0;
  for (const heading of note.headings) {
    sections += Number(heading.level > 1 && handlesBelow(heading).length > 0);
  }
  return sections > 1;
}

/** A title that is about one talk: an event or a speaker's name, and what it was about, joined by ` - `. */
function isTalkTitle(title: string, inTalkFolder: boolean): boolean {
  const parts = partsOf(title);
  if (parts.length < 2) {
    return false;
  }
  return eventPart(title) !== undefined || (inTalkFolder && parts.some((part) => namesIn(part).length > 0));
}

// --- Talks ---

/** Indexes of the titles that are talks: the first title's sections, and further outermost ones, or one whole level. */
function talkIndexes(note: Note, level: number): readonly number[] {
  const todoSections = new Set(note.todos.filter((todo) => todo.inTodoSection).map((todo) => todo.heading));
  const indexes: number[] = [];
  const title = titleSection(note);
  note.headings.forEach((heading, index) => {
    const isOuter = (heading.parent === title || heading.parent === -1) && index !== title;
    if ((level > 0 ? heading.level === level : isOuter) && !todoSections.has(index)) {
      indexes.push(index);
    }
  });
  return indexes;
}

function talkAt(note: Note, index: number): Talk {
  const heading = note.headings[index]!;
  const openTodos = openTodosBySection(note)[index]!;
  return { title: heading.title, speakers: speakersOf(heading), heading, index, openTodos };
}

// --- Speakers ---

const EMAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;

/** `@a`, `@a, @b`, `@a and @b`, `@a (core developer)`. */
const HANDLES = /^@\w[\w.-]*(?:(?:\s*[,&/]\s*|\s+and\s+|\s+)@\w[\w.-]*)*(?:\s+\([^()]*\))?$/;
const HANDLE = /@\w[\w.-]*/g;

/** One word of a name: `Guido`, `Marc-Andre`, `O'Reilly`, `McDonald`, `J.`; no `ReThought`, no `API`. */
const NAME_WORD = /^(?:(?:Ma?c|De|O['’])?\p{Lu}[\p{Ll}\p{M}]+(?:[-'’]\p{Lu}?[\p{Ll}\p{M}]+)*|\p{Lu}\.)$/u;
const NAME_PARTICLE = /^(?:van|von|de|der|den|del|di|da|la|le|bin|al|el|af)$/;

/** Capitalised like names, and yet none: roles, companies, parts of a programme, words that talks are about. */
const NO_NAME = new Set(
  (
    'A Advanced An And Answer Answers App Apps Application Applications Best Better Building Code Company ' +
    'Consultant Continuous Core Data Day Demo Design Developer Developers Development Director Django ' +
    'Engineer Engineering For Foundation Founder Framework Friday Group In Inc Institute Introduction ' +
    'Java Keynote Lab Labs Language Languages Leader Libraries Lightning Limited Link Links Ltd Manager ' +
    'Management Meetup Modern Monday New Note Notes Of On One Open Or Overview Panel Part Patterns ' +
    'Performance Practice Practices Programming Project Projects Python Question Questions Reusable ' +
    'Saturday Security Server Servers Service Services Session Slide Slides Software Solutions Source ' +
    'Summary Sunday System Systems Talk Talks Team Technologies Test Testing The Three Thursday Tips Tool ' +
    'Tools Tricks Tuesday Tutorial Two University Using Video Web Wednesday Why With Work Workshop'
  ).split(' '),
);

function handlesIn(line: string): readonly string[] {
  return HANDLES.test(line) ? (line.match(HANDLE) ?? []) : [];
}

/** A line that is names, or a name and after a comma where someone works. */
function namesInLine(line: string): readonly string[] {
  const names = namesIn(line);
  const [name = '', company, ...more] = line.split(/,\s+/);
  const hasCompany = more.length === 0 && company !== undefined && company.split(' ').length <= 3;
  return names.length === 0 && hasCompany && isName(name) ? [name] : names;
}

/** In the title of a whole note names may stand anywhere, in a section's only at the end. */
function speakersInTitle({ title, level }: Heading): readonly string[] {
  const parts = partsOf(title);
  if (parts.length < 2) {
    return [];
  }
  const atEnd = namesIn(parts.at(-1)!);
  return atEnd.length > 0 || level > 1 ? atEnd : namesIn(parts.find((part) => namesIn(part).length > 0) ?? '');
}

/** The names in a text that is nothing but names: `Ada Byron and Eve Kask`. */
function namesIn(text: string): readonly string[] {
  const names = text.split(/\s*[,&]\s*|\s+and\s+/);
  return names.every((name) => isName(name)) ? names : [];
}

/** Two to four capitalised words that are not known to be something else. */
function isName(text: string): boolean {
  const words = text.split(' ');
  const capitalised = words.filter((word) => NAME_WORD.test(word));
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    capitalised.length >= 2 &&
    NAME_WORD.test(words[0]!) &&
    NAME_WORD.test(words.at(-1)!) &&
    words.every((word) => NAME_WORD.test(word) || NAME_PARTICLE.test(word)) &&
    !words.some((word) => NO_NAME.has(word))
  );
}

function partsOf(title: string): readonly string[] {
  return title.split(/\s+[-–—]\s+/);
}
