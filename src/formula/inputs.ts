import { ANSWERS, MARKS } from '../model/cell-words.ts'
import { folded } from '../model/domain.ts'
import type { Input } from '../model/input.ts'
import type { Grid } from './grid.ts'
import { serial } from './expression.ts'
import { numeric, textual, truth, type Said } from './said.ts'
import { anyOf, chain } from './spread.ts'
import { all, any, BLANK, cases, number, quoted, type Text } from './text.ts'

const YES = [...wordsFor(true), '1']
const NO = [...wordsFor(false), '0']

function wordsFor(answer: boolean): readonly string[] {
  return [...ANSWERS].flatMap(([word, means]) => (means === answer ? [word] : []))
}

/** An input as its cell is read: missing where it is blank, of another kind, outside its bounds or stands for "no data". */
export function sayInput(input: Input, cell: Text, grid: Grid, refuse: (what: string) => void): Said {
  const define = (formula: Text): Text =>
    grid.define({
      key: `input |${input.name}`,
      label: `${labelOf(input)} as read`,
      part: 'workings',
      format: null,
      formula,
    })
  switch (input.type) {
    case 'yes/no': {
      if (input.missingWhen.length > 0) refuse('a mark for no data among answers')
      const read = define(yesNo(cell, grid))
      return truth(`${read}=TRUE`, `${read}=FALSE`)
    }
    case 'choice':
    case 'text':
      return textual(define(text(input, cell, grid)))
    default:
      return numeric(define(bounded(input, cell)))
  }
}

function labelOf(input: Input): string {
  return input.labels[0] ?? input.name
}

function yesNo(cell: Text, grid: Grid): Text {
  const word = grid.once(`IF(ISLOGICAL(${cell}),"",IFERROR(TRIM(${cell}&""),""))`)
  const among = (words: readonly string[]): Text => any(words.map((one) => `${word}=${quoted(one)}`))
  return cases(
    [
      [`ISLOGICAL(${cell})`, cell],
      [`ISBLANK(${cell})`, BLANK],
      [among(YES), 'TRUE'],
      [among(NO), 'FALSE'],
    ],
    BLANK,
  )
}

/** A choice is read as it is declared, whatever letters it is typed in; one that is not declared is missing. */
function text(input: Input, cell: Text, grid: Grid): Text {
  const word = grid.once(`IFERROR(TRIM(${cell}&""),"")`)
  const marks = new Set(input.missingWhen.map((mark) => folded(String(mark))))
  const among = (values: Iterable<string>): Text =>
    anyOf(
      [...values].map((one) => `${word}=${quoted(oneSpaced(one))}`),
      { grid },
    )
  if (input.type === 'text') return `IF(${among(new Set([...MARKS, ...marks]))},"",${word})`
  const kept = input.choices.filter((choice) => !marks.has(folded(choice))).map((choice) => quoted(oneSpaced(choice)))
  return chain(
    kept.map((choice) => [`${word}=${choice}`, choice]),
    { grid },
  )
}

/** As `TRIM` leaves it. */
export function oneSpaced(value: string): string {
  return value.trim().replaceAll(/ {2,}/g, ' ')
}

function bounded({ type, low, high, whole, missingWhen }: Input, cell: Text): Text {
  const day = (value: number): number => (type === 'date' ? serial(value) : value)
  const shares = (mark: number): readonly number[] => (type === 'percent' ? [mark, mark / 100] : [mark])
  const marks = missingWhen.filter((mark) => typeof mark === 'number').flatMap(shares)
  const tests = [
    ...(type === 'date' ? [`${cell}>=1`, `${cell}<2958466`] : []),
    ...(low === null ? [] : [`${cell}>=${number(day(low))}`]),
    ...(high === null ? [] : [`${cell}<=${number(day(high))}`]),
    ...(whole && type !== 'date' ? [`${cell}=INT(${cell})`] : []),
    ...marks.map((mark) => `${cell}<>${number(mark)}`),
  ]
  const value = type === 'date' ? `INT(${cell})` : cell
  return `IF(ISNUMBER(${cell}),${cases([[all(tests), value]])},"")`
}
