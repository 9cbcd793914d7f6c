import type { Grid } from './grid.ts'
import { any, BLANK, cases, isAtom, type Text } from './text.ts'

/** What an expression yields, as a formula. */
export type Said = SaidNumber | SaidText | SaidTruth | { readonly kind: 'nothing' }

/** Missing is an empty text, or where it is `loose` perhaps an error: arithmetic on what is missing is one. */
export interface SaidNumber {
  readonly kind: 'number'
  readonly text: Text
  readonly lacks: boolean
  readonly loose: boolean
  /** Where the number is a cell of the data as it is, that cell and what must hold for it, one test after another. */
  readonly given?: { readonly cell: Text; readonly tests: readonly Text[] } | undefined
}

/** Missing is an empty text. */
export interface SaidText {
  readonly kind: 'text'
  readonly text: Text
  readonly lacks: boolean
}

/** A condition is two formulas, for what is missing neither holds nor fails. Neither of them is ever missing. */
export interface SaidTruth {
  readonly kind: 'truth'
  readonly holds: Text
  readonly fails: Text
}

/** What an expression may read. */
export interface Reader {
  readonly grid: Grid
  /** What the formula at hand belongs to, as people call it. */
  readonly where: () => string
  readonly asOf: () => SaidNumber
  readonly input: (name: string) => Said
  readonly let: (name: string) => Said
  readonly points: (path: string, model: string | null) => Said
  /** The rank of its band. */
  readonly band: (path: string, model: string | null) => Said
  /** Says that this cannot be said. */
  readonly refuse: (what: string) => void
}

export const NOTHING: Said = { kind: 'nothing' }

export function numeric(text: Text, lacks = true): SaidNumber {
  return { kind: 'number', text, lacks, loose: false }
}

/** Arithmetic: an error where anything in it is missing. */
export function loose(text: Text): SaidNumber {
  return { kind: 'number', text, lacks: true, loose: true }
}

export function textual(text: Text, lacks = true): SaidText {
  return { kind: 'text', text, lacks }
}

export function truth(holds: Text, fails: Text): SaidTruth {
  return { kind: 'truth', holds, fails }
}

/** What is there where some tests hold, of which each may only be asked where those before do. */
export function within(tests: readonly Text[], value: Text): Text {
  return tests.reduceRight((rest, test) => cases([[test, rest]]), value)
}

/** A number that is an empty text where it is missing, never an error. */
export function clean(said: SaidNumber): Text {
  return said.loose ? `IFERROR(${said.text},${BLANK})` : said.text
}

/** A number as a cell or a literal, so that it may be read more than once. */
export function atom(said: SaidNumber, grid: Grid): SaidNumber {
  return isAtom(said.text) ? said : numeric(grid.once(clean(said)), said.lacks)
}

/** A number as arithmetic takes it: an error where it is missing. */
export function erring(said: SaidNumber): Text {
  return said.lacks && !said.loose ? `(${said.text}+0)` : said.text
}

export function isPresent(said: SaidNumber): Text {
  return said.lacks ? `ISNUMBER(${said.text})` : 'TRUE'
}

/** A value as cells, so that it may be read more than once. */
export function atomOf(said: Said, grid: Grid): Said {
  switch (said.kind) {
    case 'nothing':
      return said
    case 'number':
      return atom(said, grid)
    case 'text':
      return atomText(said, grid)
    case 'truth':
      return { ...said, holds: grid.small(said.holds), fails: grid.small(said.fails) }
  }
}

export function atomText(said: SaidText, grid: Grid): SaidText {
  return { ...said, text: grid.once(said.text) }
}

/** Whether it is not missing. */
export function isThere(said: Said): Text {
  switch (said.kind) {
    case 'nothing':
      return 'FALSE'
    case 'number':
      return isPresent(said)
    case 'text':
      return said.lacks ? `${said.text}<>""` : 'TRUE'
    case 'truth':
      return any([said.holds, said.fails])
  }
}

/** What a cell holds for it. */
export function valueOf(said: Said): Text {
  switch (said.kind) {
    case 'nothing':
      return BLANK
    case 'number':
      return clean(said)
    case 'text':
      return said.text
    case 'truth':
      return said.fails === `NOT(${said.holds})` ? said.holds : `IF(${said.holds},TRUE,IF(${said.fails},FALSE,""))`
  }
}
