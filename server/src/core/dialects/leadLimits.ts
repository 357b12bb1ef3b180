/** How much of the text below a title is kept with it. */

export const MOST_LEAD_LINES = 6;
export const LONGEST_LEAD = 80;
