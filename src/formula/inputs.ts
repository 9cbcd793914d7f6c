import { ANSWERS, MARKS } from '../model/cell-words.ts'
import { folded } from '../model/domain.ts'
import { labelOf, type Input } from '../model/input.ts'
import type { Grid } from './grid.ts'
import { serial } from './expression.ts'
import { numeric, textual, truth, within, type Said, type SaidNumber } from './said.ts'
import { anyOf, chain } from './spread.ts'
import { all, any, BLANK, cases, number, quoted, type Text } from './text.ts'

const YES = [...wordsFor(true), '1']
const NO = [...wordsFor(false), '0']

function wordsFor(answer: boolean): readonly string[] {
  return [...ANSWERS].flatMap(([word, means]) => (means === answer ? [word] : []))
}

/** An input as its cell is read: missing where it is blank, of another kind, outside its bounds or stands for "no data". */
export function sayInput(input: Input, cell: Text, grid: Grid): Said {
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
      const read = define(yesNo(cell, input))
      return truth(`${read}=TRUE`, `${read}=FALSE`)
    }
    case 'choice':
    case 'text':
      return textual(define(text(input, cell, grid)))
    default:
      return { ...numeric(define(within(bounds(input, cell), valueIn(input, cell)))), given: givenIn(input, cell) }
  }
}

function yesNo(cell: Text, { missingWhen }: Input): Text {
  const words = new Set(missingWhen.filter((mark) => typeof mark === 'string').map(folded))
  const numbers = new Set(missingWhen.filter((mark) => typeof mark === 'number').map(String))
  const means = (word: string): Text => {
    if (numbers.has(word)) return 'FALSE'
    if (!words.has(word)) return `TRIM(${cell}&"")=${quoted(word)}`
    // A digit that is no data as a text still is an answer as a number.
    return word === '1' || word === '0' ? `${cell}=${word}` : 'FALSE'
  }
  const among = (answers: readonly string[]): Text => any(answers.map(means))
  const said = cases(
    [
      [among(YES), 'TRUE'],
      [among(NO), 'FALSE'],
    ],
    BLANK,
  )
  return cases(
    [
      [`ISLOGICAL(${cell})`, cell],
      [`ISBLANK(${cell})`, BLANK],
    ],
    `IFERROR(${said},"")`,
  )
}

function text(input: Input, cell: Text, grid: Grid): Text {
  const marks = new Set(input.missingWhen.map((mark) => folded(String(mark))))
  if (input.type === 'choice') return oneChoice(input, marks, cell, grid)
  return freeText(grid.once(trimmed(cell)), new Set([...MARKS, ...marks]), grid)
}

function trimmed(cell: Text): Text {
  return `IFERROR(TRIM(${cell}&""),"")`
}

/** A choice is read as it is declared, whatever letters it is typed in; one that is not declared is missing. */
function oneChoice({ choices }: Input, marks: ReadonlySet<string>, cell: Text, grid: Grid): Text {
  const kept = choices.filter((choice) => !marks.has(folded(choice))).map((choice) => quoted(oneSpaced(choice)))
  const among = (word: Text): Text =>
    chain(
      kept.map((choice) => [`${word}=${choice}`, choice]),
      { grid },
    )
  if (kept.length > FEW_CHOICES) return among(grid.once(trimmed(cell)))
  // What is typed as it is declared, as nearly all is, needs no trimming.
  const typed = kept.map((choice): [Text, Text] => [`${cell}=${choice}`, choice])
  return `IFERROR(${cases([...typed, [`ISBLANK(${cell})`, BLANK]], among(`TRIM(${cell}&"")`))},"")`
}
const FEW_CHOICES = 8

/** Any text but the marks for "no data": a longer one is none of them. */
function freeText(word: Text, marks: ReadonlySet<string>, grid: Grid): Text {
  const longest = Math.max(...[...marks].map((one) => oneSpaced(one).length))
  const isMark = anyOf(
    [...marks].map((one) => `${word}=${quoted(oneSpaced(one))}`),
    { grid },
  )
  return cases(
    [
      [`LEN(${word})>${longest}`, word],
      [isMark, BLANK],
    ],
    word,
  )
}

/** As `TRIM` leaves it. */
export function oneSpaced(value: string): string {
  return value.trim().replaceAll(/ {2,}/g, ' ')
}

/** What a cell must be to be a number that the input takes, each test where those before hold. */
function bounds({ type, low, high, whole, missingWhen }: Input, cell: Text): readonly Text[] {
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
  return [`ISNUMBER(${cell})`, all(tests)]
}

function valueIn({ type }: Input, cell: Text): Text {
  return type === 'date' ? `INT(${cell})` : cell
}

/** A cell that is read as it is. */
function givenIn(input: Input, cell: Text): SaidNumber['given'] {
  return input.type === 'date' ? undefined : { cell, tests: bounds(input, cell) }
}
