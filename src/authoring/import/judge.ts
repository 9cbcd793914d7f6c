import { percentOf, type CellReading, type Claim, type Figure } from './claims.ts'
import { wordOf, type Guess } from './guess.ts'
import { literal } from '../../parser/names.ts'
import { resolve, type Stretch } from './resolve.ts'

/** How one measure is judged, in Salus, with what a reader should know about it. */
export interface JudgeText {
  readonly text: string
  /** Choices made for the author; empty in a faithful transcription. */
  readonly choices: readonly string[]
}

/** Writes the thresholds of one measure, worst band first. Faithful: as the page has them; resolved: free of contradiction. */
export function judgeText(
  readings: readonly CellReading[],
  guess: Guess,
  bands: readonly string[],
  resolved: boolean,
): JudgeText {
  const claims = readings.map((reading) =>
    reading.kind === 'claims' ? reading.claims.map((claim) => scaled(claim, guess.bareIsPercent)) : [],
  )
  if (guess.type === 'choice' || guess.type === 'yes/no') return choicesText(claims, guess, bands, resolved)
  return resolved ? resolvedText(claims, guess, bands) : { text: tableText(claims, bands), choices: [] }
}

function scaled(claim: Claim, bareIsPercent: boolean): Claim {
  const scale = (at: Figure): Figure => (bareIsPercent && !at.percent ? percentOf(at) : at)
  switch (claim.kind) {
    case 'sign':
    case 'value':
      return { ...claim, at: scale(claim.at) }
    case 'between':
      return { ...claim, low: scale(claim.low), high: scale(claim.high) }
    case 'and more':
      return { ...claim, low: scale(claim.low) }
    default:
      return claim
  }
}

function choicesText(
  claims: readonly (readonly Claim[])[],
  guess: Guess,
  bands: readonly string[],
  resolved: boolean,
): JudgeText {
  const taken = new Map<string, number>()
  const choices: string[] = []
  const rows = claims.flatMap((list, band) => {
    const words = list.map((claim) =>
      guess.type === 'yes/no' ? (claim.kind === 'yes/no' && claim.value ? 'yes' : 'no') : wordOf(claim),
    )
    const kept = words.filter((word) => {
      const worse = taken.get(word.toLowerCase())
      if (resolved && worse !== undefined) choices.push(`"${word}" stands under two bands; ${bands[worse]!} has it`)
      else taken.set(word.toLowerCase(), band)
      return !(resolved && worse !== undefined)
    })
    const written = kept.map((word) => (guess.type === 'yes/no' ? word : literal(choiceOf(word, guess))))
    return written.length === 0 ? [] : [`${bands[band]!} = ${written.join(' or ')}`]
  })
  return { text: rows.join(', '), choices }
}

/** The first spelling of a word is the one that was declared. */
function choiceOf(word: string, guess: Guess): string {
  return guess.choices.find((choice) => choice.toLowerCase() === word.toLowerCase()) ?? word
}

function tableText(claims: readonly (readonly Claim[])[], bands: readonly string[]): string {
  const rows = claims.flatMap((list, band) =>
    list.length === 0 ? [] : [`${bands[band]!} ${list.map(claimText).join(' or ')}`],
  )
  return `{ ${rows.join(', ')} }`
}

function claimText(claim: Claim): string {
  switch (claim.kind) {
    case 'sign':
      return `${claim.sign} ${figureText(claim.at)}`
    case 'between':
      return `${claim.above ? 'above ' : ''}${figureText(claim.low)} to ${claim.under ? 'under ' : ''}${figureText(claim.high)}`
    case 'and more':
      return `${figureText(claim.low)}+`
    case 'value':
      return figureText(claim.at)
    default:
      return literal(wordOf(claim))
  }
}

export function figureText(at: Figure): string {
  return `${at.digits}${at.percent ? '%' : ''}`
}

function resolvedText(claims: readonly (readonly Claim[])[], guess: Guess, bands: readonly string[]): JudgeText {
  const whole = guess.type === 'count' || guess.type === 'days'
  const { stretches, choices } = resolve(claims, {
    low: guess.domain?.low.value ?? (whole ? 0 : null),
    high: guess.domain?.high.value ?? null,
    whole,
  })
  const dropped = claims.flatMap((list, band) =>
    list.length > 0 && stretches.every((stretch) => stretch.band !== band)
      ? [`${bands[band]!} (${list.map(claimText).join(' or ')}) is left with no value and is dropped`]
      : [],
  )
  return {
    text: stretchesText(stretches, bands),
    choices: [...choices.map((choice) => choiceText(choice, bands)), ...dropped],
  }
}

function choiceText(
  choice: { readonly cell: string; readonly claimed: readonly number[]; readonly band: number },
  bands: readonly string[],
): string {
  const names = choice.claimed.map((band) => bands[band]!)
  const who = names.length === 0 ? 'no band claims it' : `${names.join(' and ')} claim it`
  return `${choice.cell}: ${who}, ${bands[choice.band]!} has it`
}

/** The chain where every band has one stretch, else the table. */
function stretchesText(stretches: readonly Stretch[], bands: readonly string[]): string {
  const [first] = stretches
  if (first === undefined) return ''
  if (stretches.length === 1) return `{ otherwise ${bands[first.band]!} }`
  if (new Set(stretches.map((stretch) => stretch.band)).size === stretches.length)
    return stretches
      .map(({ band, low, lowIncluded }) =>
        low === null
          ? bands[band]!
          : `${lowIncluded ? '<' : '<='} ${figureText(low)} ${lowIncluded ? '<=' : '<'} ${bands[band]!}`,
      )
      .join(' ')
  const rows = [...Map.groupBy(stretches, (stretch) => stretch.band)].toSorted(([a], [b]) => a - b)
  return `{ ${rows.map(([band, own]) => `${bands[band]!} ${own.map(stretchText).join(' or ')}`).join(', ')} }`
}

function stretchText(stretch: Stretch): string {
  const { low, high } = stretch
  if (low === null) return high === null ? '' : `${stretch.highIncluded ? '<=' : '<'} ${figureText(high)}`
  if (high === null) return `${stretch.lowIncluded ? '>=' : '>'} ${figureText(low)}`
  return `${stretch.lowIncluded ? '' : 'above '}${figureText(low)} to ${stretch.highIncluded ? '' : 'under '}${figureText(high)}`
}
