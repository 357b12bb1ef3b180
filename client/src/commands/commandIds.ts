/** Commands that are not for users to run, but for rows and buttons. */

/** Shows the place in a note that a tree row stands for. Argument: the row's `TreeNode`. */
export const showRowCommand = 'talkNotes.showRow';
