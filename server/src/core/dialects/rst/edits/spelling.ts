/** How names are written in reStructuredText: as they are where that reads back as the name, else quoted or escaped. */
import type { Anchor, AnchorKind } from '../../../model/anchor.ts';
import type { Link } from '../../../model/link.ts';
import type { Note } from '../../../model/note.ts';
import { normalizeName, simpleNameEnd } from '../names.ts';
import { parseRst } from '../parse.ts';

const OPTIONS = { todoSections: [] };

/** Whether `name` is a reference name that needs no quotes. */
export function isSimpleName(name: string): boolean {
  return name !== '' && simpleNameEnd(name, 0, name.length) === name.length;
}

/** What people do who write by hand, apart from what they must. */
const habits = {
  /** `` `name`_ `` */
  quotedReference: /`[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*`_(?![_\p{L}\p{N}])/u,
  /** `` .. _`name`: `` */
  quotedTarget: /^[ \t]*\.\. _`[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*`:/mu,
  /** `.. _a name:` */
  bareTarget: /^[ \t]*\.\. _(?![`_])[^:\n]* [^:\n]*:/m,
};
type Habit = keyof typeof habits;

/** What was found last. */
const found = new Map<Habit, { readonly text: string; readonly is: boolean }>();

/**
 * Whether a reference that stood in quotes keeps them once it is to `to`: where that needs them, where it had them
 * without need, and where the note does without need elsewhere.
 */
export function staysQuoted(text: string, from: string, to: string): boolean {
  return !isSimpleName(to) || isSimpleName(from) || hasHabit(text, 'quotedReference');
}

/**
 * Whether a target that was `from`, in quotes or not, has quotes once it is `to`. It needs them for a few names only, but
 * most people put them where a reference needs them.
 */
export function isTargetQuoted(text: string, wasQuoted: boolean, from: string, to: string): boolean {
  if (isSimpleName(to)) {
    return wasQuoted && (isSimpleName(from) || hasHabit(text, 'quotedTarget'));
  }
  return isSimpleName(from) ? wasQuoted || !hasHabit(text, 'bareTarget') : wasQuoted;
}

function hasHabit(text: string, habit: Habit): boolean {
  let known = found.get(habit);
  if (known?.text !== text) {
    known = { text, is: habits[habit].test(text) };
    found.set(habit, known);
  }
  return known.is;
}

/** A backslash before each of `characters` in `text`, and before each backslash. */
export function escaped(text: string, characters: string): string {
  let result = '';
  for (const character of text) {
    result += character === '\\' || characters.includes(character) ? `\\${character}` : character;
  }
  return result;
}

/** What stands between the backquotes of a reference to `name`; `undefined` where no such reference can be written. */
export function phraseText(name: string): string | undefined {
  if (!/[\\`<>]/.test(name)) {
    return name.trim() === '' || /^\s|\s$/.test(name) ? undefined : name;
  }
  return [name, escaped(name, '`<>')].find((text) => readsAsReference(`\`${text}\`_`, name));
}

/** A reference to `name` in text; `undefined` where none can be written. */
export function referenceText(name: string, quoted = false): string | undefined {
  if (!quoted && isSimpleName(name) && readsAsReference(`${name}_`, name)) {
    return `${name}_`;
  }
  const phrase = phraseText(name);
  return phrase === undefined ? undefined : `\`${phrase}\`_`;
}

/** The name of a target as it stands between `.. _` and its colon, quotes included. */
export function targetNameText(name: string, quoted: boolean): string | undefined {
  const ways = [`\`${name}\``, `\`${escaped(name, '`')}\``];
  return (quoted ? ways : [name, ...ways]).find((way) => readsAsAnchor(`.. _${way}: x`, 'explicit', name));
}

/** Whether `label` can stand in the brackets of a footnote or citation of that kind. */
export function isLabel(label: string, kind: 'footnote' | 'citation'): boolean {
  return readsAsAnchor(`.. [${label}] x`, kind, label.replace(/^#/, ''));
}

/** A substitution's name between its bars; `undefined` where it cannot stand there. */
export function substitutionText(name: string): string | undefined {
  return [name, escaped(name, '|')].find((text) => {
    const [anchor] = read(`.. |${text}| replace:: x`).anchors;
    return anchor?.kind === 'substitution' && anchor.name === name;
  });
}

function readsAsReference(text: string, name: string): boolean {
  const { links, anchors } = read(text);
  const [link] = links as readonly Link[];
  return (
    links.length === 1 &&
    anchors.length === 0 &&
    link?.kind === 'named-ref' &&
    link.span.start === 0 &&
    link.span.end === text.length &&
    link.target.type === 'local' &&
    link.target.name === normalizeName(name)
  );
}

function readsAsAnchor(text: string, kind: AnchorKind, name: string): boolean {
  const { anchors } = read(text);
  const [anchor] = anchors as readonly Anchor[];
  return anchors.length === 1 && anchor?.kind === kind && anchor.name === normalizeName(name);
}

function read(text: string): Note {
  return parseRst(text, OPTIONS);
}
