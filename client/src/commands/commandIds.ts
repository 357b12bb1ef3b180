/** Commands that are not for users to run, but for rows and buttons. */

/** Shows the place in a note that a tree row stands for. */
export const showRowCommand = 'talkNotes.showRow';

/** Shows references that are known already. */
export const showReferencesCommand = 'talkNotes.showReferences';

/** Arguments of `showRow`: which view, and the row's id. */
export type RowArguments = readonly [view: 'talks' | 'todos' | 'backlinks' | 'annotations' | 'webLinks', row: string];
