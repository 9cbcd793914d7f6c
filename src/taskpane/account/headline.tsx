import { makeStyles, tokens } from '@fluentui/react-components'
import { shown } from '../../engine/rounding.ts'
import type { Explanation } from '../../model/explanation.ts'
import type { Model } from '../../model/model.ts'
import { segmentRoot } from '../../model/segment-root.ts'
import { BandTag } from '../shell/band-tag.tsx'
import { sayPercent } from '../shell/say.ts'
import { toneOf } from '../shell/tone.ts'

const useStyles = makeStyles({
  account: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  key: { color: tokens.colorNeutralForeground3, fontWeight: 'normal', fontSize: tokens.fontSizeBase200 },
  line: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS, margin: '4px 0 0' },
  score: { fontSize: tokens.fontSizeHero800, lineHeight: 1.1, fontWeight: tokens.fontWeightSemibold },
  of: { color: tokens.colorNeutralForeground3 },
  facts: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, margin: '2px 0 0' },
  none: { margin: '6px 0 0', fontWeight: tokens.fontWeightSemibold },
})

interface HeadlineProps {
  readonly model: Model
  readonly explanation: Explanation
  /** The account's name, where the list has one beside its key. */
  readonly name: string | null
}

/** Who it is, the score, its band, and what an override has covered. */
export function Headline({ model, explanation, name }: HeadlineProps) {
  const styles = useStyles()
  const { account, band, shown: score, coverage, scoreBefore, bandBefore } = explanation
  const segment = model.segments.find((one) => one.name === explanation.segment)
  const root = segmentRoot(model, explanation.segment)
  const bands = root?.bands ?? model.ladder
  const isOverridden = scoreBefore !== explanation.score || bandBefore !== band
  const facts = [
    segment === undefined ? 'no segment' : segment.label,
    coverage === null ? null : coverage === 1 ? 'complete data' : `data for ${sayPercent(coverage)} of the weight`,
    model.version === null ? model.label : `${model.label}, version ${model.version}`,
  ]
  return (
    <header>
      <h2 className={styles.account}>
        {name ?? account ?? 'This account'}{' '}
        {name !== null && account !== null ? <span className={styles.key}>{account}</span> : null}
      </h2>
      {score === null ? (
        <p className={styles.none}>No score: {explanation.noScoreBecause ?? 'nothing that counts has data'}.</p>
      ) : (
        <p className={styles.line}>
          <span className={styles.score} style={{ color: toneOf(bands, band).text }}>
            {score}
          </span>
          {root === undefined ? null : <span className={styles.of}>of {root.scale.high}</span>}
          {band === null ? null : <BandTag bands={bands} name={band} />}
        </p>
      )}
      {isOverridden && root !== undefined ? (
        <p className={styles.facts}>
          Calculated: {scoreBefore === null ? 'no score' : shown(scoreBefore, root.scale)}{' '}
          {bandBefore === null ? '' : toneOf(bands, bandBefore).label}. A person has overridden it, see below.
        </p>
      ) : null}
      <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
    </header>
  )
}
