import type { Explanation } from '../../model/explanation.ts'
import type { DimensionTable } from '../kernels/dimension-table.ts'
import type { WholeTable } from '../kernels/whole-table.ts'

/** A dimension's text in pieces: between each two stands what one of its measures reads. And its rows of modifiers. */
export interface DimensionFragment {
  readonly pieces: readonly string[]
  readonly modifiers: readonly string[]
}

/** What the whole says: up to the results, and its own rows of modifiers. */
export interface WholeFragment {
  readonly head: string
  readonly modifiers: readonly string[]
}

/** An explanation of a row, as the evaluator gives it, made only when its text is not known yet. */
type Explained = () => Omit<Explanation, 'nearest'>

/** Texts of one dimension by its word and the share it has of the whole: all that they depend on besides values. */
export function dimensionFragments(
  { dimension, score }: DimensionTable,
  share: Float64Array,
): (word: number, sum: number, explained: Explained) => DimensionFragment {
  const different = new Map([...new Set(share)].map((one, at) => [one, at]))
  const shareOf = Uint16Array.from(share, (one) => different.get(one)!)
  const known = new Map<number, DimensionFragment>()
  return (word, sum, explained) => {
    const key = shareOf[sum]! * score.length + word
    const before = known.get(key)
    if (before !== undefined) return before
    const explanation = explained()
    const found = explanation.dimensions.find((one) => one.name === dimension.name)!
    const blank = found.measures.map((measure) => ({ ...measure, value: null, valueShown: null }))
    const made = {
      pieces: JSON.stringify({ ...found, measures: blank }).split('"value":null,"valueShown":null'),
      modifiers: modifiersOf(explanation, (of) => of === dimension.path || of.startsWith(`${dimension.path}.`)),
    }
    known.set(key, made)
    return made
  }
}

export function wholeFragments(whole: WholeTable): (sum: number, explained: Explained) => WholeFragment {
  const known = Array<WholeFragment | undefined>(whole.score.length)
  return (sum, explained) => (known[sum] ??= wholeFragment(explained()))
}

function wholeFragment(explanation: Omit<Explanation, 'nearest'>): WholeFragment {
  const { model, segment, score, shown, band, coverage, scoreBefore, bandBefore, noScoreBecause, shortfall } =
    explanation
  const own = { model, segment, score, shown, band, coverage, scoreBefore, bandBefore, noScoreBecause, shortfall }
  return { head: JSON.stringify(own).slice(1, -1), modifiers: modifiersOf(explanation, (of) => of === '') }
}

function modifiersOf({ modifiers }: Pick<Explanation, 'modifiers'>, belongs: (of: string) => boolean): string[] {
  return modifiers.filter(({ of }) => belongs(of)).map((one) => JSON.stringify(one))
}
