/** Boxes for the plain items of a To Do section, and plain items again. */
import type { TextEdit } from '../core/model/edit.ts';
import type { CurrentNote } from './noteEdits.ts';
import { sectionAt } from './sections.ts';

/**
 * Edits that give every plain to-do of the To Do section at `offset` a box or, where all have one, take the open ones away;
 * `undefined` where there is no such section.
 */
export function checklist({ text, entry }: CurrentNote, offset: number): readonly TextEdit[] | undefined {
  const { note } = entry;
  const section = sectionAt(note, offset);
  const items = note.todos.filter(({ heading, inTodoSection }) => heading === section && inTodoSection);
  const plain = items.filter(({ kind, state }) => kind === 'section' && state === 'open');
  if (plain.length > 0) {
    return plain.map(({ markerSpan }) => ({ span: markerSpan, text: '[ ] ' }));
  }
  const open = items.filter(({ kind, state, text: said }) => kind === 'checkbox' && state === 'open' && said !== '');
  return open.length === 0
    ? undefined
    : open.map(({ markerSpan: { start, end } }) => ({
        span: { start, end: text[end] === ' ' ? end + 1 : end },
        text: '',
      }));
}
