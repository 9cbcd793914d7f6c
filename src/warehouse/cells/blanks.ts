/** What JavaScript takes off both ends of a text, as a set of characters of a regular expression. */
export const BLANK = String.raw`[\t\n\x0b\f\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}]`

const CHARACTERS = [9, 10, 11, 12, 13, 32, 0xa0, 0x1680].concat(
  Array.from({ length: 11 }, (_, k) => 0x2000 + k),
  [0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff],
)
const BLANKS = CHARACTERS.map((code) => `chr(${code})`).join(' || ')

/** A text without the blanks around it. Most have none, and that is cheaper to see than to undo, where all signs are ASCII. */
export function trimmed(text: string): string {
  const ends = CHARACTERS.filter((code) => code < 128).map((code) => `suffix(${text}, chr(${code}))`)
  const isBare = `${text} >= '!' and strlen(${text}) = length(${text}) and not (${ends.join(' or ')})`
  return `case when ${isBare} then ${text} else trim(${text}, ${BLANKS}) end`
}

/** A text as choices and marks are compared: blanks around it gone, those within made one, small letters. `text` is trimmed. */
export function folded(text: string): string {
  return `lower(regexp_replace(${text}, '${BLANK}+', ' ', 'g'))`
}
