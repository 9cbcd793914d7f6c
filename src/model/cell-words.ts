/** What people write in a cell for "no data", in lower case. */
export const MARKS: ReadonlySet<string> = new Set(['', 'n/a', '#n/a', '-', '–', '—', 'null'])

/** Answers, in lower case. A lone x is none: in one sheet it ticks a box, in the next it crosses it out. */
export const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', 't', '✓', '✔', '☑'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', 'f', '✗', '✘', '☐'].map((word) => [word, false] as const),
])
