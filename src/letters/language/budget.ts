// How large a template and a letter may become: far above every real letter, far below what would keep a printer busy.

/** Characters of a template file; the longest of the catalogue takes 5,000. */
export const MOST_TEMPLATE = 100_000
/** Conditions and loops inside each other. */
export const MOST_DEPTH = 8
/** Blocks and table rows that one letter prints. */
export const MOST_PARTS = 5_000
/** Characters that one letter prints: about 150 pages. */
export const MOST_PRINTED = 400_000
/** Whoever has made more faults mends these first. */
export const MOST_FAULTS = 50
/** Columns of a table that still can be read on paper. */
export const MOST_COLUMNS = 16
