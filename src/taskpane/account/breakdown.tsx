import { makeStyles, tokens } from '@fluentui/react-components'
import type { DimensionExplanation, Explanation } from '../../model/explanation.ts'
import type { Dimension } from '../../model/group.ts'
import type { Model } from '../../model/model.ts'
import { segmentRoot } from '../../model/segment-root.ts'
import { sayLost, sayNumber, sayPercent, sayState } from '../shell/say.ts'
import { BandTag } from '../shell/band-tag.tsx'
import { ladderOf } from './ladder.ts'
import { MeasureRow } from './measure-row.tsx'
import { ModifierRow } from './modifier-row.tsx'
import { WeightedBar, type Block } from './weighted-bar.tsx'

const useStyles = makeStyles({
  part: { marginTop: tokens.spacingVerticalM },
  head: {
    display: 'grid',
    gridTemplateColumns: '1fr auto auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    margin: 0,
    paddingBottom: '2px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  facts: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: 'normal' },
  lost: { minWidth: '3.2em', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  columns: {
    display: 'flex',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalS} 0 -${tokens.spacingVerticalM}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  aside: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  inner: { paddingLeft: tokens.spacingHorizontalM },
})

interface BreakdownProps {
  readonly model: Model
  readonly explanation: Explanation
}

/** Everything that made a score, from the whole down to each measure: the losses add up to what the whole lacks. */
export function Breakdown({ model, explanation }: BreakdownProps) {
  const styles = useStyles()
  const root = segmentRoot(model, explanation.segment)
  if (root === undefined) return null
  const aside = explanation.dimensions.filter(({ state }) => state === 'off' || state === 'notApplicable')
  const counted = explanation.dimensions.filter((dimension) => !aside.includes(dimension))
  const own = explanation.modifiers.filter(({ of }) => of === '')
  return (
    <>
      <WeightedBar blocks={blocksOf(explanation)} bands={root.bands} />
      <p className={styles.columns}>
        <span>value</span>
        <span className={styles.lost}>lost</span>
      </p>
      {counted.map((dimension) => (
        <DimensionPart key={dimension.name} {...{ model, root, dimension, explanation }} path={dimension.name} />
      ))}
      <ul className={styles.list}>
        {explanation.measures.map((measure) => (
          <MeasureRow key={measure.name} measure={measure} ladder={ladderOf(model, root, measure.band)} />
        ))}
        {own.map((modifier, k) => (
          <ModifierRow key={k} modifier={modifier} />
        ))}
      </ul>
      {aside.length === 0 ? null : (
        <p className={styles.aside}>
          Not part of this score: {aside.map(({ label, state }) => `${label} (${sayState(state)})`).join(', ')}.
        </p>
      )}
    </>
  )
}

interface DimensionProps extends BreakdownProps {
  readonly root: Dimension
  readonly dimension: DimensionExplanation
  readonly path: string
}

function DimensionPart({ model, root, dimension, path, explanation }: DimensionProps) {
  const styles = useStyles()
  const facts = [dimension.score === null ? sayState(dimension.state) : sayNumber(dimension.score), weightOf(dimension)]
  return (
    <section className={styles.part}>
      <h3 className={styles.head}>
        <span>
          {dimension.label} <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
        </span>
        {dimension.band === null ? (
          <span />
        ) : (
          <BandTag bands={ladderOf(model, root, dimension.band)} name={dimension.band} />
        )}
        <span className={styles.lost}>{sayLost(dimension.lost)}</span>
      </h3>
      <div className={styles.inner}>
        {dimension.dimensions.map((child) => (
          <DimensionPart
            key={child.name}
            {...{ model, root, explanation }}
            dimension={child}
            path={`${path}.${child.name}`}
          />
        ))}
      </div>
      <ul className={styles.list}>
        {dimension.measures.map((measure) => (
          <MeasureRow key={measure.name} measure={measure} ladder={ladderOf(model, root, measure.band)} />
        ))}
        {explanation.modifiers
          .filter(({ of }) => of === path || dimension.measures.some(({ name }) => of === `${path}.${name}`))
          .map((modifier, k) => (
            <ModifierRow key={k} modifier={modifier} />
          ))}
      </ul>
    </section>
  )
}

function weightOf({ weight, effectiveWeight, state }: DimensionExplanation): string {
  if (state === 'off') return ''
  if (weight === 0) return 'weight 0%: shown, not counted'
  const given = `weight ${sayPercent(effectiveWeight)}`
  return effectiveWeight === 0 || Math.abs(effectiveWeight - weight) < 1e-9
    ? given
    : `${given} of ${sayPercent(weight)} written`
}

function blocksOf({ dimensions, measures }: Explanation): readonly Block[] {
  return [...dimensions, ...measures].map(({ name, label, effectiveWeight, contribution, lost, band }) => ({
    name,
    label,
    weight: effectiveWeight,
    contribution: contribution ?? 0,
    lost: lost ?? 0,
    band,
  }))
}
