import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import type { CellReading } from './claims.ts'
import { keyOf, type Draft, type DraftMeasure } from './draft.ts'
import { guessType, type Guess } from './guess.ts'
import { judgeText, type JudgeText } from './judge.ts'
import { namer, type Namer } from '../../parser/names.ts'
import { unused } from './rows.ts'
import { planWeights, type WeightPlan } from './weights.ts'

/** A draft with names, types and judges chosen: what remains is to write it down. */
export interface Plan {
  readonly draft: Draft
  /** Names of the rungs, worst first. */
  readonly bands: readonly string[]
  readonly dimensions: readonly PlannedDimension[]
  /** One for each variant; the default has none. */
  readonly segments: readonly (string | null)[]
  /** The input that tells the segments apart; null where there is one variant. */
  readonly segmentInput: string | null
  readonly weights: WeightPlan
  readonly findings: readonly Finding[]
}

export interface PlannedDimension {
  readonly key: string
  /** null: measures directly under the model. */
  readonly name: string | null
  readonly label: string | null
  readonly measures: readonly PlannedMeasure[]
}

export interface PlannedMeasure {
  readonly key: string
  readonly name: string
  readonly label: string
  readonly description: string
  readonly guess: Guess
  /** Differs from `name` where another measure reads the same column. */
  readonly input: string
  /** One for each variant; null where the measure is off. */
  readonly judges: readonly (JudgeText | null)[]
}

/** Chooses names, guesses types and writes every judge; measures without thresholds anywhere are left out. */
export function planModel(draft: Draft, resolved: boolean): Plan {
  const bands = bandNames(draft)
  const names = namer(bands)
  const findings: Finding[] = []
  const inputs = new Map<string, string>()
  const dimensions = draft.dimensions.flatMap((dimension): readonly PlannedDimension[] => {
    const live = dimension.measures.filter((measure) => {
      const scored = draft.variants.some((variant) => isLive(variant.readings?.get(measure.key)))
      if (!scored) findings.push(unused(`"${measure.label}"`, 'no table gives it a threshold'))
      return scored
    })
    const isOpen = dimension.measures.length === 0
    if (isOpen) findings.push(finding('import-no-measures', { dimension: dimension.label ?? '' }))
    else if (live.length === 0) return []
    const name = dimension.label === null ? null : names(dimension.label, 'dimension')
    return [{ key: dimension.key, name, label: dimension.label, measures: live.map((measure) => plan(measure, name)) }]
  })

  function plan(measure: DraftMeasure, dimension: string | null): PlannedMeasure {
    const all = draft.variants.flatMap((variant) => {
      const readings = variant.readings?.get(measure.key)
      return readings === undefined ? [] : [readings]
    })
    const guess = guessType(all, measure.label, measure.description)
    if (guess.because !== null)
      findings.push(finding('import-guess', { what: `the type of "${measure.label}"`, guess: `\`${guess.type}\`` }))
    const name = names(measure.label, dimension === null ? 'measure' : `${dimension}_measure`)
    const input = inputs.get(keyOf(measure.label)) ?? name
    inputs.set(keyOf(measure.label), input)
    const judges = draft.variants.map((variant) => {
      const readings =
        variant.readings === null ? draft.variants[0]!.readings?.get(measure.key) : variant.readings.get(measure.key)
      if (readings === undefined || !isLive(readings)) return null
      const judge = judgeText(readings, guess, bands, resolved)
      const trail = variant.label === null ? [measure.label] : [variant.label, measure.label]
      for (const choice of judge.choices)
        findings.push(finding('import-choice', { measure: measure.label, choice }, { trail }))
      return judge
    })
    return { key: measure.key, name, label: measure.label, description: measure.description, guess, input, judges }
  }

  return {
    draft,
    bands,
    dimensions,
    segments: draft.variants.map((variant, at) => (at === 0 ? null : names(variant.label ?? '', 'segment_of'))),
    segmentInput: draft.variants.length > 1 ? names('customer segment', 'customer_segment') : null,
    weights: planWeights(draft, resolved),
    findings,
  }
}

function isLive(readings: readonly CellReading[] | undefined): boolean {
  return readings?.some((reading) => reading.kind === 'claims') ?? false
}

function bandNames(draft: Draft): readonly string[] {
  const names: Namer = namer([])
  return draft.bands.map((band) => names(band.word, 'band'))
}
