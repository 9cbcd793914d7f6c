/** What a spreadsheet's number format says about the numbers it shows. */

/** Whether it shows a percentage: a % that is not quoted text. */
export function isPercentFormat(format: string): boolean {
  return unquoted(format).includes('%')
}

/** Whether it shows a date: a year or a day in it, or a month beside neither hours nor seconds. A time of day alone is none. */
export function isDateFormat(format: string): boolean {
  // Brackets hold colours, countries and conditions, but `[h]` is hours past a day.
  const code = unquoted(format).replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[yd]/i.test(code) || (/m/i.test(code) && !/[hs]/i.test(code))
}

/** Without quoted text, escaped characters, and the names of colours and the like in which letters mean nothing. */
function unquoted(format: string): string {
  return format.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').replaceAll(/general|red|standard/gi, '')
}
