/** One cell as text; `repeated` where a cell above spans down to here. */
export interface PastedCell {
  readonly text: string
  readonly repeated: boolean
}

/** A table as it lay in the paste, before any meaning. */
export interface PastedTable {
  /** The nearest heading or short line above it. */
  readonly title: string | null
  readonly rows: readonly (readonly PastedCell[])[]
}

/** A cell of its own. */
export function cell(text: string): PastedCell {
  return { text: tidy(text), repeated: false }
}

/** One line of plain characters: no-break and other odd spaces, backslash escapes and entities undone. */
export function tidy(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/&(?:gt|lt|ge|le|amp|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}\u200B\uFEFF]+/gu, ' ')
    .trim()
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&gt;': '>',
  '&lt;': '<',
  '&ge;': '≥',
  '&le;': '≤',
  '&amp;': '&',
  '&nbsp;': ' ',
}

/** Whether a line of text can be the title of the table below it: short, not a sentence, not a tag. */
export function titleLike(line: string): boolean {
  return line.length > 0 && line.length <= 80 && !/[.:;,|]$/.test(line) && !/^[<>|]/.test(line) && /\p{L}/u.test(line)
}
